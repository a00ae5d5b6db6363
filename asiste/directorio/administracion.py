"""Who heads an office for a while, in the administration: by the same rules as on the page of the team."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from asiste.directorio.acciones import AsignacionInvalida, encargar_oficina, exigir_encargo_de_otro
from asiste.directorio.models import Encargo

if TYPE_CHECKING:
    from asiste.cuentas.models import Usuario


class FormularioEncargo(forms.ModelForm[Encargo]):
    """Office, person, days and act, noted by `autor`."""

    autor: "Usuario"

    def clean(self) -> dict[str, Any]:
        """Nobody gives a charge to himself or herself, nor makes longer the own one."""
        datos: dict[str, Any] = super().clean() or {}
        quien = datos.get("funcionario") or getattr(self.instance, "funcionario", None)
        oficina = datos.get("dependencia") or getattr(self.instance, "dependencia", None)
        if quien and oficina:
            try:
                exigir_encargo_de_otro(autor=self.autor, funcionario=quien, dependencia=oficina)
            except AsignacionInvalida as regla:
                raise ValidationError(str(regla)) from regla
        return datos


class EncargoAdmin(admin.ModelAdmin[Encargo]):
    """Who heads an office for a while. Once noted, neither the office nor the person change."""

    form = FormularioEncargo
    list_display = ["dependencia", "funcionario", "desde", "hasta", "acto"]
    list_filter = ["dependencia"]
    list_select_related = ["dependencia", "funcionario__usuario"]
    search_fields = ["funcionario__usuario__nombre__unaccent", "acto__unaccent"]
    autocomplete_fields = ["dependencia", "funcionario"]
    date_hierarchy = "desde"
    ordering = ["-desde", "-id"]

    def get_form(
        self, request: HttpRequest, obj: Encargo | None = None, change: bool = False, **kwargs: Any
    ) -> type[FormularioEncargo]:
        """Of who is in."""
        base = super().get_form(request, obj, change=change, **kwargs)
        return type("FormularioEncargo", (cast(type[FormularioEncargo], base),), {"autor": request.user})

    def get_readonly_fields(self, request: HttpRequest, obj: Encargo | None = None) -> list[str]:
        """What it says of whom, once it is noted."""
        return ["dependencia", "funcionario"] if obj else []

    def save_model(self, request: HttpRequest, obj: Encargo, form: Any, change: bool) -> None:
        """A new one, through the module's own action: who heads the office is told."""
        if change:
            super().save_model(request, obj, form, change)
            return
        datos = {campo: getattr(obj, campo) for campo in ("dependencia", "funcionario", "desde", "hasta", "acto")}
        obj.pk = encargar_oficina(**datos, autor=form.autor, ahora=timezone.now()).pk
