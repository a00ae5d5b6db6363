"""The outbox in the administration: only to look at."""

from django.contrib import admin

from asiste.auditoria.administracion import SoloLectura
from asiste.notificaciones.models import Mensaje, Rebote


@admin.register(Mensaje)
class MensajeAdmin(SoloLectura[Mensaje]):
    """Mails sent, waiting or given up, with the last error."""

    list_display = ["creado_en", "para", "asunto", "estado", "intentos", "enviado_en"]
    list_filter = ["estado"]
    search_fields = ["para__exact", "clave__exact", "message_id__exact"]
    search_help_text = "Correo de quien recibe, clave o identificador del mensaje, completos."
    exclude = ["adjuntos"]
    ordering = ["-id"]


@admin.register(Rebote)
class ReboteAdmin(SoloLectura[Rebote]):
    """Addresses where our mail does not arrive."""

    list_display = ["correo", "desde", "ultimo_en", "motivo", "permanente"]
    list_filter = ["permanente"]
    search_fields = ["correo__exact"]
    search_help_text = "Correo completo."
    ordering = ["-ultimo_en", "-id"]
