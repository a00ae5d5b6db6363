"""The figures that an entity gives of itself."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from asiste.archivo.models import IndicadorDocumental
from asiste.web.interfaz.cifras import CifraField


class AutoevaluacionForm(forms.Form):
    """A figure for each indicator that the archive has not noted; an empty one says nothing."""

    def __init__(
        self, *args: Any, indicadores: Iterable[IndicadorDocumental], valores: Mapping[int, Decimal], **opciones: Any
    ) -> None:
        super().__init__(*args, **opciones)
        self.indicadores = {f"valor-{uno.pk}": uno for uno in indicadores}
        for campo, uno in self.indicadores.items():
            ayuda = f"{uno.get_unidad_display()}. {uno.descripcion}"
            dicho = uno.decir(valores.get(uno.pk)).removesuffix("\xa0%")
            self.fields[campo] = CifraField(label=uno.nombre, help_text=ayuda, initial=dicho)

    def valores(self) -> dict[IndicadorDocumental, Decimal]:
        """What was written, once valid."""
        dichos = {uno: self.cleaned_data[campo] for campo, uno in self.indicadores.items()}
        return {uno: valor for uno, valor in dichos.items() if valor is not None}
