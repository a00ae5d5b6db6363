"""The figures of the indicators, typed by several people at once."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.http import QueryDict

from asiste.archivo.indicadores.numeros import leer_valor
from asiste.archivo.models import IndicadorDocumental, ValorIndicador
from asiste.web.interfaz.cifras import CifraField

SUYA, OTRA = "suya", "otra"


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
            if _cual(uno) in self.data:
                self.fields[_cual(uno)] = _eleccion(uno, self.lo_visto()[uno])
        self.fields["vistos"].initial = {
            str(uno.pk): str(valores[uno.pk]) for uno in self.indicadores.values() if uno.pk in valores
        }
        self._ordenar()

    def valores(self) -> dict[IndicadorDocumental, Decimal | None]:
        """What was written, once valid; of what clashed and was left to the other one, what is there."""
        vistos, dichos = self.lo_visto(), self.cleaned_data
        return {
            uno: vistos[uno] if dichos.get(_cual(uno)) == OTRA else dichos[campo]
            for campo, uno in self.indicadores.items()
        }

    def ofrecer(self, actuales: Mapping[IndicadorDocumental, ValorIndicador | None]) -> None:
        """Beside each figure that clashed, the choice between it and the one that is there now."""
        vistos = {str(uno.pk): str(valor) for uno, valor in self.lo_visto().items() if valor is not None}
        datos = QueryDict(mutable=True)
        datos.update(self.data)
        for uno, fila in actuales.items():
            vistos.pop(str(uno.pk), None)
            if fila:
                vistos[str(uno.pk)] = str(fila.valor)
            eleccion = self.fields.setdefault(_cual(uno), _eleccion(uno, None))
            cast(forms.ChoiceField, eleccion).choices = _opciones(uno, fila.valor if fila else None)
            datos[_cual(uno)] = SUYA
        datos["vistos"] = json.dumps(vistos)
        self.data = datos
        self._ordenar()

    def lo_visto(self) -> dict[IndicadorDocumental, Decimal | None]:
        """What each one was on the page that the person opened."""
        vistos = _leer_vistos(self.data.get("vistos", ""))
        return {uno: _leer(vistos.get(str(uno.pk))) for uno in self.indicadores.values()}

    def _ordenar(self) -> None:
        """Each choice after its figure."""
        cifras = [nombre for campo, uno in self.indicadores.items() for nombre in (campo, _cual(uno))]
        self.order_fields(["fuente", *cifras])


def _cual(indicador: IndicadorDocumental) -> str:
    return f"queda-{indicador.pk}"


def _eleccion(indicador: IndicadorDocumental, otra: Decimal | None) -> forms.ChoiceField:
    opciones = _opciones(indicador, otra)
    return forms.ChoiceField(label=f"Cuál queda en «{indicador}»", widget=forms.RadioSelect, choices=opciones)


def _opciones(indicador: IndicadorDocumental, otra: Decimal | None) -> list[tuple[str, str]]:
    return [(SUYA, "La que usted escribió"), (OTRA, f"La que ya está: {indicador.decir(otra) or 'sin dato'}")]


def _leer_vistos(dichos: str) -> dict[str, Any]:
    try:
        vistos = json.loads(dichos)
    except ValueError:
        return {}
    return vistos if isinstance(vistos, dict) else {}


def _leer(dicho: Any) -> Decimal | None:
    try:
        return leer_valor(dicho)
    except ValueError:
        return None
