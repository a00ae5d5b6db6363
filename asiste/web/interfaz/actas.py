"""Deciding on minutes or a report: the same for the team and for who opens the link of a letter."""

from datetime import datetime
from typing import cast

from django import forms

from asiste.agenda import acciones
from asiste.agenda.models import Acta, Aprobacion

LARGO = 5_000  # characters


class DecisionForm(forms.Form):
    """Approve, or send back with the reason."""

    decision = forms.ChoiceField(
        choices=[("aprobar", "Aprobar"), ("devolver", "Devolver")],
        widget=forms.HiddenInput,
        error_messages={
            "required": "Elija si lo aprueba o lo devuelve.",
            "invalid_choice": "Elija si lo aprueba o no.",
        },
    )
    motivo = forms.CharField(
        label="Qué hay que corregir",
        required=False,
        max_length=LARGO,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Lo leerán quienes lo escribieron.",
        error_messages={"max_length": "Resúmalo: caben 5.000 caracteres."},
    )

    def clean(self) -> dict[str, str]:
        """Says in its field that the reason lacks."""
        datos = cast(dict[str, str], super().clean() or {})
        if datos.get("decision") == "devolver" and not datos.get("motivo"):
            self.add_error("motivo", "Escriba por qué lo devuelve.")
        return datos


def decidir(form: DecisionForm, aprobacion: Aprobacion, ahora: datetime) -> Acta:
    """Does what the form, valid, says. Raises `ReglaIncumplida`."""
    if form.cleaned_data["decision"] == "devolver":
        return acciones.devolver(aprobacion=aprobacion, motivo=form.cleaned_data["motivo"], ahora=ahora)
    return acciones.aprobar(aprobacion=aprobacion, ahora=ahora)
