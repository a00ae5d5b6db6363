"""Forms of the bank."""

from typing import Any

from django import forms

from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import BusquedaGuardada

CABE = BusquedaGuardada._meta.get_field("consulta").max_length or 0


class AvisoForm(forms.Form):
    """Where to write what is published on a search."""

    correo = forms.EmailField(
        label="Correo electrónico",
        max_length=254,
        help_text="Le enviamos un enlace para confirmar que es suyo.",
        error_messages={"required": "Escriba su correo.", "invalid": "Escriba un correo válido, con arroba."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    acepta = forms.BooleanField(
        label="Autorizo el uso de mi correo para enviarme estos avisos.",
        error_messages={"required": "Para recibir avisos, autorice el uso de su correo."},
    )

    def __init__(self, *args: Any, filtros: Filtros, **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        self.filtros = filtros

    def clean(self) -> None:
        """Says when the search is too long to be kept."""
        if len(self.filtros.consulta) > CABE:
            raise forms.ValidationError("La búsqueda es muy larga para guardarla: use menos palabras o menos filtros.")
