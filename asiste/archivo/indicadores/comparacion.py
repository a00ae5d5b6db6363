"""The indicators of an entity year by year, and beside the rest of its sector."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from asiste.archivo.models import IndicadorDocumental, InterpretacionIndicadores, ValorIndicador
from asiste.directorio.models import Entidad

ANIOS = 4  # shown together
PLENO = 100  # width of a bar


@dataclass(frozen=True, slots=True)
class Medida:
    """What an indicator was in a year; `parte` is the width of its bar, from 0 to 100."""

    vigencia: int
    dicho: str
    parte: int
    alcanza: bool | None
    propio: bool  # the entity said it


@dataclass(frozen=True, slots=True)
class FilaComparada:
    """An indicator of an entity: each year, the middle of its sector in one of them, and the last change."""

    indicador: IndicadorDocumental
    medidas: list[Medida]
    sector: Medida
    meta: str
    cambio: str
    mejora: bool | None


def anios_de(entidad: Entidad, ultimo: int) -> list[int]:
    """Years with values of the entity, the last ones, in order; the last year when there is none."""
    con_valores = (
        ValorIndicador.objects.filter(entidad=entidad).order_by("-vigencia").values_list("vigencia", flat=True)
    )
    return sorted(con_valores.distinct()[:ANIOS]) or [ultimo]


def referencia_de(anios: Sequence[int], ultimo: int) -> int:
    """The year in which the entity is beside its sector: the last one that ended, as the one under way is half done."""
    return max((anio for anio in anios if anio <= ultimo), default=anios[-1])


def comparar(entidad: Entidad, anios: Sequence[int], referencia: int) -> list[FilaComparada]:
    """Each indicator in use, or with a value in those years. Two queries and one of the catalogue."""
    propios = {
        (valor.indicador_id, valor.vigencia): valor
        for valor in ValorIndicador.objects.filter(entidad=entidad, vigencia__in=anios).order_by("id")
    }
    medianas = _medianas(entidad, referencia)
    con_valor = {indicador for indicador, _ in propios}
    todos = IndicadorDocumental.objects.select_related("componente").order_by("componente__orden", "orden", "id")
    return [
        _fila(indicador, anios, [propios.get((indicador.pk, anio)) for anio in anios], medianas.get(indicador.pk))
        for indicador in todos
        if indicador.activo or indicador.pk in con_valor
    ]


def interpretaciones_de(entidad: Entidad) -> list[InterpretacionIndicadores]:
    """The last one of each year, the latest year first."""
    suyas = InterpretacionIndicadores.objects.filter(entidad=entidad).select_related("autor")
    return list(suyas.order_by("-vigencia", "-momento", "-id").distinct("vigencia"))


def _medianas(entidad: Entidad, vigencia: int) -> dict[int, Decimal]:
    """The middle value of each indicator among the active entities of its sector, itself included."""
    por_indicador: dict[int, list[Decimal]] = defaultdict(list)
    if entidad.sector_id:
        filas = ValorIndicador.objects.filter(
            vigencia=vigencia, entidad__sector=entidad.sector_id, entidad__activa=True
        )
        for indicador, valor in filas.order_by("id").values_list("indicador_id", "valor"):
            por_indicador[indicador].append(valor)
    return {indicador: median(valores) for indicador, valores in por_indicador.items()}


def _fila(
    indicador: IndicadorDocumental,
    anios: Sequence[int],
    valores: Sequence[ValorIndicador | None],
    mediana: Decimal | None,
) -> FilaComparada:
    cifras = [uno.valor for uno in valores if uno]
    tope = max([*cifras, mediana or 0, Decimal(1)]) if indicador.unidad == indicador.Unidad.NUMERO else Decimal(PLENO)

    def medida(anio: int, valor: Decimal | None, propio: bool = False) -> Medida:
        parte = int(PLENO * valor / tope) if valor is not None else 0
        alcanza = indicador.alcanza(valor) if valor is not None else None
        return Medida(anio, indicador.decir(valor), parte, alcanza, propio)

    cambio = cifras[-1] - cifras[-2] if len(cifras) > 1 else None
    return FilaComparada(
        indicador=indicador,
        medidas=[
            medida(anio, uno.valor, uno.es_autoevaluacion) if uno else medida(anio, None)
            for anio, uno in zip(anios, valores, strict=True)
        ],
        sector=medida(anios[-1], mediana),
        meta=indicador.decir(indicador.meta),
        cambio=indicador.decir(abs(cambio)).removesuffix("\xa0%") if cambio is not None else "",
        mejora=None if not cambio else (cambio > 0) == indicador.mayor_es_mejor,
    )
