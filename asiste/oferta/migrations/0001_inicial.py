import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agenda", "0001_inicial"),
        ("auditoria", "0001_inicial"),
        ("directorio", "0001_inicial"),
        ("portafolio", "0001_inicial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Estrategia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="estrategias",
                        to="directorio.dependencia",
                    ),
                ),
                ("nombre", models.CharField(max_length=200)),
                ("activa", models.BooleanField(default=True)),
                ("por_verificar", models.BooleanField(default=False, verbose_name="es un ejemplo por verificar")),
            ],
            options={
                "verbose_name": "estrategia",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dependencia", "nombre"),
                        name="estrategia_una_vez",
                        violation_error_message="Ya hay una estrategia con ese nombre.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="c9ece3e9b94b962e2f5457193227e209e7a6f86d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_0d7d7",
                            table="oferta_estrategia",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "direccion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planes",
                        to="directorio.dependencia",
                        verbose_name="dirección",
                    ),
                ),
                ("vigencia", models.PositiveSmallIntegerField()),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("borrador", "Borrador"),
                            ("aprobado", "Aprobado"),
                            ("en-ejecucion", "En ejecución"),
                            ("cerrado", "Cerrado"),
                        ],
                        default="borrador",
                        max_length=15,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versión")),
                ("aprobado_en", models.DateTimeField(blank=True, null=True)),
                (
                    "aprobado_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("cerrado_en", models.DateTimeField(blank=True, null=True)),
                ("balance", models.TextField(blank=True, verbose_name="balance del cierre")),
            ],
            options={
                "verbose_name": "plan anual",
                "verbose_name_plural": "planes anuales",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("direccion", "vigencia"),
                        name="un_plan_por_vigencia",
                        violation_error_message="La dirección ya tiene un plan de esa vigencia.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("aprobado_en__isnull", True), ("aprobado_por__isnull", True), ("estado", "borrador")
                            ),
                            models.Q(
                                models.Q(("estado", "borrador"), _negated=True),
                                ("aprobado_en__isnull", False),
                                ("aprobado_por__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="plan_aprobado_dice_por_quien",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cerrado_en__isnull", False), ("estado", "cerrado")),
                            models.Q(models.Q(("estado", "cerrado"), _negated=True), ("cerrado_en__isnull", True)),
                            _connector="OR",
                        ),
                        name="plan_cerrado_tiene_momento",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="8426147a0442c565b1c961a89b5b5594b6d4807e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_d4344",
                            table="oferta_plan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="bfbdd8a439f1207a4f820604ce59821f3874f1ad",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_8d964",
                            table="oferta_plan",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Actividad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actividades", to="oferta.plan"
                    ),
                ),
                ("titulo", models.CharField(max_length=200, verbose_name="título")),
                ("descripcion", models.TextField(blank=True, verbose_name="descripción")),
                (
                    "estrategia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actividades", to="oferta.estrategia"
                    ),
                ),
                (
                    "modalidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actividades",
                        to="portafolio.modalidad",
                    ),
                ),
                (
                    "publico",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actividad", to="agenda.publico"
                    ),
                ),
                (
                    "meses",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            validators=[
                                django.core.validators.MinValueValidator(1),
                                django.core.validators.MaxValueValidator(12),
                            ]
                        ),
                        size=None,
                        verbose_name="meses previstos",
                    ),
                ),
                (
                    "responsable",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actividades",
                        to="directorio.funcionario",
                    ),
                ),
                ("meta_sesiones", models.PositiveSmallIntegerField(default=1, verbose_name="meta de sesiones")),
                ("meta_entidades", models.PositiveSmallIntegerField(verbose_name="meta de entidades")),
                (
                    "propuesta_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("retirada_en", models.DateTimeField(blank=True, null=True)),
                ("por_que_no", models.TextField(blank=True, verbose_name="por qué no se cumplió")),
                ("temas", models.ManyToManyField(related_name="actividades", to="portafolio.tema")),
                ("sesiones", models.ManyToManyField(blank=True, related_name="actividades", to="agenda.sesion")),
            ],
            options={
                "verbose_name": "actividad",
                "verbose_name_plural": "actividades",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("meses__len__gte", 1)),
                        name="actividad_con_meses",
                        violation_error_message="Elija al menos un mes.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("meta_entidades__gte", 1), ("meta_sesiones__gte", 1)),
                        name="actividad_con_meta",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="d078c12179f1f7cda7674c2800e9cad194d7914f",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_414da",
                            table="oferta_actividad",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_borra",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="fe086354b2a984989df5b7590f9ce9453a679ffd",
                            operation="DELETE",
                            pgid="pgtrigger_no_se_borra_14302",
                            table="oferta_actividad",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Actividad_temas_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("oferta.actividad_temas",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actividad_temas_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="d1cbc17146fb6adc5c4cef159623162f1edda8bb",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_40661",
                    table="oferta_actividad_temas",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Actividad_sesiones_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("oferta.actividad_sesiones",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actividad_sesiones_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="42771a204a9acff722e52b88d096dabb8d5fa3e2",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_183bf",
                    table="oferta_actividad_sesiones",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="CambioPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cambios", to="oferta.plan"
                    ),
                ),
                (
                    "actividad",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cambios",
                        to="oferta.actividad",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="versión")),
                ("motivo", models.TextField()),
                ("antes", models.JSONField(default=dict)),
                ("despues", models.JSONField(default=dict, verbose_name="después")),
                (
                    "autor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("momento", models.DateTimeField()),
            ],
            options={
                "verbose_name": "cambio del plan",
                "verbose_name_plural": "cambios del plan",
                "constraints": [models.UniqueConstraint(fields=("plan", "version"), name="version_de_plan_una_vez")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="794a71356096b32ad1df7a9217f5fac631ae6689",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_b5fed",
                            table="oferta_cambioplan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="63c422355952d848c6f99eec55f2bc7c59f37b5a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_5e7db",
                            table="oferta_cambioplan",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="e51e66331027d39e4e1c65edada6f9a75cd167eb",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_cae95",
                            table="oferta_cambioplan",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
    ]
