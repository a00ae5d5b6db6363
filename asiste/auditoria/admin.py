"""The audit trail, to read."""

from django.contrib import admin

from asiste.auditoria.administracion import SoloLectura
from asiste.auditoria.models import Hecho


@admin.register(Hecho)
class HechoAdmin(SoloLectura[Hecho]):
    """Read-only list of facts."""

    list_display = ["id", "momento", "operacion", "tabla", "fila"]
    list_filter = ["operacion"]
    search_fields = ["=tabla", "=fila"]
    ordering = ["-id"]
