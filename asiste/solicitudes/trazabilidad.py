"""The base of every request received and attended. Disposición: 5-base-trazabilidad."""

import csv
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain
from typing import IO, Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Q
from django.utils import timezone
from openpyxl import Workbook

from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet

FILAS_POR_HOJA = 1_000_000  # under the titles; Excel's own limit is 1,048,576
LOTE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filtro:
    """Combined conditions; what is empty does not limit. Dates are Bogotá's, both included."""

    texto: str = ""
    dependencia: int | None = None
    sector: int | None = None
    entidad: int | None = None
    tema: int | None = None
    modalidad: int | None = None
    nivel: int | None = None
    asesor: int | None = None
    estado: str = ""
    canal: str = ""
    plazo: str = ""
    recibida_desde: date | None = None
    recibida_hasta: date | None = None
    atendida_desde: date | None = None
    atendida_hasta: date | None = None


def filtrar(queryset: SolicitudQuerySet, filtro: Filtro, hoy: date) -> SolicitudQuerySet:
    """The requests that meet every condition."""
    if filtro.texto:
        queryset = queryset.buscar(filtro.texto)
    if filtro.dependencia:
        queryset = queryset.filter(Q(dependencia=filtro.dependencia) | Q(direccion=filtro.dependencia))
    if filtro.tema:
        queryset = queryset.del_tema(filtro.tema)
    if filtro.plazo == "vencida":
        queryset = queryset.vencidas(hoy)
    elif filtro.plazo == "hoy":
        queryset = queryset.abiertas().filter(vence_el=hoy)
    elif filtro.plazo == "a-tiempo":
        queryset = queryset.atendidas_a_tiempo()
    iguales = {
        "sector": filtro.sector,
        "entidad": filtro.entidad,
        "modalidad": filtro.modalidad,
        "nivel": filtro.nivel,
        "asesor": filtro.asesor,
        "estado": filtro.estado,
        "canal": filtro.canal,
        "recibida_en__date__gte": filtro.recibida_desde,
        "recibida_en__date__lte": filtro.recibida_hasta,
        "atendida_en__date__gte": filtro.atendida_desde,
        "atendida_en__date__lte": filtro.atendida_hasta,
    }
    return queryset.filter(**{campo: valor for campo, valor in iguales.items() if valor})


def _local(momento: datetime | None) -> date | None:
    """In Bogotá; a midnight is a date whose time nobody knows."""
    local = timezone.localtime(momento).replace(tzinfo=None) if momento else None
    return local.date() if local and local.time() == time.min else local


def _a_tiempo(solicitud: Solicitud) -> str:
    if solicitud.atendida_en is None:
        return ""
    return "Sí" if timezone.localdate(solicitud.atendida_en) <= solicitud.vence_el else "No"


def _en_turno(solicitud: Solicitud) -> str:
    if not hasattr(solicitud, "toma"):
        return ""
    return "Sí" if solicitud.toma.en_turno else f"No: {solicitud.toma.get_motivo_display()}"


COLUMNAS: dict[str, Callable[[Solicitud], Any]] = {
    "Radicado": lambda s: s.radicado,
    "Radicado SIGA": lambda s: s.radicado_siga,
    "Fecha de recepción": lambda s: _local(s.recibida_en),
    "Fecha de atención": lambda s: _local(s.atendida_en),
    "Tema": lambda s: getattr(s, "nombres_temas", None) or "",
    "Entidad": lambda s: s.quien_pide,
    "Sector": lambda s: str(s.sector or ""),
    "Asunto": lambda s: s.asunto,
    "Solicitante": lambda s: s.solicitante_nombre,
    "Correo": lambda s: s.solicitante_correo,
    "Dirección": lambda s: s.direccion.sigla,
    "Dependencia": lambda s: s.dependencia.nombre,
    "Asesor": lambda s: str(s.asesor or ""),
    "Modelo": lambda s: s.get_origen_display(),
    "Canal": lambda s: s.get_canal_display(),
    "Modalidad": lambda s: str(s.modalidad or ""),
    "Medio": lambda s: s.get_medio_display(),
    "Nivel": lambda s: s.nivel.numero if s.nivel else "",
    "Estado": lambda s: s.get_estado_display(),
    "Días hábiles": lambda s: s.termino,
    "Vence": lambda s: s.vence_el,
    "Primera respuesta": lambda s: _local(s.primera_respuesta_en),
    "Cierre": lambda s: _local(s.cerrada_en),
    "A tiempo": _a_tiempo,
    "En su turno": _en_turno,
}


def filas(queryset: SolicitudQuerySet) -> Iterator[list[Any]]:
    """One row per request in order of arrival, read in batches: memory does not grow with the base."""
    completas = queryset.order_by("recibida_en", "id").select_related(
        "sector", "direccion", "dependencia", "asesor__usuario", "modalidad", "nivel", "toma"
    )
    con_temas = completas.annotate(nombres_temas=StringAgg("temas__nombre", "; ", distinct=True))
    for solicitud in con_temas.defer("texto", "logistica", "terminos", "buscable").iterator(chunk_size=LOTE):
        yield [columna(solicitud) for columna in COLUMNAS.values()]


def escribir_csv(queryset: SolicitudQuerySet) -> Iterator[bytes]:
    """CSV for Excel in Spanish: UTF-8 with mark, semicolon, dates of Bogotá; formulas disarmed."""
    yield "\ufeff".encode()
    escritor = csv.writer(_Eco(), delimiter=";")
    for fila in chain([list(COLUMNAS)], filas(queryset)):
        renglon: str = escritor.writerow([_texto(valor) for valor in fila])
        yield renglon.encode()


def escribir_excel(queryset: SolicitudQuerySet) -> IO[bytes]:
    """Workbook in a temporary file, as many sheets as needed, each with its titles; close it to delete it."""
    libro = Workbook(write_only=True)
    hoja = _hoja(libro, 1)
    for numero, fila in enumerate(filas(queryset)):
        if numero and numero % FILAS_POR_HOJA == 0:
            hoja = _hoja(libro, numero // FILAS_POR_HOJA + 1)
        hoja.append([inerte(valor) if isinstance(valor, str) else valor for valor in fila])
    return en_archivo(libro)


def en_archivo(libro: Workbook) -> IO[bytes]:
    """The workbook in a temporary file, ready to be read; close it to delete it."""
    with ExitStack() as al_fallar:
        archivo = al_fallar.enter_context(tempfile.TemporaryFile(suffix=".xlsx"))
        libro.save(archivo)
        archivo.seek(0)
        al_fallar.pop_all()
    return archivo


def _hoja(libro: Workbook, numero: int) -> Any:
    hoja = libro.create_sheet(f"Base {numero}")
    hoja.append(list(COLUMNAS))
    return hoja


def _texto(valor: Any) -> str:
    if isinstance(valor, datetime):
        return f"{valor:%Y-%m-%d %H:%M}"
    return inerte("" if valor is None else str(valor))


def inerte(texto: str) -> str:
    """A cell that a spreadsheet could run as a formula is shown as text; control characters go."""
    limpio = "".join(letra for letra in texto if letra >= " " or letra in "\t\n")
    return f"'{limpio}" if limpio.startswith(("=", "+", "-", "@", "\t")) else limpio


class _Eco:
    """File-like that gives back what is written, for `csv.writer`."""

    def write(self, texto: str) -> str:
        """The line itself."""
        return texto
