"""Two people who write different figures for the same indicator: nobody writes over another's unawares."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.text import get_text_list

from asiste.archivo.models import IndicadorDocumental, ValorIndicador
from asiste.solicitudes.acciones import ReglaIncumplida

Anotados = Mapping[IndicadorDocumental, Decimal | None]
Choques = dict[IndicadorDocumental, ValorIndicador | None]


class OtrasCifras(ReglaIncumplida):
    """Somebody noted another figure meanwhile: `actuales` is what there is now of each, None when it was taken away."""

    def __init__(self, actuales: Choques) -> None:
        self.actuales = actuales
        dichas = get_text_list([_decir(*choque) for choque in actuales.items()], "y")
        super().__init__(f"Mientras usted escribía, {dichas}. Elija cuál queda y guarde de nuevo.")


def exigir_sin_choques(valores: Anotados, vistos: Anotados, hay: Mapping[int, ValorIndicador]) -> None:
    """Raises `OtrasCifras` when what would be written over is neither what was seen nor the same; `hay`, by indicator.

    What was not touched does not count.
    """
    choques: Choques = {}
    for indicador, valor in valores.items():
        fila, visto = hay.get(indicador.pk), vistos.get(indicador)
        actual = fila.valor if fila else None
        if valor != visto and actual not in (visto, valor):
            choques[indicador] = fila
    if choques:
        raise OtrasCifras(choques)


def _decir(indicador: IndicadorDocumental, fila: ValorIndicador | None) -> str:
    if fila is None:
        return f"alguien borró la cifra de «{indicador}»"
    return f"{fila.anotado_por} anotó {indicador.decir(fila.valor)} en «{indicador}»"
