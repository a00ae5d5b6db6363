"""What the entity's writing again does to a case, by its state: one rule, whatever the way it came."""

from datetime import date
from enum import Enum

from django.utils import timezone

from asiste.calendario.dias import FueraDelCalendario
from asiste.calendario.lectura import cargar
from asiste.solicitudes.acciones.desvios import SE_REABREN
from asiste.solicitudes.models import Solicitud

# As long as the term of a request (L 5): who answers in that time goes on with the same matter; later, it is another
# request, with a term of its own, that says which one it continues.
DIAS_PARA_REABRIR = 10


class Paso(Enum):
    """What to do with a case that is written on."""

    AGREGAR = "agregar"
    REABRIR = "reabrir"
    CONTINUAR = "continuar"


def paso_de(caso: Solicitud, llego: date) -> Paso:
    """Add to what is open; of what ended: reopen it in time, or go on in another request.

    An annulled one is never taken up again. One united to another is attended in the main one: ask for that.
    """
    if not caso.terminada:
        return Paso.AGREGAR
    return Paso.REABRIR if caso.estado in SE_REABREN and _a_tiempo(caso, llego) else Paso.CONTINUAR


def _a_tiempo(caso: Solicitud, llego: date) -> bool:
    """Whether it arrived within the days to reopen; what came before the end and was read later is in time."""
    if caso.cerrada_en is None:
        return False
    fin = timezone.localdate(caso.cerrada_en)
    try:
        return llego <= cargar(fin, date(fin.year + 1, 12, 31)).sumar(fin, DIAS_PARA_REABRIR)
    except FueraDelCalendario:
        return False
