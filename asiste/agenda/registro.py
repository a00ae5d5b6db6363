"""The register of commitments: what it filters and what it takes to a workbook."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from openpyxl import Workbook

from asiste.agenda.models import Compromiso, Seguimiento
from asiste.agenda.models.compromisos import CompromisoQuerySet
from asiste.directorio.models import Dependencia, Entidad
from asiste.solicitudes.trazabilidad import en_archivo, inerte

LOTE = 500
VENCIDOS, TODOS = "vencidos", "todos"
COLUMNAS = (
    *("Actividad", "Responsable", "Entidad", "Dependencia", "Vence", "Estado", "Vencido", "Cerrado", "Sesión"),
    *("Fecha de la sesión", "Último avance"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condiciones:
    """Which commitments; without `estado`, the pending ones. `personas` are those whose commitments are wanted."""

    texto: str = ""
    personas: Collection[int] | None = None
    dependencia: Dependencia | None = None
    entidad: Entidad | None = None
    estado: str = ""


def filtrar(compromisos: CompromisoQuerySet, condiciones: Condiciones, hoy: date) -> CompromisoQuerySet:
    """Those that meet all the conditions, without order."""
    elegidos = _por_estado(compromisos, condiciones.estado, hoy)
    if condiciones.personas is not None:
        elegidos = elegidos.de_personas(condiciones.personas)
    if condiciones.dependencia:
        oficinas = Dependencia.objects.arbol(condiciones.dependencia)
        elegidos = elegidos.filter(
            Q(responsable__dependencia__in=oficinas) | Q(responsable=None, sesion__dependencia__in=oficinas)
        )
    if condiciones.entidad:
        elegidos = elegidos.filter(entidad=condiciones.entidad)
    return _con_palabras(elegidos, condiciones.texto)


def escribir_excel(compromisos: CompromisoQuerySet, hoy: date) -> IO[bytes]:
    """Workbook in a temporary file, the nearest due date first; close it to delete it."""
    libro = Workbook(write_only=True)
    hoja = libro.create_sheet("Compromisos")
    hoja.append(list(COLUMNAS))
    for fila in _filas(compromisos, hoy):
        hoja.append([inerte(valor) if isinstance(valor, str) else valor for valor in fila])
    return en_archivo(libro)


def _por_estado(compromisos: CompromisoQuerySet, estado: str, hoy: date) -> CompromisoQuerySet:
    if estado == TODOS:
        return compromisos
    pendientes = compromisos.filter(estado=estado or Compromiso.Estado.POR_CUMPLIR)
    return compromisos.vencidos(hoy) if estado == VENCIDOS else pendientes


def _con_palabras(compromisos: CompromisoQuerySet, texto: str) -> CompromisoQuerySet:
    """Each word, in what has to be done, who answers, the entity or the session; accents do not matter."""
    for palabra in texto.replace("\0", "").split():
        compromisos = compromisos.filter(
            Q(actividad__unaccent__icontains=palabra)
            | Q(responsable_nombre__unaccent__icontains=palabra)
            | Q(responsable__usuario__nombre__unaccent__icontains=palabra)
            | Q(entidad__nombre__unaccent__icontains=palabra)
            | Q(entidad__sigla__icontains=palabra)
            | Q(sesion__titulo__unaccent__icontains=palabra)
        )
    return compromisos


def _filas(compromisos: CompromisoQuerySet, hoy: date) -> Iterator[list[Any]]:
    avances = Seguimiento.objects.filter(compromiso=OuterRef("pk"), tipo=Seguimiento.Tipo.AVANCE)
    ultimo = Subquery(avances.order_by("-momento", "-id").values("texto")[:1])
    completos = compromisos.select_related("sesion__dependencia", "responsable__usuario", "entidad")
    anotados: QuerySet[Any] = completos.annotate(avance=ultimo).order_by("vence_el", "id")
    for uno in anotados.iterator(chunk_size=LOTE):
        yield [
            uno.actividad,
            uno.quien,
            str(uno.entidad or ""),
            uno.sesion.dependencia.sigla,
            uno.vence_el,
            uno.get_estado_display(),
            "Sí" if uno.estado == Compromiso.Estado.POR_CUMPLIR and uno.vence_el < hoy else "No",
            _local(uno.cerrado_en),
            uno.sesion.titulo,
            _local(uno.sesion.inicia),
            uno.avance or "",
        ]


def _local(momento: datetime | None) -> datetime | None:
    """A moment in Bogotá, as workbooks keep it: without zone."""
    return timezone.localtime(momento).replace(tzinfo=None) if momento else None
