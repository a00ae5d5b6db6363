"""Where and when people meet, and who leads."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from asiste.directorio.models import Dependencia
from asiste.oferta.acciones import Encuentro
from asiste.oferta.acciones.programacion import Horas
from asiste.portafolio.models import Medio
from asiste.web.equipo.forms.campos import PersonaField, dia, ofrecer, renglon
from asiste.web.equipo.forms.tramite import activos

DONDE = {
    Medio.PRESENCIAL.value: ("lugar", "Escriba el lugar."),
    Medio.VIRTUAL.value: ("enlace_virtual", "Escriba el enlace de la reunión."),
    Medio.TELEFONICA.value: ("telefono", "Escriba el teléfono."),
}


def hora(rotulo: str, falta: str) -> forms.TimeField:
    """An hour of the day, in Bogotá."""
    return forms.TimeField(
        label=rotulo,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": falta, "invalid": "Escriba la hora, como 09:30."},
    )


class EncuentroForm(forms.Form):
    """Day, hours, place and who leads."""

    fecha = dia("Fecha", "Escriba la fecha.")
    desde = hora("Empieza", "Escriba a qué hora empieza.")
    hasta = hora("Termina", "Escriba a qué hora termina.")
    dirige = PersonaField("Quién dirige", "Elija quién dirige.")
    medio = forms.ChoiceField(label="Medio", choices=Medio.choices, widget=forms.RadioSelect, initial=Medio.PRESENCIAL)
    lugar = renglon("Lugar", required=False)
    enlace_virtual = forms.URLField(label="Enlace de la reunión", required=False, max_length=500, assume_scheme="https")
    telefono = forms.CharField(label="Teléfono", required=False, max_length=60)
    cupo = forms.IntegerField(label="Cupo de personas", required=False, min_value=1, max_value=5000)

    def __init__(self, *, direccion: Dependencia, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, dirige=activos(direccion))

    def clean(self) -> dict[str, Any]:
        """Says beside the field what is missing, or is not in order."""
        datos: dict[str, Any] = super().clean() or {}
        campo, falta = DONDE.get(datos.get("medio", ""), ("", ""))
        if campo and campo not in self.errors and not datos.get(campo):
            self.add_error(campo, falta)
        if datos.get("desde") and datos.get("hasta") and datos["hasta"] <= datos["desde"]:
            self.add_error("hasta", "Termina antes de empezar.")
        return datos

    def encuentro(self) -> Encuentro:
        """Where and who; once valid."""
        datos = self.cleaned_data
        return Encuentro(
            dirige=datos["dirige"],
            medio=datos["medio"],
            cupo=datos["cupo"],
            abierta=datos.get("abierta", False),
            **{campo: datos[campo] for campo, _ in DONDE.values()},
        )

    def horas(self, campo: str = "fecha") -> Horas:
        """From when to when, on the day of that field."""
        datos, zona = self.cleaned_data, timezone.get_current_timezone()
        return (
            datetime.combine(datos[campo], datos["desde"], zona),
            datetime.combine(datos[campo], datos["hasta"], zona),
        )
