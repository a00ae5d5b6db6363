import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Archivo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("huella", models.CharField(max_length=64, unique=True, verbose_name="huella SHA-256")),
                ("tamano", models.BigIntegerField(verbose_name="tamaño en bytes")),
                ("tipo", models.CharField(max_length=120, verbose_name="tipo según sus primeros bytes")),
                ("creado_en", models.DateTimeField(auto_now_add=True)),
                (
                    "examen",
                    models.CharField(
                        choices=[
                            ("pendiente", "Sin examinar"),
                            ("limpio", "Sin virus conocidos"),
                            ("infectado", "Con virus"),
                            ("imposible", "No se pudo examinar"),
                        ],
                        default="pendiente",
                        max_length=10,
                        verbose_name="antivirus",
                    ),
                ),
                ("virus", models.CharField(blank=True, max_length=200, verbose_name="virus hallado")),
            ],
            options={
                "verbose_name": "archivo",
                "indexes": [
                    models.Index(models.F("id"), condition=models.Q(("examen", "pendiente")), name="archivo_sin_examen")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("examen", "infectado"), models.Q(("virus", ""), _negated=True)),
                            models.Q(models.Q(("examen", "infectado"), _negated=True), ("virus", "")),
                            _connector="OR",
                        ),
                        name="infectado_dice_de_que",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="0baf3989dc10cc5747b6d95a201ad2d2387d13b4",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_46262",
                            table="documentos_archivo",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Documento",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("codigo", models.CharField(max_length=20, unique=True, verbose_name="código de verificación")),
                ("titulo", models.CharField(max_length=300, verbose_name="título")),
                ("emisor", models.CharField(max_length=200, verbose_name="quién lo expide")),
                (
                    "archivo",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="documento", to="documentos.archivo"
                    ),
                ),
                ("firmantes", models.JSONField(default=list, verbose_name="quién lo aprobó o firmó")),
                (
                    "reserva",
                    models.CharField(blank=True, max_length=200, verbose_name="por qué se reserva su contenido"),
                ),
                ("emitido_en", models.DateTimeField()),
            ],
            options={
                "verbose_name": "documento expedido",
                "verbose_name_plural": "documentos expedidos",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="3d2a9b9680931a90cc1244d38fb0550c46867f8c",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_e9bf1",
                            table="documentos_documento",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cambia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c8c491a523b0ba6c616522ea8a4987c7f7f0aa50",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_no_cambia_b5fb7",
                            table="documentos_documento",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_se_vacia",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION '% solo se agrega', TG_TABLE_NAME;",
                            hash="cf931cf014318752448f853e26fdcc19a5e7a60d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_se_vacia_4e9a8",
                            table="documentos_documento",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
    ]
