"""Triage: who asks, and what to do with a message held back."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Entidad
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import DependenciaField, ofrecer, parrafos, renglon
from asiste.web.equipo.sugerencias import Sugerencia

EXTERNA = "externa"


class IdentificacionForm(forms.Form):
    """Which of the suggested entities asks, or none of the Distrito."""

    entidad = forms.ChoiceField(
        label="Quién solicita",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Elija la entidad, o diga que no es del Distrito.",
            "invalid_choice": "Busque la entidad y elíjala de la lista.",
        },
    )
    registrar_enlace = forms.BooleanField(required=False)

    def __init__(self, sugerencias: Sequence[Sugerencia], quien: str, **opciones: Any) -> None:
        super().__init__(**opciones)
        self.entidades = {una.clave: una.entidad for una in sugerencias}
        posibles = [(clave, str(entidad)) for clave, entidad in self.entidades.items()]
        cast(forms.ChoiceField, self.fields["entidad"]).choices = [*posibles, (EXTERNA, "No es del Distrito")]
        self.fields["registrar_enlace"].label = f"Registrar a {quien} como enlace de esa entidad"

    def elegida(self) -> Entidad | None:
        """The entity; None for who is not of the Distrito."""
        return self.entidades.get(self.cleaned_data["entidad"])


class SolicitanteForm(forms.Form):
    """Who really asks."""

    nombre = renglon("Nombre", "Escriba el nombre de quien pide.")
    cargo = renglon("Cargo", required=False)
    correo = forms.EmailField(
        label="Correo",
        max_length=254,
        help_text="Las respuestas le llegarán a este correo.",
        error_messages={"required": "Escriba el correo de quien pide.", "invalid": "Escriba un correo completo."},
    )


class RadicacionForm(forms.Form):
    """Which office receives the request."""

    dependencia = DependenciaField("Dependencia que la recibe", "Elija la dependencia que la recibe.")

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, dependencia=dependencias_visibles(usuario).exclude(tipo=Dependencia.Tipo.SUBSECRETARIA))


class DescarteForm(forms.Form):
    """Why a message is not a request."""

    motivo = parrafos(
        "Motivo",
        "Escriba por qué se descarta.",
        renglones=3,
        help_text="El mensaje se conserva: queda el motivo y quién lo descartó.",
    )
