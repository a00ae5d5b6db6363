"""The figures of the indicators, typed by several people at once."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from asiste.archivo.indicadores.numeros import leer_valor
from asiste.archivo.models import IndicadorDocumental
from asiste.web.interfaz.cifras import CifraField


class CifrasForm(forms.Form):
    """A figure for each indicator. `vistos` travels with them: what the page showed when it was opened."""

    vistos = forms.JSONField(
        required=False, widget=forms.HiddenInput, error_messages={"invalid": "Abra de nuevo la página."}
    )

    def __init__(
        self, *args: Any, indicadores: Iterable[IndicadorDocumental], valores: Mapping[int, Decimal], **opciones: Any
    ) -> None:
        super().__init__(*args, **opciones)
        self.indicadores = {f"valor-{uno.pk}": uno for uno in indicadores}
        for campo, uno in self.indicadores.items():
            dicho = uno.decir(valores.get(uno.pk)).removesuffix("\xa0%")
            self.fields[campo] = CifraField(label=uno.nombre, initial=dicho)
        self.fields["vistos"].initial = {
            str(uno.pk): str(valores[uno.pk]) for uno in self.indicadores.values() if uno.pk in valores
        }

    def valores(self) -> dict[IndicadorDocumental, Decimal | None]:
        """What was written, once valid."""
        return {uno: self.cleaned_data[campo] for campo, uno in self.indicadores.items()}

    def lo_visto(self) -> dict[IndicadorDocumental, Decimal | None]:
        """What each one was on the page that the person opened, once valid."""
        dichos = self.cleaned_data.get("vistos")
        vistos = dichos if isinstance(dichos, dict) else {}
        return {uno: _leer(vistos.get(str(uno.pk))) for uno in self.indicadores.values()}


def _leer(dicho: Any) -> Decimal | None:
    try:
        return leer_valor(dicho)
    except ValueError:
        return None
