"""Beginning a plan and closing it."""

from collections.abc import Iterable
from typing import Any

from django import forms

from asiste.cuentas.models import Usuario
from asiste.oferta.alcance import direcciones_de
from asiste.oferta.models import Actividad
from asiste.web.equipo.forms.campos import DependenciaField, ofrecer, parrafos


class PlanForm(forms.Form):
    """Whose plan it is, and of which year."""

    direccion = DependenciaField("Dirección", "Elija la dirección.")
    vigencia = forms.IntegerField(
        label="Vigencia",
        min_value=2020,
        max_value=2100,
        error_messages={"required": "Escriba el año.", "invalid": "Escriba el año con cuatro cifras."},
    )
    copiar = forms.BooleanField(
        label="Empezar con las actividades del plan anterior",
        required=False,
        help_text="Las que se retiraron no pasan. Después puede cambiarlas todas.",
    )

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, direccion=direcciones_de(usuario))


class CierreForm(forms.Form):
    """How the year went, and why each activity below its goal stayed there."""

    balance = parrafos("Balance del año", "", renglones=4, required=False)

    def __init__(self, *, faltan: Iterable[Actividad], **opciones: Any) -> None:
        super().__init__(**opciones)
        for actividad in faltan:
            self.fields[f"porque-{actividad.pk}"] = parrafos(
                f"Por qué no se cumplió «{actividad}»",
                "Diga por qué no se cumplió.",
                renglones=2,
            )

    def porques(self) -> dict[int, str]:
        """The reason of each activity, by its id; once valid."""
        return {
            int(campo.removeprefix("porque-")): texto
            for campo, texto in self.cleaned_data.items()
            if campo.startswith("porque-")
        }
