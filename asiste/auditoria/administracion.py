"""Lists of Django's administration that are only read."""

from typing import TypeVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

Fila = TypeVar("Fila", bound=Model)


class SoloLectura(admin.ModelAdmin[Fila]):
    """Rows that are looked at and never written here: they belong to the use cases of their module."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Fila | None = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Fila | None = None) -> bool:
        """Nobody."""
        return False
