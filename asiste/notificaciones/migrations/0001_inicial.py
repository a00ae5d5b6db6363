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
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mensaje",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("clave", models.CharField(max_length=120, unique=True, verbose_name="clave que evita repetirlo")),
                ("remitente", models.CharField(max_length=420)),
                ("para", models.EmailField(max_length=254)),
                ("caso", models.CharField(blank=True, max_length=20, verbose_name="radicado del que trata")),
                ("asunto", models.CharField(max_length=250)),
                ("texto", models.TextField()),
                ("automatico", models.BooleanField(default=True, verbose_name="automático")),
                ("solo_en_jornada", models.BooleanField(default=False, verbose_name="solo en horas de servicio")),
                (
                    "metodo",
                    models.CharField(
                        blank=True,
                        choices=[("REQUEST", "Invita"), ("CANCEL", "Cancela")],
                        max_length=10,
                        verbose_name="qué hace en el calendario",
                    ),
                ),
                ("calendario", models.TextField(blank=True, verbose_name="lo que lee el calendario")),
                ("baja", models.CharField(blank=True, max_length=500, verbose_name="dónde se deja de recibir")),
                ("message_id", models.CharField(max_length=250, unique=True)),
                ("en_respuesta_a", models.CharField(blank=True, max_length=998)),
                (
                    "referencias",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=998), blank=True, default=list, size=None
                    ),
                ),
                (
                    "estado",
                    models.CharField(
                        choices=[
                            ("pendiente", "Por enviar"),
                            ("enviado", "Enviado"),
                            ("fallido", "No se pudo enviar"),
                            ("perdido", "Dado por perdido"),
                            ("tope", "No se envió: tope diario"),
                        ],
                        default="pendiente",
                        max_length=10,
                    ),
                ),
                ("intentos", models.PositiveSmallIntegerField(default=0)),
                ("proximo_intento_en", models.DateTimeField(verbose_name="próximo intento")),
                ("enviado_en", models.DateTimeField(blank=True, null=True)),
                ("error", models.TextField(blank=True)),
                ("creado_en", models.DateTimeField()),
                ("perdido_en", models.DateTimeField(blank=True, null=True, verbose_name="dado por perdido el")),
                (
                    "perdido_por",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("motivo", models.TextField(blank=True, verbose_name="por qué se dio por perdido")),
            ],
            options={
                "verbose_name": "mensaje",
                "indexes": [
                    models.Index(
                        models.F("proximo_intento_en"),
                        models.F("id"),
                        condition=models.Q(("estado", "pendiente")),
                        name="mensaje_por_enviar",
                    ),
                    models.Index(models.F("id"), condition=models.Q(("estado", "fallido")), name="mensaje_fallido"),
                    models.Index(
                        models.F("id"),
                        condition=models.Q(("estado", "enviado"), _negated=True),
                        name="mensaje_sin_enviar",
                    ),
                    models.Index(
                        models.F("para"),
                        models.F("creado_en"),
                        condition=models.Q(("automatico", True)),
                        name="mensaje_automatico",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("enviado_en__isnull", False), ("estado", "enviado")),
                            models.Q(models.Q(("estado", "enviado"), _negated=True), ("enviado_en__isnull", True)),
                            _connector="OR",
                        ),
                        name="mensaje_enviado_tiene_momento",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("calendario", ""), ("metodo", "")),
                            models.Q(
                                models.Q(("metodo", ""), _negated=True), models.Q(("calendario", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="mensaje_de_calendario_con_metodo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("estado", "perdido"),
                                ("perdido_en__isnull", False),
                                ("perdido_por__isnull", False),
                                models.Q(("motivo", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("estado", "perdido"), _negated=True),
                                ("motivo", ""),
                                ("perdido_en__isnull", True),
                                ("perdido_por__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="mensaje_perdido_con_motivo",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="5c1857d00e6af06be559b7d4fc17d0179789351c",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_27dc3",
                            table="notificaciones_mensaje",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MensajeAdjunto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mensaje",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="notificaciones.mensaje"),
                ),
                ("archivo", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="documentos.archivo")),
                ("nombre", models.CharField(max_length=250)),
            ],
            options={
                "verbose_name": "adjunto del mensaje",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="9145a6f34ab5bbe12b49185e11bc6055d0cc122b",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_b0dfb",
                            table="notificaciones_mensajeadjunto",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="mensaje",
            name="adjuntos",
            field=models.ManyToManyField(through="notificaciones.MensajeAdjunto", to="documentos.archivo"),
        ),
        migrations.CreateModel(
            name="PreferenciaAvisos",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "usuario",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preferencia_avisos",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("resumen", models.BooleanField(default=True, verbose_name="resumen del día")),
                ("antes_de_vencer", models.BooleanField(default=True, verbose_name="avisos antes de vencer")),
                (
                    "mensajes",
                    models.CharField(
                        choices=[
                            ("al-momento", "Al momento, un correo por cada mensaje"),
                            ("resumen", "Solo en el resumen del día"),
                            ("nunca", "No avisarme: los veo en la plataforma"),
                        ],
                        default="al-momento",
                        max_length=10,
                        verbose_name="mensajes de las entidades",
                    ),
                ),
            ],
            options={
                "verbose_name": "preferencia de avisos",
                "verbose_name_plural": "preferencias de avisos",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("resumen", True), models.Q(("mensajes", "resumen"), _negated=True), _connector="OR"
                        ),
                        name="sin_resumen_no_hay_mensajes_en_el",
                        violation_error_message="Para recibir los mensajes en el resumen, deje el resumen del día.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="386ba5d588e3397928c34321dcb110d047d1634e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_ae3d1",
                            table="notificaciones_preferenciaavisos",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Rebote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("correo", models.EmailField(max_length=254, unique=True)),
                ("desde", models.DateTimeField()),
                ("ultimo_en", models.DateTimeField(verbose_name="último rebote")),
                ("motivo", models.CharField(max_length=200)),
                ("permanente", models.BooleanField()),
                (
                    "mensaje",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rebotes",
                        to="notificaciones.mensaje",
                        verbose_name="último mensaje",
                    ),
                ),
            ],
            options={
                "verbose_name": "dirección que rebota",
                "verbose_name_plural": "direcciones que rebotan",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="auditado",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM auditoria_anotar(TG_TABLE_NAME::text, TG_OP, to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL;",
                            hash="97bd1e20c702aabb1adcc01509178ff5f539730a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_auditado_1172e",
                            table="notificaciones_rebote",
                            when="AFTER",
                        ),
                    )
                ],
            },
        ),
    ]
