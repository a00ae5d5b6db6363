"""When a term starts: service hours and the day on which a request counts as received."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from asiste.calendario.dias import UN_DIA, Calendario

BOGOTA = ZoneInfo("America/Bogota")


@dataclass(frozen=True, slots=True)
class Jornada:
    """Service hours of a business day, Bogotá time, both ends included."""

    inicio: time
    cierre: time


JORNADA_INICIAL = Jornada(inicio=time(7, 0), cierre=time(16, 30))


def inicio_del_termino(momento: datetime, jornada: Jornada, calendario: Calendario) -> date:
    """Bogotá date on which what arrived at `momento` counts as received; day 1 is the next business day.

    A business day keeps what arrives up to closing time, also before opening; what comes later, or on a
    day that is not worked, counts as received on the next business day. `momento` must know its time
    zone (`ValueError`). Raises `FueraDelCalendario`. Source: Ley 1755 de 2015, art. 14.
    """
    if momento.tzinfo is None:
        raise ValueError("El momento de recepción debe traer su zona horaria.")
    local = momento.astimezone(BOGOTA)
    fuera_de_hora = local.time() > jornada.cierre
    return calendario.siguiente_habil(local.date() + UN_DIA if fuera_de_hora else local.date())
