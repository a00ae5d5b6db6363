import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auditoria", "0001_inicial"),
        ("documentos", "0001_inicial"),
        ("portafolio", "0001_inicial"),
        ("solicitudes", "0001_inicial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MensajeEntrante",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "crudo",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mensaje_entrante",
                        to="documentos.archivo",
                    ),
                ),
                ("nombre", models.CharField(blank=True, max_length=250, verbose_name="de dónde salió")),
                ("guardado_en", models.DateTimeField()),
                (
                    "buzon",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="portafolio.canal"
                    ),
                ),
                (
                    "resultado",
                    models.CharField(
                        choices=[
                            ("pendiente", "Por procesar"),
                            ("radicado", "Radicado"),
                            ("agregado", "Agregado a una solicitud"),
                            ("duplicado", "Duplicado"),
                            ("automatico", "Automático"),
                            ("rebote", "Rebote"),
                            ("calendario", "Respuesta a una convocatoria"),
                            ("cuarentena", "En cuarentena"),
                            ("descartado", "Descartado por una persona"),
                        ],
                        default="pendiente",
                        max_length=10,
                    ),
                ),
                ("motivo", models.TextField(blank=True)),
                (
                    "solicitud",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mensajes_entrantes",
                        to="solicitudes.solicitud",
                    ),
                ),
                (
                    "revisado_por",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "revisado_en",
                    models.DateTimeField(blank=True, null=True, verbose_name="cuándo salió de la cuarentena"),
                ),
                ("recibido_en", models.DateTimeField(blank=True, null=True)),
                ("message_id", models.CharField(blank=True, max_length=998)),
                (
                    "contenido",
                    models.CharField(blank=True, db_index=True, max_length=64, verbose_name="huella de lo que dice"),
                ),
                ("de_correo", models.CharField(blank=True, max_length=254)),
                ("de_nombre", models.CharField(blank=True, max_length=250)),
                ("responder_a", models.CharField(blank=True, max_length=254)),
                (
                    "para",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=254), blank=True, default=list, size=None
                    ),
                ),
                ("asunto", models.TextField(blank=True)),
                ("texto", models.TextField(blank=True)),
                (
                    "avisos",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "mensaje recibido",
                "verbose_name_plural": "mensajes recibidos",
                "indexes": [
                    models.Index(
                        models.F("resultado"),
                        models.F("guardado_en"),
                        models.F("id"),
                        condition=models.Q(("resultado__in", ["pendiente", "cuarentena"])),
                        name="mensaje_por_revisar",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("resultado__in", ["radicado", "agregado", "duplicado"]),
                            ("solicitud__isnull", True),
                            _negated=True,
                        ),
                        name="lo_radicado_tiene_solicitud",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revisado_en__isnull", True), ("revisado_por__isnull", True)),
                            models.Q(("revisado_en__isnull", False), ("revisado_por__isnull", False)),
                            _connector="OR",
                        ),
                        name="revisado_por_alguien_y_cuando",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("resultado", "descartado"), ("revisado_por__isnull", True), _negated=True),
                        name="descartado_por_una_persona",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="b8cf6c80f87e404abff6e4580fb337066ab1905b",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_cf5af",
                            table="correo_mensajeentrante",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BuzonImap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "canal",
                    models.OneToOneField(
                        limit_choices_to={"tipo": "correo"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imap",
                        to="portafolio.canal",
                        verbose_name="buzón",
                    ),
                ),
                ("activo", models.BooleanField(default=True, verbose_name="se lee")),
                ("servidor", models.CharField(max_length=200)),
                ("puerto", models.PositiveIntegerField(default=993)),
                (
                    "seguridad",
                    models.CharField(
                        choices=[
                            ("tls", "TLS desde el comienzo (993)"),
                            ("starttls", "STARTTLS (143)"),
                            ("ninguna", "Sin cifrar: solo dentro de la misma máquina"),
                        ],
                        default="tls",
                        max_length=10,
                    ),
                ),
                ("usuario", models.CharField(help_text="Casi siempre, la misma dirección del buzón.", max_length=200)),
                (
                    "autenticacion",
                    models.CharField(
                        choices=[("clave", "Contraseña"), ("token", "Token de OAuth2 (XOAUTH2)")],
                        default="clave",
                        max_length=10,
                        verbose_name="autenticación",
                    ),
                ),
                ("entrada", models.CharField(default="INBOX", max_length=200, verbose_name="carpeta de entrada")),
                (
                    "procesados",
                    models.CharField(default="Asiste", max_length=200, verbose_name="carpeta de lo recibido"),
                ),
                (
                    "por_revisar",
                    models.CharField(
                        default="Asiste por revisar", max_length=200, verbose_name="carpeta de la cuarentena"
                    ),
                ),
            ],
            options={
                "verbose_name": "buzón que se lee",
                "verbose_name_plural": "buzones que se leen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("procesados", models.F("entrada")), _negated=True),
                            models.Q(("por_revisar", models.F("entrada")), _negated=True),
                        ),
                        name="buzon_no_vuelve_a_su_entrada",
                        violation_error_message="Lo recibido debe ir a otra carpeta: en la de entrada se leería otra vez.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="8a72c7d319bedd777dd75d82fdcff50285db7ce1",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_37b23",
                            table="correo_buzonimap",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SaludBuzon",
            fields=[
                (
                    "buzon",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="salud",
                        serialize=False,
                        to="correo.buzonimap",
                    ),
                ),
                ("vigilado_desde", models.DateTimeField()),
                ("ultimo_intento_en", models.DateTimeField(verbose_name="último intento")),
                (
                    "ultimo_exito_en",
                    models.DateTimeField(blank=True, null=True, verbose_name="última lectura completa"),
                ),
                ("ultimo_mensaje_en", models.DateTimeField(blank=True, null=True, verbose_name="último mensaje")),
                ("falla_desde", models.DateTimeField(blank=True, null=True)),
                ("error", models.TextField(blank=True)),
                (
                    "alarma",
                    models.CharField(
                        blank=True,
                        choices=[("", "Sin novedad"), ("falla", "No se puede leer"), ("silencio", "No llega nada")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("alarma_desde", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "salud del buzón",
                "verbose_name_plural": "salud de los buzones",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("error", ""), ("falla_desde__isnull", True)),
                            models.Q(models.Q(("error", ""), _negated=True), ("falla_desde__isnull", False)),
                            _connector="OR",
                        ),
                        name="error_y_falla_van_juntos",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alarma", ""), ("alarma_desde__isnull", True)),
                            models.Q(models.Q(("alarma", ""), _negated=True), ("alarma_desde__isnull", False)),
                            _connector="OR",
                        ),
                        name="alarma_tiene_momento",
                    ),
                ],
            },
        ),
    ]
