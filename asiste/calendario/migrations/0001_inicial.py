import datetime

import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Festivo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fecha", models.DateField(verbose_name="fecha")),
                ("nombre", models.CharField(max_length=200, verbose_name="nombre")),
                (
                    "norma",
                    models.CharField(
                        help_text="Por ejemplo: Ley 51 de 1983, art. 1", max_length=200, verbose_name="norma"
                    ),
                ),
                ("traslado", models.BooleanField(default=False, verbose_name="trasladado al lunes")),
                ("agregado_en", models.DateTimeField(blank=True, null=True)),
                ("retirado_en", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "festivo",
                "verbose_name_plural": "festivos",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("retirado_en__isnull", True)), fields=("fecha",), name="un_festivo_por_dia"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nombre", ""), _negated=True), models.Q(("norma", ""), _negated=True)
                        ),
                        name="festivo_con_nombre_y_norma",
                        violation_error_message="Escriba el nombre del festivo y la norma que lo ordena.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="5f5022b628b176129cb4c655f7365da5162fba84",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_b3627",
                            table="calendario_festivo",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DiaNoHabil",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fecha", models.DateField(verbose_name="fecha")),
                (
                    "motivo",
                    models.CharField(help_text="Por ejemplo: día cívico", max_length=200, verbose_name="motivo"),
                ),
                (
                    "acto",
                    models.CharField(
                        help_text="Tipo, número y fecha", max_length=200, verbose_name="acto administrativo"
                    ),
                ),
                (
                    "alcance",
                    models.CharField(
                        choices=[
                            ("distrito", "Todo el Distrito Capital"),
                            ("secretaria-general", "Secretaría General"),
                        ],
                        default="distrito",
                        max_length=20,
                        verbose_name="alcance",
                    ),
                ),
                ("agregado_en", models.DateTimeField(blank=True, null=True)),
                ("retirado_en", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "día no hábil",
                "verbose_name_plural": "días no hábiles",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("retirado_en__isnull", True)),
                        fields=("fecha",),
                        name="un_dia_no_habil_por_fecha",
                        violation_error_message="Esa fecha ya está entre los días no hábiles.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("motivo", ""), _negated=True), models.Q(("acto", ""), _negated=True)
                        ),
                        name="dia_no_habil_con_motivo_y_acto",
                        violation_error_message="Escriba el motivo y el acto administrativo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fecha__iso_week_day__lte", 5)),
                        name="dia_no_habil_entre_semana",
                        violation_error_message="Los sábados y domingos ya son días no hábiles.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="ea4a276b4086dfe7feb066706cd4ee299765a5ed",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_a3c1e",
                            table="calendario_dianohabil",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JornadaAtencion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("desde", models.DateField(unique=True, verbose_name="vigente desde")),
                ("inicio", models.TimeField(default=datetime.time(7, 0), verbose_name="hora de inicio")),
                ("cierre", models.TimeField(default=datetime.time(16, 30), verbose_name="hora de cierre")),
            ],
            options={
                "verbose_name": "jornada de atención",
                "verbose_name_plural": "jornadas de atención",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cierre__gt", models.F("inicio"))),
                        name="jornada_cierra_despues_de_iniciar",
                        violation_error_message="La hora de cierre debe ser posterior a la de inicio.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="520233c473aec20abd343697e1fc0ef3693a752a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_860f0",
                            table="calendario_jornadaatencion",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
    ]
