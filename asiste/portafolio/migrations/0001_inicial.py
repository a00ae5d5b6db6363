import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
        ("directorio", "0001_inicial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tema",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.SlugField(max_length=80, unique=True)),
                ("nombre", models.CharField(max_length=200)),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("politica", "Política de gestión y desempeño"),
                            ("tema", "Tema"),
                            ("frente", "Frente de gestión"),
                            ("componente", "Componente"),
                            ("subcomponente", "Subcomponente"),
                            ("aspecto", "Aspecto general"),
                            ("revision", "Revisión técnica"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "padre",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hijos",
                        to="portafolio.tema",
                    ),
                ),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="temas", to="directorio.dependencia"
                    ),
                ),
                ("dimension", models.CharField(blank=True, max_length=80, verbose_name="dimensión del MIPG")),
                (
                    "papel",
                    models.CharField(
                        blank=True,
                        choices=[("lider", "Lidera"), ("apoyo", "Apoya"), ("articula", "Articula a quien lidera")],
                        max_length=10,
                    ),
                ),
                ("lider", models.CharField(blank=True, max_length=200, verbose_name="líder de la política")),
                ("lider_verificado", models.BooleanField(default=True)),
                (
                    "claves_busqueda",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                    ),
                ),
                ("activo", models.BooleanField(default=True)),
                ("orden", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "tema",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="6227f0164e9e73394e58371c58e3aaa9079b86fa",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_d1fdb",
                            table="portafolio_tema",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Modalidad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.SlugField(unique=True)),
                ("nombre", models.CharField(max_length=120)),
                ("descripcion", models.TextField(blank=True, verbose_name="descripción")),
                ("orden", models.PositiveSmallIntegerField(default=0)),
                ("dependencias", models.ManyToManyField(related_name="modalidades", to="directorio.dependencia")),
            ],
            options={
                "verbose_name": "modalidad",
                "verbose_name_plural": "modalidades",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="1c7bdf9eed1301bb40a614d8368edfa7db66aa92",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_4f6a1",
                            table="portafolio_modalidad",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Modalidad_dependencias_auditada",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("portafolio.modalidad_dependencias",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="modalidad_dependencias_auditada",
            trigger=pgtrigger.compiler.Trigger(
                name="auditado",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                    hash="cdd02bc24388830eaed48552896469c31f7769fe",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_auditado_cc2ff",
                    table="portafolio_modalidad_dependencias",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Nivel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("numero", models.PositiveSmallIntegerField(unique=True, verbose_name="número")),
                ("nombre", models.CharField(max_length=60)),
                ("descripcion", models.TextField(verbose_name="descripción")),
                ("radica", models.BooleanField(default=True, verbose_name="se radica")),
            ],
            options={
                "verbose_name": "nivel",
                "verbose_name_plural": "niveles",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="68d2e98789d6f75cfc466f5f7e81c6f7e3161fad",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_41173",
                            table="portafolio_nivel",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Canal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="canales", to="directorio.dependencia"
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("correo", "Correo"),
                            ("web", "Página web"),
                            ("ventanilla", "Ventanilla"),
                            ("asesor", "Asesor del sector"),
                            ("siga", "Sistema de gestión documental"),
                        ],
                        max_length=10,
                    ),
                ),
                ("valor", models.CharField(max_length=200)),
                ("descripcion", models.CharField(blank=True, max_length=200, verbose_name="descripción")),
                ("predeterminado", models.BooleanField(default=False)),
                (
                    "alias_de",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alias",
                        to="portafolio.canal",
                    ),
                ),
            ],
            options={
                "verbose_name": "canal",
                "verbose_name_plural": "canales",
                "constraints": [
                    models.UniqueConstraint(fields=("dependencia", "tipo", "valor"), name="canal_unico"),
                    models.UniqueConstraint(
                        condition=models.Q(("tipo", "correo")), fields=("valor",), name="buzon_de_una_dependencia"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("predeterminado", True), ("tipo", "correo")),
                        fields=("dependencia",),
                        name="un_buzon_predeterminado",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="e3760d20a4edb1d62345c85c90a7f45c71cddb1a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_3c45e",
                            table="portafolio_canal",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ANS",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dependencia",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ans", to="directorio.dependencia"
                    ),
                ),
                (
                    "modalidad",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="portafolio.modalidad"
                    ),
                ),
                (
                    "nivel",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="portafolio.nivel"
                    ),
                ),
                ("vigencia", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("dias", models.PositiveSmallIntegerField(default=10, verbose_name="días hábiles")),
                ("motivo", models.TextField(blank=True, verbose_name="norma o razón de un plazo mayor")),
            ],
            options={
                "verbose_name": "acuerdo de nivel de servicio",
                "verbose_name_plural": "acuerdos de nivel de servicio",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dependencia", "modalidad", "nivel", "vigencia"), name="ans_unico", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dias__gte", 1),
                            models.Q(("dias__lte", 10), models.Q(("motivo", ""), _negated=True), _connector="OR"),
                        ),
                        name="ans_de_diez_dias_o_con_motivo",
                        violation_error_message="Un plazo de más de 10 días hábiles exige la norma o la razón.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="86db92a9224cc9587482b693d8120ac9b47c379e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_432df",
                            table="portafolio_ans",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
    ]
