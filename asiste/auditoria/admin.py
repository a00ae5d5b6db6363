"""The audit trail, to read."""

from django.contrib import admin
from django.http import HttpRequest

from asiste.auditoria.models import Hecho


@admin.register(Hecho)
class HechoAdmin(admin.ModelAdmin[Hecho]):
    """Read-only list of facts."""

    list_display = ["id", "momento", "operacion", "tabla", "fila"]
    list_filter = ["operacion"]
    search_fields = ["=tabla", "=fila"]
    show_full_result_count = False
    ordering = ["-id"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody writes facts by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Hecho | None = None) -> bool:
        """Nobody changes facts."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Hecho | None = None) -> bool:
        """Nobody deletes facts."""
        return False
