"""The figures that an entity gives of itself."""

from decimal import Decimal
from typing import Any

from asiste.archivo.models import IndicadorDocumental
from asiste.web.interfaz.formulario_cifras import CifrasForm


class AutoevaluacionForm(CifrasForm):
    """A figure for each indicator that the archive has not noted; an empty one says nothing."""

    def __init__(self, *args: Any, **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        for campo, uno in self.indicadores.items():
            self.fields[campo].help_text = f"{uno.get_unidad_display()}. {uno.descripcion}"

    def dichos(self) -> dict[IndicadorDocumental, Decimal]:
        """What the person wrote and was not on the page, once valid."""
        vistos = self.lo_visto()
        return {uno: valor for uno, valor in self.valores().items() if valor is not None and valor != vistos[uno]}
