"""Who approves the minutes."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from asiste.agenda.actas.aprobadores import Aprobador, aprobador
from asiste.web.equipo.forms.campos import parrafos, renglon


class AprobacionForm(forms.Form):
    """Who approves: who leads always does, and somebody else."""

    aprueban = forms.MultipleChoiceField(
        label="Quiénes la aprueban",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Elija de la lista."},
    )
    nombre = renglon("Otra persona: nombre completo", required=False)
    cargo = renglon("Su cargo", required=False)
    correo = forms.EmailField(
        label="Su correo electrónico",
        required=False,
        error_messages={"invalid": "Escriba el correo completo; por ejemplo, nombre@entidad.gov.co."},
    )

    def __init__(self, *, candidatos: Sequence[Aprobador], **opciones: Any) -> None:
        super().__init__(**opciones)
        self.candidatos = candidatos
        campo = cast(forms.MultipleChoiceField, self.fields["aprueban"])
        campo.choices = [(uno.correo, uno.rotulo) for uno in candidatos]

    def clean(self) -> dict[str, Any]:
        """Joins the chosen and the one who was written."""
        datos: dict[str, Any] = super().clean() or {}
        elegidos = [uno for uno in self.candidatos if uno.dirige or uno.correo in datos.get("aprueban", [])]
        nombre, correo = datos.get("nombre", ""), datos.get("correo", "")
        if bool(nombre) != bool(correo) and "correo" not in self.errors:
            self.add_error("correo" if nombre else "nombre", "Escriba el nombre y el correo, o ninguno de los dos.")
        if nombre and correo and correo.lower() not in {uno.correo for uno in elegidos}:
            elegidos.append(aprobador(nombre=nombre, correo=correo, cargo=datos.get("cargo", "")))
        return datos | {"elegidos": elegidos}


class RetomaForm(forms.Form):
    """Why it is taken back from who had to approve it."""

    motivo = parrafos(
        "Por qué se vuelve a redactar",
        "Escriba por qué se vuelve a redactar.",
        renglones=3,
        help_text="Queda con esta versión y lo ven quienes escriben.",
    )
