"""What the team writes of who came."""

from typing import Any

from django import forms

from asiste.agenda.reconocimiento import Asistente
from asiste.web.equipo.forms.campos import renglon
from asiste.web.equipo.forms.entidades import EntidadField

MOTIVOS = ("No tenía teléfono", "No pudo leer el código", "Llegó antes de abrir el registro", "Firmó la lista en papel")


class MotivoForm(forms.Form):
    """Why it is done by hand; `sugeridos` are the usual reasons."""

    sugeridos = MOTIVOS

    motivo = renglon(
        "Por qué se anota a mano",
        "Escriba por qué se anota a mano.",
        help_text="Queda en la lista, con su nombre y la hora.",
        widget=forms.TextInput(attrs={"list": "motivos", "autocomplete": "off"}),
    )


class AnotarForm(MotivoForm):
    """Somebody who came and could not register: name and entity are enough."""

    nombre = renglon("Nombre completo", "Escriba el nombre.")
    entidad = EntidadField("Entidad")
    entidad_nombre = renglon(
        "Otra entidad u organización", required=False, help_text="Si no está en la lista anterior."
    )
    cargo = renglon("Cargo (opcional)", required=False)
    correo = forms.EmailField(label="Correo (opcional)", required=False, max_length=254)
    telefono = forms.CharField(label="Teléfono (opcional)", required=False, max_length=60)

    field_order = ("nombre", "entidad", "entidad_nombre", "cargo", "correo", "telefono", "motivo")

    def clean(self) -> dict[str, Any]:
        """Where the person comes from."""
        datos: dict[str, Any] = super().clean() or {}
        if "entidad" in datos and not (datos["entidad"] or datos.get("entidad_nombre")):
            self.add_error("entidad", "Elija la entidad, o escríbala abajo.")
        return datos

    def persona(self) -> Asistente:
        """Who it is."""
        datos = {campo: valor for campo, valor in self.cleaned_data.items() if campo != "motivo"}
        return Asistente(**datos)


class RetiroForm(forms.Form):
    """Why an entry was a mistake."""

    motivo = renglon(
        "Por qué se retira", "Escriba por qué se retira.", help_text="El registro se conserva, fuera de la lista."
    )
