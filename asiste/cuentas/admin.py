"""People, in the administration."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from asiste.cuentas import acciones
from asiste.cuentas.models import Usuario


class FormularioUsuario(forms.ModelForm[Usuario]):
    """A person's data."""

    class Meta:
        model = Usuario
        fields = ("email", "nombre", "rol", "is_active")

    def clean_email(self) -> str:
        """The address in lower case, as it is kept."""
        return str(self.cleaned_data["email"]).lower()


@admin.register(Usuario)
class UsuarioAdmin(admin.ModelAdmin[Usuario]):
    """People and their role. Passwords are made only by their owner, through the mailed link."""

    form = FormularioUsuario
    fields = ["email", "nombre", "rol", "is_active", "last_login", "date_joined"]
    readonly_fields = ["last_login", "date_joined"]
    list_display = ["email", "nombre", "rol", "is_active", "last_login"]
    list_filter = ["rol", "is_active"]
    search_fields = ["email", "nombre__unaccent"]
    ordering = ["email"]
    show_full_result_count = False
    actions = ["quitar_segundo_factor"]

    def save_model(self, request: HttpRequest, obj: Usuario, form: Any, change: bool) -> None:
        """Through the module's own action, which closes the doors a role no longer uses."""
        acciones.guardar_usuario(usuario=obj)

    def has_delete_permission(self, request: HttpRequest, obj: Usuario | None = None) -> bool:
        """Nobody: what a person did stays signed. An account is made inactive instead."""
        return False

    @admin.action(description="Quitar el segundo paso (perdió el teléfono)")
    def quitar_segundo_factor(self, request: HttpRequest, queryset: QuerySet[Usuario]) -> None:
        """Those people activate another one on their next sign-in."""
        for usuario in queryset.order_by("id"):
            acciones.quitar_segundo_factor(usuario=usuario)
        self.message_user(request, "Listo: lo activarán de nuevo cuando ingresen.", messages.SUCCESS)
