import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, UnaccentExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),
        UnaccentExtension(),
        migrations.CreateModel(
            name="Sector",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.SlugField(unique=True)),
                ("nombre", models.CharField(max_length=120, unique=True)),
                ("orden", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "sector",
                "verbose_name_plural": "sectores",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="fb400604901c96d96227c1465da5d1b7c2a6f562",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_bca9f",
                            table="directorio_sector",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Entidad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.SlugField(unique=True)),
                ("nombre", models.CharField(max_length=200, unique=True)),
                ("sigla", models.CharField(blank=True, max_length=30)),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entidades",
                        to="directorio.sector",
                    ),
                ),
                (
                    "naturaleza",
                    models.CharField(
                        choices=[
                            ("central", "Nivel central"),
                            ("descentralizado", "Nivel descentralizado"),
                            ("localidad", "Localidad"),
                            ("privado", "Privado con función pública"),
                            ("control", "Órgano de control"),
                            ("corporacion", "Corporación pública"),
                            ("universidad", "Ente universitario autónomo"),
                        ],
                        max_length=15,
                    ),
                ),
                ("activa", models.BooleanField(default=True)),
                ("desde", models.DateField(blank=True, null=True)),
                ("hasta", models.DateField(blank=True, null=True)),
                ("fuente", models.TextField(blank=True, verbose_name="de dónde sale el dato")),
                ("confianza", models.CharField(blank=True, max_length=20)),
            ],
            options={
                "verbose_name": "entidad",
                "verbose_name_plural": "entidades",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="13b2a8874bac4393a7b2a662847336420455bacd",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_d9c51",
                            table="directorio_entidad",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Denominacion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="denominaciones",
                        to="directorio.entidad",
                    ),
                ),
                ("nombre", models.CharField(max_length=200)),
                (
                    "tipo",
                    models.CharField(
                        choices=[("alias", "Como también se le llama"), ("anterior", "Nombre anterior")],
                        default="alias",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "verbose_name": "denominación",
                "verbose_name_plural": "denominaciones",
                "constraints": [models.UniqueConstraint(fields=("entidad", "nombre"), name="denominacion_unica")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="4195b9e09ee2afe92337aa71bc554c932ea3ee9a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_bffea",
                            table="directorio_denominacion",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Dominio",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entidad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dominios", to="directorio.entidad"
                    ),
                ),
                ("dominio", models.CharField(db_index=True, max_length=120)),
            ],
            options={
                "verbose_name": "dominio de correo",
                "verbose_name_plural": "dominios de correo",
                "constraints": [
                    models.UniqueConstraint(fields=("entidad", "dominio"), name="dominio_unico_por_entidad")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="aa942148b4571380971acc6f6fca8f3ff75adeed",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_020ca",
                            table="directorio_dominio",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Dependencia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.SlugField(unique=True)),
                ("sigla", models.CharField(max_length=20)),
                ("nombre", models.CharField(max_length=200)),
                (
                    "padre",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hijas",
                        to="directorio.dependencia",
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("subsecretaria", "Subsecretaría"),
                            ("direccion", "Dirección"),
                            ("subdireccion", "Subdirección"),
                        ],
                        max_length=15,
                    ),
                ),
                ("titular", models.CharField(blank=True, max_length=120, verbose_name="cargo de quien la dirige")),
                ("base_legal", models.TextField(blank=True)),
                (
                    "alias",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                ("desde", models.DateField(blank=True, null=True)),
                ("hasta", models.DateField(blank=True, null=True)),
                ("orden", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "dependencia",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="54ccaf1ed5e5ef08db124b9d9ce82c62b3512edb",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_a50ff",
                            table="directorio_dependencia",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Funcionario",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "usuario",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funcionario",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funcionarios",
                        to="directorio.dependencia",
                    ),
                ),
                ("cargo", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "verbose_name": "funcionario",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="614d3303ac42a1c2efb4d0fdd8f7f09893216a17",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_79546",
                            table="directorio_funcionario",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Ausencia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "asesor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ausencias",
                        to="directorio.funcionario",
                    ),
                ),
                (
                    "sustituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suplencias",
                        to="directorio.funcionario",
                    ),
                ),
                ("desde", models.DateField()),
                ("hasta", models.DateField()),
                ("motivo", models.CharField(max_length=200)),
            ],
            options={
                "verbose_name": "ausencia",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hasta__gte", models.F("desde"))),
                        name="ausencia_en_orden",
                        violation_error_message="La ausencia termina antes de empezar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asesor", models.F("sustituto")), _negated=True),
                        name="ausencia_con_otro",
                        violation_error_message="El sustituto debe ser otra persona.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="bbf6f20b63e775ed19d535a9f1bf272805fa25ca",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_17f61",
                            table="directorio_ausencia",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Encargo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="encargos",
                        to="directorio.dependencia",
                    ),
                ),
                (
                    "funcionario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="encargos_de_oficina",
                        to="directorio.funcionario",
                    ),
                ),
                ("desde", models.DateField()),
                ("hasta", models.DateField(blank=True, null=True)),
                ("acto", models.CharField(max_length=200, verbose_name="acto que lo encarga")),
            ],
            options={
                "verbose_name": "encargo de una oficina",
                "verbose_name_plural": "encargos de oficinas",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hasta__isnull", True), ("hasta__gte", models.F("desde")), _connector="OR"),
                        name="encargo_en_orden",
                        violation_error_message="El encargo termina antes de empezar.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("dependencia", "="),
                            (
                                models.Func(
                                    "desde",
                                    "hasta",
                                    models.Value("[]"),
                                    function="DATERANGE",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="un_encargo_a_la_vez",
                        violation_error_message="Esa dependencia ya está encargada a alguien en esos días.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="0e5f1efe8aac21c0d639d06228e2109523208187",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_51ce2",
                            table="directorio_encargo",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
    ]
