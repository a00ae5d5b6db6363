"""When the team may be written to: inside service hours of a business day, never at midnight or on a holiday."""

from datetime import datetime, timedelta

from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion

MARGEN = timedelta(days=45)  # a term and its warnings, before and after


def calendario_cercano(ahora: datetime) -> Calendario:
    """Business days around the moment; one query."""
    hoy = timezone.localdate(ahora)
    return cargar(hoy - MARGEN, hoy + MARGEN)


def en_jornada(ahora: datetime, calendario: Calendario) -> bool:
    """True inside the service hours of a business day, Bogotá time, both ends included."""
    local = timezone.localtime(ahora)
    if not calendario.es_habil(local.date()):
        return False
    jornada = JornadaAtencion.objects.vigente(local.date())
    return jornada.inicio <= local.time() <= jornada.cierre
