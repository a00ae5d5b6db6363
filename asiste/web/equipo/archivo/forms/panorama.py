"""Conditions of the panorama, which travel in the address."""

from typing import Any

from django import forms

from asiste.archivo.alcance import direccion_del_archivo
from asiste.archivo.models import PlanFocalizado
from asiste.archivo.panorama import SIN_PLAN, Condiciones
from asiste.directorio.models import Sector
from asiste.web.equipo.forms.campos import Elegir, ofrecer
from asiste.web.equipo.forms.tramite import activos

ESTADOS = [("", "Todas"), (SIN_PLAN, "Sin plan"), *PlanFocalizado.Estado.choices]


class PanoramaForm(forms.Form):
    """Year, sector, state of the plan and adviser; what is not understood does not limit."""

    vigencia = forms.IntegerField(label="Vigencia", required=False, min_value=2016, max_value=2100)
    sector = Elegir(Sector.objects.order_by("orden", "id"), "Todos", label="Sector")
    estado = forms.ChoiceField(label="Entidades", required=False, choices=ESTADOS)
    asesor = Elegir(None, "Todos", label="Asesor")

    def __init__(self, datos: Any, anio: int) -> None:
        completos = datos.copy()
        completos.setdefault("vigencia", str(anio))
        super().__init__(completos, use_required_attribute=False)
        self.anio = anio
        ofrecer(self, asesor=activos(direccion_del_archivo()))
        for campo in self.fields.values():
            campo.widget.attrs["class"] = "control-chico"

    def condiciones(self) -> Condiciones:
        """The conditions that were understood."""
        self.is_valid()
        pedido = {campo: valor for campo, valor in self.cleaned_data.items() if valor}
        return Condiciones(**{"vigencia": self.anio} | pedido)
