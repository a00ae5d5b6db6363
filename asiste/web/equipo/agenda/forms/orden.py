"""A point of the order of the day."""

from typing import Any

from django import forms

from asiste.agenda.models import PuntoOrden
from asiste.web.equipo.forms.campos import renglon

OCHO_HORAS = 480  # minutes


class PuntoForm(forms.Form):
    """A point of the order of the day."""

    titulo = renglon("Punto", "Escriba de qué trata.")
    responsable = renglon("Quién lo presenta", required=False)
    minutos = forms.IntegerField(
        label="Minutos",
        min_value=1,
        max_value=OCHO_HORAS,
        initial=10,
        error_messages={"required": "Escriba cuántos minutos."},
    )

    def __init__(self, punto: PuntoOrden | None = None, **opciones: Any) -> None:
        campos = ("titulo", "responsable", "minutos")
        super().__init__(
            initial={campo: getattr(punto, campo) for campo in campos} if punto else None,
            use_required_attribute=False,
            **opciones,
        )
