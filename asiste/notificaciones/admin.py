"""The outbox in the administration: only to look at."""

from django.contrib import admin

from asiste.auditoria.administracion import SoloLectura
from asiste.notificaciones.models import Mensaje


@admin.register(Mensaje)
class MensajeAdmin(SoloLectura[Mensaje]):
    """Mails sent, waiting or given up, with the last error."""

    list_display = ["creado_en", "para", "asunto", "estado", "intentos", "enviado_en"]
    list_filter = ["estado"]
    search_fields = ["para__exact", "clave__exact", "message_id__exact"]
    search_help_text = "Correo de quien recibe, clave o identificador del mensaje, completos."
    exclude = ["adjuntos"]
    ordering = ["-id"]
