"""Entities by indicators in a year: the table of the page and the workbook to fill in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any

from openpyxl import Workbook

from asiste.archivo.models import IndicadorDocumental, ValorIndicador
from asiste.directorio.models import Entidad
from asiste.solicitudes.trazabilidad import en_archivo, inerte

TITULOS = ("Entidad", "Sector")


@dataclass(frozen=True, slots=True)
class Celda:
    """A value as shown, and whether it meets the goal and the entity itself said it."""

    dicho: str = ""
    alcanza: bool | None = None
    propio: bool = False


@dataclass(frozen=True, slots=True)
class Renglon:
    """An entity with a cell for each indicator."""

    entidad: Entidad
    celdas: list[Celda]


def cuadro(entidades: Sequence[Entidad], indicadores: Sequence[IndicadorDocumental], vigencia: int) -> list[Renglon]:
    """A row for each entity. One query."""
    valores = _valores(entidades, vigencia)
    return [
        Renglon(entidad, [celda_de(uno, valores.get((entidad.pk, uno.pk))) for uno in indicadores])
        for entidad in entidades
    ]


def escribir(entidades: Sequence[Entidad], indicadores: Sequence[IndicadorDocumental], vigencia: int) -> IO[bytes]:
    """Workbook with what there is, which can be filled in and brought back; close it to delete it."""
    libro = Workbook(write_only=True)
    hoja = libro.create_sheet(f"Indicadores {vigencia}")
    hoja.column_dimensions["A"].width = 60
    for fila in _filas(entidades, indicadores, _valores(entidades, vigencia)):
        hoja.append([inerte(valor) if isinstance(valor, str) else valor for valor in fila])
    return en_archivo(libro)


def _filas(
    entidades: Iterable[Entidad],
    indicadores: Sequence[IndicadorDocumental],
    valores: dict[tuple[int, int], ValorIndicador],
) -> Iterator[list[Any]]:
    yield [*TITULOS, *(str(indicador) for indicador in indicadores)]
    for entidad in entidades:
        suyos = [valores.get((entidad.pk, indicador.pk)) for indicador in indicadores]
        yield [entidad.nombre, str(entidad.sector or ""), *(float(uno.valor) if uno else None for uno in suyos)]


def _valores(entidades: Iterable[Entidad], vigencia: int) -> dict[tuple[int, int], ValorIndicador]:
    claves = [entidad.pk for entidad in entidades]
    filas = ValorIndicador.objects.filter(vigencia=vigencia, entidad__in=claves).order_by("id")
    return {(fila.entidad_id, fila.indicador_id): fila for fila in filas}


def celda_de(indicador: IndicadorDocumental, valor: ValorIndicador | None) -> Celda:
    """How a value is shown; an empty one without value."""
    if valor is None:
        return Celda()
    return Celda(indicador.decir(valor.valor), indicador.alcanza(valor.valor), valor.es_autoevaluacion)
