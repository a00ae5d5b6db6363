"""The panorama of the plans as a workbook, in a temporary file."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, Any

from django.utils import timezone
from openpyxl import Workbook

from asiste.archivo.panorama import Grupo, Renglon
from asiste.solicitudes.trazabilidad import en_archivo, inerte

COLUMNAS = (
    *("Sector", "Entidad", "Vigencia", "Estado", "Asesor", "Líneas de acción", "Terminadas", "Avance (%)"),
    *("Propuesto", "Acordado", "Quién lo aceptó", "Cerrado"),
)


def escribir_excel(grupos: Iterable[Grupo], vigencia: int) -> IO[bytes]:
    """One row for each entity; close it to delete it. What a spreadsheet could run is text."""
    libro = Workbook(write_only=True)
    hoja = libro.create_sheet(f"Planes {vigencia}")
    hoja.append(list(COLUMNAS))
    for fila in _filas(grupos, vigencia):
        hoja.append([inerte(valor) if isinstance(valor, str) else valor for valor in fila])
    return en_archivo(libro)


def _filas(grupos: Iterable[Grupo], vigencia: int) -> Iterator[list[Any]]:
    for grupo in grupos:
        for renglon in grupo.renglones:
            yield [grupo.titulo, renglon.entidad.nombre, vigencia, *_del_plan(renglon)]


def _del_plan(renglon: Renglon) -> list[Any]:
    plan, avance = renglon.plan, renglon.avance
    if plan is None:
        return ["Sin plan", "", 0, 0, 0, None, None, "", None]
    return [
        plan.get_estado_display(),
        str(plan.asesor),
        avance.lineas,
        avance.terminadas,
        avance.por_ciento,
        _local(plan.propuesto_en),
        _local(plan.acordado_en),
        str(plan.acordado_por or ""),
        _local(plan.cerrado_en),
    ]


def _local(momento: datetime | None) -> datetime | None:
    """A moment in Bogotá, as workbooks keep it: without zone."""
    return timezone.localtime(momento).replace(tzinfo=None) if momento else None
