"""What the lists of requests show: each one with its deadline, in groups by due date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Exists, OuterRef
from django.utils import timezone

from asiste.calendario.dias import Calendario, es_fin_de_semana
from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Redaccion, Solicitud
from asiste.solicitudes.models.consultas import TANDA, SolicitudQuerySet
from asiste.solicitudes.plazo import Plazo, estado_del_plazo

POR_CERRAR = "Atendidas, por cerrar"
EN_PAUSA = "En pausa: esperan a la entidad"
ORDEN_DE_VENCIMIENTO = ("tanda", "vence_el", "id")
EN_MANO = [Solicitud.Estado.EN_TRAMITE, Solicitud.Estado.SUSPENDIDA, Solicitud.Estado.ATENDIDA]
ORDEN_DE_LLEGADA = ("recibida_en", "id")
ULTIMAS_PRIMERO = ("-recibida_en", "-id")


@dataclass(frozen=True, slots=True)
class Fila:
    """A request as a row of a list."""

    solicitud: Solicitud
    plazo: Plazo


@dataclass(frozen=True, slots=True)
class Grupo:
    """Rows that are due together; a list without groups is one without title."""

    titulo: str
    filas: list[Fila]


@dataclass(frozen=True, slots=True)
class Turno:
    """Who follows in a line, how many business days it has waited, and who comes after."""

    primera: Fila
    espera: int
    siguen: list[Solicitud]


def para_lista(solicitudes: SolicitudQuerySet) -> SolicitudQuerySet:
    """The requests with what a row shows and without their long texts."""
    ligeras = solicitudes.defer("texto", "logistica", "terminos", "buscable")
    return ligeras.select_related("modalidad", "nivel", "asesor__usuario", "dependencia")


def en_mano(solicitudes: SolicitudQuerySet) -> SolicitudQuerySet:
    """Those being worked on, paused or not, and the attended ones that nobody has closed yet."""
    return solicitudes.filter(estado__in=EN_MANO)


def por_vencimiento(solicitudes: SolicitudQuerySet) -> SolicitudQuerySet:
    """Adds `tanda`, first part of `ORDEN_DE_VENCIMIENTO`: what waits for the entity, then what is attended, go last."""
    anotadas: SolicitudQuerySet = solicitudes.annotate(tanda=TANDA)
    return anotadas


def con_borrador(solicitudes: SolicitudQuerySet, usuario: Usuario) -> SolicitudQuerySet:
    """Adds `con_borrador`: something written waits to be sent, that the person may go on with."""
    suyas = Redaccion.objects.en_espera(usuario).filter(solicitud=OuterRef("pk"))
    anotadas: SolicitudQuerySet = solicitudes.annotate(con_borrador=Exists(suyas))
    return anotadas


def con_plazo(solicitudes: Iterable[Solicitud], calendario: Calendario, hoy: date) -> list[Fila]:
    """Each request with its deadline on that day."""
    return [Fila(solicitud, estado_del_plazo(solicitud, calendario, hoy)) for solicitud in solicitudes]


def fin_de_la_semana(hoy: date) -> date:
    """Sunday of the week at work: on Saturday and Sunday, of the one that comes."""
    return hoy + timedelta(days=6 - hoy.weekday() + (7 if es_fin_de_semana(hoy) else 0))


def agrupar(filas: Iterable[Fila], hoy: date) -> list[Grupo]:
    """Rows in `ORDEN_DE_VENCIMIENTO` cut into overdue, today, this week, later, paused and to be closed."""
    domingo = fin_de_la_semana(hoy)

    def titulo(fila: Fila) -> str:
        if not fila.solicitud.abierta:
            return POR_CERRAR
        if fila.solicitud.estado == Solicitud.Estado.SUSPENDIDA:
            return EN_PAUSA
        vence = fila.solicitud.vence_el
        if vence <= hoy:
            return "Vence hoy" if vence == hoy else "Vencidas"
        return "Esta semana" if vence <= domingo else "Más adelante"

    return [Grupo(nombre, list(suyas)) for nombre, suyas in groupby(filas, titulo)]


def turno_de(esperan: list[Solicitud], calendario: Calendario, hoy: date) -> Turno | None:
    """The head of a line and those that come after; None when nobody waits."""
    if not esperan:
        return None
    primera = con_plazo(esperan[:1], calendario, hoy)[0]
    llegada = timezone.localdate(primera.solicitud.recibida_en)
    return Turno(primera, max(0, calendario.contar(llegada, hoy)), esperan[1:])
