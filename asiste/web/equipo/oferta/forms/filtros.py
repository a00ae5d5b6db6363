"""Which activities of a plan to see."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms

from asiste.directorio.models import Funcionario
from asiste.oferta.consultas.ejecucion import Ejecucion, Situacion
from asiste.oferta.models import Estrategia, Plan
from asiste.oferta.retrato import MESES
from asiste.portafolio.models import Tema
from asiste.web.equipo.forms.campos import Elegir, ofrecer

NUMERADOS = [(numero, nombre.capitalize()) for numero, nombre in enumerate(MESES, start=1)]


class FiltroPlanForm(forms.Form):
    """Which activities of a plan to see; it travels in the address."""

    estrategia = Elegir(label="Estrategia")
    tema = Elegir(None, "Todos", label="Tema")
    responsable = Elegir(None, "Todos", label="Responsable")
    mes = forms.TypedChoiceField(
        label="Mes", required=False, coerce=int, empty_value=None, choices=[("", "Todos"), *NUMERADOS]
    )
    situacion = forms.ChoiceField(label="Cómo va", required=False, choices=[("", "Todas"), *Situacion.choices])

    def __init__(self, datos: Any, plan: Plan) -> None:
        super().__init__(datos, use_required_attribute=False)
        suyas = plan.actividades.order_by()
        responsables = Funcionario.objects.filter(pk__in=suyas.values("responsable"))
        ofrecer(
            self,
            estrategia=Estrategia.objects.filter(pk__in=suyas.values("estrategia")).order_by("nombre", "id"),
            tema=Tema.objects.filter(pk__in=suyas.values("temas")).order_by("orden", "id"),
            responsable=responsables.select_related("usuario").order_by("usuario__nombre", "id"),
        )
        for campo in self.fields.values():
            campo.widget.attrs["class"] = "control-chico"

    def cumplen(self, filas: Iterable[Ejecucion]) -> Iterator[Ejecucion]:
        """Those that meet every condition that was understood."""
        self.is_valid()
        pide = {campo: valor for campo, valor in self.cleaned_data.items() if valor}
        return (fila for fila in filas if all(_cumple(fila, campo, valor) for campo, valor in pide.items()))


def _cumple(fila: Ejecucion, campo: str, valor: Any) -> bool:
    actividad = fila.actividad
    if campo == "situacion":
        return fila.situacion == valor and actividad.retirada_en is None
    if campo == "mes":
        return bool(fila.meses[valor - 1].situacion)
    if campo == "tema":
        return valor in actividad.temas.all()
    return bool(getattr(actividad, campo) == valor)
