import django.db.models.functions.text
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Usuario",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="correo electrónico")),
                ("nombre", models.CharField(blank=True, max_length=200, verbose_name="nombre completo")),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("administracion", "Administración"),
                            ("sdfi", "Subsecretaría"),
                            ("direccion", "Dirección"),
                            ("subdireccion", "Subdirección"),
                            ("asesor", "Asesor"),
                            ("radicador", "Radicador"),
                            ("enlace", "Enlace o solicitante"),
                        ],
                        default="enlace",
                        max_length=15,
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="activa")),
                ("date_joined", models.DateTimeField(auto_now_add=True, verbose_name="creada el")),
            ],
            options={
                "verbose_name": "persona",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="usuario_correo_en_minusculas",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="bc16a5c8bd23f912cc7b866b56b38da7f75a77b4",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_164ec",
                            table="cuentas_usuario",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
    ]
