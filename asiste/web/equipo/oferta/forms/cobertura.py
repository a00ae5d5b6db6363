"""Conditions of the coverage and of the demand, which travel in the address."""

from typing import Any

from django import forms

from asiste.directorio.models import Sector
from asiste.oferta.consultas.demanda import ENTIDADES, VECES
from asiste.web.equipo.forms.campos import Elegir


class CoberturaForm(forms.Form):
    """Year, sector and which entities; what is not understood takes its usual value."""

    vigencia = forms.IntegerField(label="Vigencia", required=False, min_value=2016, max_value=2100)
    sector = Elegir(Sector.objects.order_by("orden", "id"), "Todos", label="Sector")
    ver = forms.ChoiceField(
        label="Entidades", required=False, choices=[("", "Todas"), ("sin-asistencia", "Sin asistencia en el año")]
    )

    def __init__(self, datos: Any, anio: int) -> None:
        completos = datos.copy()
        completos.setdefault("vigencia", str(anio))
        super().__init__(completos, use_required_attribute=False)
        self.anio = anio
        for campo in self.fields.values():
            campo.widget.attrs["class"] = "control-chico"

    def pedido(self, campo: str) -> Any:
        """What was understood of a field, or None."""
        self.is_valid()
        return self.cleaned_data.get(campo)

    @property
    def anio_visto(self) -> int:
        """The year asked for, or the current one."""
        return self.pedido("vigencia") or self.anio


class DemandaForm(CoberturaForm):
    """Year, and from how many requests of how many entities a topic recurs."""

    veces = forms.IntegerField(label="Solicitudes, al menos", required=False, min_value=1, max_value=999)
    entidades = forms.IntegerField(label="De entidades, al menos", required=False, min_value=1, max_value=999)

    def __init__(self, datos: Any, anio: int) -> None:
        completos = datos.copy()
        completos.setdefault("veces", str(VECES))
        completos.setdefault("entidades", str(ENTIDADES))
        super().__init__(completos, anio)
        del self.fields["sector"], self.fields["ver"]

    def minimos(self) -> dict[str, int]:
        """How many requests and entities make it recurring."""
        return {"veces": self.pedido("veces") or VECES, "entidades": self.pedido("entidades") or ENTIDADES}
