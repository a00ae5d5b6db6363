"""When a mailbox deserves an alarm: pure functions over how its reading goes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.termino import Jornada
from asiste.correo.models import SaludBuzon

SIN_LEER = timedelta(minutes=30)  # of service hours
SIN_MENSAJES = 5  # business days
SIN_INTENTAR = timedelta(minutes=30)  # any hour: the worker tries every minute


@dataclass(frozen=True, slots=True)
class Limites:
    """A failure that began before `falla`, or a last message before the day `silencio`, is worth an alarm."""

    falla: datetime
    silencio: date


def limites(ahora: datetime, *, calendario: Calendario, jornada: Jornada) -> Limites:
    """Half an hour and five business days ago, counting only the hours of service: at night nobody is woken."""
    local = timezone.localtime(ahora)
    dia, hora = local.date(), local.time()
    if not calendario.es_habil(dia) or hora < (datetime.combine(dia, jornada.inicio) + SIN_LEER).time():
        dia, hora = calendario.restar(dia, 1), jornada.cierre
    falla = timezone.make_aware(datetime.combine(dia, min(hora, jornada.cierre))) - SIN_LEER
    return Limites(falla, calendario.restar(local.date(), SIN_MENSAJES))


def alarma_de(salud: SaludBuzon, hasta: Limites) -> SaludBuzon.Alarma:
    """The alarm a mailbox deserves now; not being able to read it says more than its silence."""
    if salud.falla_desde:
        sigue = salud.alarma == SaludBuzon.Alarma.FALLA or salud.falla_desde <= hasta.falla
        return SaludBuzon.Alarma.FALLA if sigue else SaludBuzon.Alarma(salud.alarma)
    ultimo = max(salud.vigilado_desde, salud.ultimo_mensaje_en or salud.vigilado_desde)
    callado = timezone.localdate(ultimo) < hasta.silencio
    return SaludBuzon.Alarma.SILENCIO if callado else SaludBuzon.Alarma.NINGUNA


def esta_detenido(salud: SaludBuzon, ahora: datetime) -> bool:
    """Nobody even tries to read it: the worker does not run, and cannot tell it."""
    return salud.ultimo_intento_en < ahora - SIN_INTENTAR


def frase_de(salud: SaludBuzon) -> str:
    """The alarm in one plain sentence."""
    buzon = salud.buzon.canal.valor
    if salud.alarma == SaludBuzon.Alarma.SILENCIO:
        return f"A {buzon} no llega ningún mensaje hace más de {SIN_MENSAJES} días hábiles"
    return f"El buzón {buzon} no se puede leer"
