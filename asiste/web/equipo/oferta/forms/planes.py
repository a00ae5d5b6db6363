"""Beginning a plan, reading it by parts and closing it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.oferta.alcance import direcciones_de
from asiste.oferta.consultas.ejecucion import Ejecucion, Situacion
from asiste.oferta.models import Actividad, Estrategia, Plan
from asiste.oferta.retrato import MESES
from asiste.portafolio.models import Tema
from asiste.web.equipo.forms.campos import DependenciaField, Elegir, ofrecer, parrafos

NUMERADOS = [(numero, nombre.capitalize()) for numero, nombre in enumerate(MESES, start=1)]


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

    def activo(self) -> bool:
        """True when something was asked."""
        return self.is_valid() and any(self.cleaned_data.values())


def _cumple(fila: Ejecucion, campo: str, valor: Any) -> bool:
    actividad = fila.actividad
    if campo == "situacion":
        return fila.situacion == valor and actividad.retirada_en is None
    if campo == "mes":
        return bool(fila.meses[valor - 1].situacion)
    if campo == "tema":
        return valor in actividad.temas.all()
    return bool(getattr(actividad, campo) == valor)
