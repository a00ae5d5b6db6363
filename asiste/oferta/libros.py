"""The plan and the coverage as workbooks, written row by row to a temporary file."""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from openpyxl import Workbook

from asiste.directorio.models import Entidad
from asiste.oferta.consultas.ejecucion import Ejecucion
from asiste.oferta.consultas.matriz import Matriz
from asiste.oferta.retrato import MESES, retratar
from asiste.solicitudes.trazabilidad import en_archivo, inerte

Fila = list[Any]


def escribir(hojas: Mapping[str, Iterable[Fila]]) -> IO[bytes]:
    """Workbook with those sheets; close it to delete it. What a spreadsheet could run is text."""
    libro = Workbook(write_only=True)
    for nombre, filas in hojas.items():
        hoja = libro.create_sheet(nombre)
        for fila in filas:
            hoja.append([inerte(valor) if isinstance(valor, str) else valor for valor in fila])
    return en_archivo(libro)


def filas_del_plan(ejecucion: Iterable[Ejecucion]) -> Iterator[Fila]:
    """One row for each activity with its goals, what was done and each month."""
    titulos: Fila | None = None
    for fila in ejecucion:
        retrato = retratar(fila.actividad)
        if titulos is None:
            propios = ["Sesiones realizadas", "Sesiones por realizar", "Entidades que asistieron", "Cómo va"]
            titulos = [*retrato, *propios, *(mes.capitalize() for mes in MESES), "Por qué no se cumplió"]
            yield titulos
        yield [
            *_con_cifras(retrato),
            fila.realizadas,
            fila.programadas,
            fila.entidades,
            "Retirada" if fila.actividad.retirada_en else fila.situacion.label,
            *(mes.realizadas or ("previsto" if mes.previsto else None) for mes in fila.meses),
            fila.actividad.por_que_no,
        ]


def filas_de_cobertura(matriz: Matriz, entidades: Iterable[Entidad]) -> Iterator[Fila]:
    """One row for each entity: on each topic, sessions it came to and requests attended."""
    pares = [f"{tema} · {que}" for tema in matriz.temas for que in ("sesiones", "solicitudes")]
    yield ["Entidad", "Sector", "Sesiones", "Solicitudes", *pares]
    for entidad, celdas in matriz.filas(entidades):
        totales = [sum(celda.sesiones for celda in celdas), sum(celda.solicitudes for celda in celdas)]
        cifras = [cifra for celda in celdas for cifra in (celda.sesiones, celda.solicitudes)]
        yield [entidad.nombre, str(entidad.sector or ""), *totales, *cifras]


def _con_cifras(retrato: dict[str, str]) -> Fila:
    """The values of an activity, its goals as numbers."""
    return [int(valor) if campo.startswith("Meta") else valor for campo, valor in retrato.items()]
