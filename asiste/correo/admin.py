"""Messages that arrived, only to look at, and the mailboxes where they are read."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from asiste.auditoria.administracion import SoloLectura
from asiste.correo.models import BuzonImap, MensajeEntrante, SaludBuzon


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


class SaludInline(admin.StackedInline[SaludBuzon, BuzonImap]):
    """How the reading goes: only to look at."""

    model = SaludBuzon
    fields = readonly_fields = (
        "ultimo_intento_en",
        "ultimo_exito_en",
        "ultimo_mensaje_en",
        "error",
        "alarma",
        "alarma_desde",
    )
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody: the reading makes it."""
        return False


@admin.register(BuzonImap)
class BuzonImapAdmin(admin.ModelAdmin[BuzonImap]):
    """Where each official mailbox is read. The secret comes from the environment, never from here."""

    list_display = ["canal", "servidor", "seguridad", "usuario", "activo", "secreto"]
    list_select_related = ["canal"]
    fields = [
        "canal",
        "activo",
        "servidor",
        "puerto",
        "seguridad",
        "usuario",
        "autenticacion",
        "secreto",
        "entrada",
        "procesados",
        "por_revisar",
    ]
    readonly_fields = ["secreto"]
    inlines = [SaludInline]
    ordering = ["canal__valor", "id"]

    @admin.display(description="variable de ambiente con la contraseña o el token")
    def secreto(self, buzon: BuzonImap) -> str:
        """Name of the variable where the secret has to be."""
        return f"{buzon.variable} o {buzon.variable}_FILE" if buzon.canal_id else "se dice al guardar"
