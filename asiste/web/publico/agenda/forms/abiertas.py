"""Forms that anyone sends: an hour chosen, others asked for, and registration."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator

from asiste.agenda.acciones.convocatoria import Persona
from asiste.agenda.models import FranjaOfrecida, Propuesta
from asiste.directorio.models import Entidad

# A name is written later in mails of ours: no stranger puts an address in them
SIN_DIRECCIONES = RegexValidator(r"://|www\.|[\r\n\t]", "Escriba solo letras y números.", inverse_match=True)


def renglon(rotulo: str, falta: str = "", **opciones: Any) -> forms.CharField:
    """A line of text; `falta` is what to say when it is empty."""
    errores = {"required": falta, "max_length": "Escriba 200 caracteres como máximo."}
    return forms.CharField(
        label=rotulo, max_length=200, error_messages=errores, validators=[SIN_DIRECCIONES], **opciones
    )


class EleccionForm(forms.Form):
    """One of the hours offered; whether it is still free, the action says."""

    franja = forms.ModelChoiceField(
        FranjaOfrecida.objects.none(),
        label="Hora",
        error_messages={"required": "Elija una hora.", "invalid_choice": "Esa hora ya no está entre las ofrecidas."},
    )

    def __init__(self, *args: Any, propuesta: Propuesta, **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        self.fields["franja"] = forms.ModelChoiceField(
            propuesta.franjas.all(), label="Hora", error_messages=self.fields["franja"].error_messages
        )


class OtrasForm(forms.Form):
    """When it would suit."""

    texto = forms.CharField(
        label="Qué días y horas le sirven",
        required=False,
        max_length=500,
        error_messages={"max_length": "Escriba 500 caracteres como máximo."},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class InscripcionForm(forms.Form):
    """Who registers: name, address, entity and position."""

    nombre = renglon("Nombre completo", "Escriba su nombre completo.")
    correo = forms.EmailField(
        label="Correo electrónico",
        max_length=254,
        help_text="El de su entidad, si lo tiene. Le enviamos un enlace para confirmar que es suyo.",
        error_messages={"required": "Escriba su correo.", "invalid": "Escriba un correo válido, con arroba."},
    )
    entidad = forms.ModelChoiceField(
        Entidad.objects.activas(), label="Entidad", required=False, empty_label="Otra, o ninguna"
    )
    cargo = renglon("Cargo", required=False)
    acepta = forms.BooleanField(
        label="Autorizo el tratamiento de estos datos para la inscripción, la asistencia y la evaluación de la sesión.",
        error_messages={"required": "Para inscribirse, autorice el tratamiento de sus datos."},
    )

    def __init__(self, *args: Any, **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        for campo, significado in {"nombre": "name", "correo": "email", "cargo": "organization-title"}.items():
            self.fields[campo].widget.attrs["autocomplete"] = significado

    def datos(self, sesion: str) -> dict[str, Any]:
        """What travels, signed, in the link that confirms the address."""
        entidad = self.cleaned_data["entidad"]
        return {
            "sesion": sesion,
            "nombre": self.cleaned_data["nombre"],
            "correo": self.cleaned_data["correo"].lower(),
            "entidad": entidad.pk if entidad else None,
            "cargo": self.cleaned_data["cargo"],
        }


def persona_de(datos: dict[str, Any]) -> Persona:
    """Who registers, as the link brings it back; an entity that is gone counts as none."""
    entidad = Entidad.objects.filter(pk=datos["entidad"]).first() if datos["entidad"] else None
    return Persona(nombre=datos["nombre"], correo=datos["correo"], entidad=entidad, cargo=datos["cargo"])
