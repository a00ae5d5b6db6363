"""The outbox in the administration: only to look at."""

from django.contrib import admin
from django.http import HttpRequest

from asiste.notificaciones.models import Mensaje


@admin.register(Mensaje)
class MensajeAdmin(admin.ModelAdmin[Mensaje]):
    """Mails sent, waiting or given up, with the last error."""

    list_display = ["creado_en", "para", "asunto", "estado", "intentos", "enviado_en"]
    list_filter = ["estado"]
    search_fields = ["para__exact", "clave__exact", "message_id__exact"]
    search_help_text = "Correo de quien recibe, clave o identificador del mensaje, completos."
    exclude = ["adjuntos"]
    ordering = ["-id"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Mails are written by the use cases."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Mensaje | None = None) -> bool:
        """What was written stays."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Mensaje | None = None) -> bool:
        """What was written stays."""
        return False
