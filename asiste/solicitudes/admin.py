"""Requests in the administration: only to look at; they are worked in the team's space."""

from django.contrib import admin

from asiste.auditoria.administracion import SoloLectura
from asiste.solicitudes.models import Actuacion, Solicitud


class ActuacionInline(admin.TabularInline[Actuacion, Solicitud]):
    """Timeline of the request, without links to edit it."""

    model = Actuacion
    fk_name = "solicitud"
    fields = ["momento", "tipo", "autor_nombre", "texto", "visible_entidad"]
    ordering = ["momento", "id"]
    extra = 0
    can_delete = False


@admin.register(Solicitud)
class SolicitudAdmin(SoloLectura[Solicitud]):
    """Requests as they are in the database."""

    list_display = ["radicado", "recibida_en", "entidad_nombre", "asunto", "dependencia", "estado", "vence_el"]
    list_filter = ["estado", "canal", "dependencia"]
    list_select_related = ["dependencia"]
    search_fields = ["radicado__exact", "radicado_siga__exact", "solicitante_correo__exact"]
    search_help_text = "Número de radicado, radicado de SIGA o correo de quien solicita, completos."
    exclude = ["participantes", "tambien_en"]
    inlines = [ActuacionInline]
    ordering = ["-recibida_en", "-id"]
