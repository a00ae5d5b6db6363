"""The strategies that the activities may serve."""

from typing import Any

from django import forms

from asiste.cuentas.models import Usuario
from asiste.oferta.alcance import direcciones_de
from asiste.oferta.models import Estrategia
from asiste.web.equipo.forms.campos import DependenciaField, ofrecer, renglon


class EstrategiaForm(forms.Form):
    """A strategy of a dirección."""

    dependencia = DependenciaField("Dirección", "Elija la dirección.")
    nombre = renglon("Nombre", "Escriba el nombre.")
    activa = forms.BooleanField(
        label="En curso", required=False, initial=True, help_text="Si la desmarca, deja de ofrecerse en los planes."
    )

    def __init__(self, *, usuario: Usuario, estrategia: Estrategia | None, **opciones: Any) -> None:
        campos = ("dependencia", "nombre", "activa")
        inicial = {campo: getattr(estrategia, campo) for campo in campos} if estrategia else {}
        super().__init__(initial=inicial, **opciones)
        ofrecer(self, dependencia=direcciones_de(usuario))
