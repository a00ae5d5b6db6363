import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
        ("directorio", "0001_inicial"),
        ("portafolio", "0001_inicial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AsesorAsignado",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asignaciones",
                        to="directorio.dependencia",
                    ),
                ),
                (
                    "asesor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asignaciones",
                        to="directorio.funcionario",
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="directorio.sector"
                    ),
                ),
                (
                    "entidad",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="directorio.entidad"
                    ),
                ),
                (
                    "tema",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="portafolio.tema"
                    ),
                ),
                ("desde", models.DateField()),
                ("hasta", models.DateField(blank=True, null=True)),
                ("motivo", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name": "asesor asignado",
                "verbose_name_plural": "asesores asignados",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entidad__isnull", True), ("sector__isnull", False), ("tema__isnull", True)),
                            models.Q(("entidad__isnull", False), ("sector__isnull", True), ("tema__isnull", True)),
                            models.Q(("entidad__isnull", True), ("sector__isnull", True), ("tema__isnull", False)),
                            _connector="OR",
                        ),
                        name="asesor_asignado_a_una_cosa",
                        violation_error_message="Elija un sector, una entidad o un tema, y solo uno.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("hasta__isnull", True), ("sector__isnull", False)),
                        fields=("dependencia", "sector"),
                        name="un_asesor_vigente_por_sector",
                        violation_error_message="Ya hay un asesor vigente: cierre antes esa asignación.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("entidad__isnull", False), ("hasta__isnull", True)),
                        fields=("dependencia", "entidad"),
                        name="un_asesor_vigente_por_entidad",
                        violation_error_message="Ya hay un asesor vigente: cierre antes esa asignación.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("hasta__isnull", True), ("tema__isnull", False)),
                        fields=("dependencia", "tema"),
                        name="un_asesor_vigente_por_tema",
                        violation_error_message="Ya hay un asesor vigente: cierre antes esa asignación.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="85a5a1668d8417335652e4321e61fb9d12f86a35",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_cafc4",
                            table="directorio_asesorasignado",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Enlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enlaces", to="directorio.entidad"
                    ),
                ),
                ("nombre", models.CharField(max_length=200, verbose_name="nombre completo")),
                ("cargo", models.CharField(blank=True, max_length=200)),
                ("correo", models.EmailField(db_index=True, max_length=254, verbose_name="correo electrónico")),
                ("desde", models.DateField()),
                ("hasta", models.DateField(blank=True, null=True)),
                ("temas", models.ManyToManyField(blank=True, to="portafolio.tema")),
            ],
            options={
                "verbose_name": "enlace",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("hasta__isnull", True)),
                        fields=("entidad", "correo"),
                        name="enlace_vigente_unico",
                        violation_error_message="Esa persona ya es enlace de la entidad.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("correo", django.db.models.functions.text.Lower("correo"))),
                        name="enlace_correo_en_minusculas",
                        violation_error_message="Escriba el correo en minúsculas.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="81de1654481e4a7b4afd5f3eb1dcffd524101059",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_db542",
                            table="directorio_enlace",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Enlace_temas_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("directorio.enlace_temas",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enlace_temas_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="f624054184a9054648880ed5e04eaa4331e2d6cd",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_8835e",
                    table="directorio_enlace_temas",
                    when="AFTER",
                ),
            ),
        ),
    ]
