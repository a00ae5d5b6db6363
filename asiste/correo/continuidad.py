"""What a message does to the case it answers, by the state of the case: one rule, as data."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils import timezone

from asiste.calendario.dias import FueraDelCalendario
from asiste.calendario.lectura import cargar
from asiste.correo.cortesia import es_cortesia
from asiste.correo.lectura import MensajeLeido
from asiste.solicitudes.acciones.desvios import SE_REABREN
from asiste.solicitudes.models import Solicitud

# As long as the term of a request (L 5): who answers in that time goes on with the same matter; later, it is another
# request, with a term of its own, that says which one it continues.
DIAS_PARA_REABRIR = 10


class Paso(Enum):
    """What to do with a case that is answered."""

    AGREGAR = "agregar"
    REABRIR = "reabrir"
    CONTINUAR = "continuar"


@dataclass(frozen=True, slots=True)
class Continuacion:
    """The case that attends what was cited, and the step to take on it."""

    caso: Solicitud
    paso: Paso


def continuacion_de(caso: Solicitud, leido: MensajeLeido, hoy: date) -> Continuacion:
    """Add to what is open; of what ended: only add a courtesy, reopen it in time, or go on in another request.

    One united to another is attended in the main one. An annulled one is never taken up again.
    """
    caso = caso.principal or caso
    if not caso.terminada or es_cortesia(leido):
        return Continuacion(caso, Paso.AGREGAR)
    a_tiempo = caso.estado in SE_REABREN and _a_tiempo(caso, leido, hoy)
    return Continuacion(caso, Paso.REABRIR if a_tiempo else Paso.CONTINUAR)


def _a_tiempo(caso: Solicitud, leido: MensajeLeido, hoy: date) -> bool:
    """Whether it arrived within the days to reopen; what came before the end and was read later is in time."""
    if caso.cerrada_en is None:
        return False
    fin = timezone.localdate(caso.cerrada_en)
    llego = min(timezone.localdate(leido.recibido_en), hoy) if leido.recibido_en else hoy
    try:
        return llego <= cargar(fin, date(fin.year + 1, 12, 31)).sumar(fin, DIAS_PARA_REABRIR)
    except FueraDelCalendario:
        return False
