"""The calendar in the administration: days are only read, since each change moves open requests."""

from django.contrib import admin

from asiste.auditoria.administracion import SoloLectura
from asiste.calendario.models import DiaNoHabil, Festivo, JornadaAtencion


@admin.register(Festivo)
class FestivoAdmin(SoloLectura[Festivo]):
    """Holidays."""

    list_display = ("fecha", "nombre", "norma", "traslado", "retirado_en")
    list_filter = ("traslado",)
    search_fields = ("nombre", "norma")
    date_hierarchy = "fecha"
    ordering = ("-fecha",)


@admin.register(DiaNoHabil)
class DiaNoHabilAdmin(SoloLectura[DiaNoHabil]):
    """Extra non-working days."""

    list_display = ("fecha", "motivo", "acto", "alcance", "retirado_en")
    list_filter = ("alcance",)
    search_fields = ("motivo", "acto")
    date_hierarchy = "fecha"
    ordering = ("-fecha",)


@admin.register(JornadaAtencion)
class JornadaAtencionAdmin(admin.ModelAdmin[JornadaAtencion]):
    """Service hours."""

    list_display = ("desde", "inicio", "cierre")
    search_fields = ("desde",)
    date_hierarchy = "desde"
    ordering = ("-desde",)
