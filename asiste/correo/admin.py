"""Messages that arrived, in the administration: only to look at."""

from django.contrib import admin

from asiste.auditoria.administracion import SoloLectura
from asiste.correo.models import MensajeEntrante


@admin.register(MensajeEntrante)
class MensajeEntranteAdmin(SoloLectura[MensajeEntrante]):
    """Each message and what became of it."""

    list_display = ["guardado_en", "de_correo", "asunto_corto", "buzon", "resultado", "solicitud"]
    list_filter = ["resultado", "buzon"]
    list_select_related = ["buzon", "solicitud"]
    search_fields = ["de_correo__exact", "message_id__exact", "solicitud__radicado__exact"]
    search_help_text = "Correo de quien escribe, identificador del mensaje o radicado, completos."
    ordering = ["-guardado_en", "-id"]

    @admin.display(description="asunto")
    def asunto_corto(self, mensaje: MensajeEntrante) -> str:
        """Beginning of the subject."""
        return mensaje.asunto[:80]
