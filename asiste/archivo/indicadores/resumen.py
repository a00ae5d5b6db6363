"""How an entity did in the last year with figures, in few words: beside its plan."""

from dataclasses import dataclass

from asiste.archivo.indicadores.cuadro import Celda, celda_de
from asiste.archivo.models import IndicadorDocumental, ValorIndicador
from asiste.directorio.models import Entidad

MUESTRA = 4  # indicators that fell short, named


@dataclass(frozen=True, slots=True)
class Resumen:
    """Of those measured with a goal, how many met it, and the first ones that did not."""

    vigencia: int
    medidos: int
    con_meta: int
    alcanzan: int
    por_mejorar: list[tuple[IndicadorDocumental, Celda]]


def resumen_de(entidad: Entidad) -> Resumen | None:
    """None for an entity without figures. One query."""
    suyos = ValorIndicador.objects.filter(entidad=entidad, indicador__activo=True)
    ultima = suyos.order_by("-vigencia").values("vigencia")[:1]
    orden = ("indicador__componente__orden", "indicador__orden", "id")
    valores = list(suyos.filter(vigencia=ultima).select_related("indicador").order_by(*orden))
    if not valores:
        return None
    celdas = [(uno.indicador, celda_de(uno.indicador, uno)) for uno in valores]
    con_meta = [celda.alcanza for _, celda in celdas if celda.alcanza is not None]
    por_mejorar = [par for par in celdas if par[1].alcanza is False]
    return Resumen(valores[0].vigencia, len(valores), len(con_meta), sum(con_meta), por_mejorar[:MUESTRA])
