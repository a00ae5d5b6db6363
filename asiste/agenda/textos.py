"""A session in plain Spanish, for mails and calendars. Bogotá time."""

from datetime import datetime

from django.utils import dateformat, timezone

from asiste.agenda.models import Sesion
from asiste.portafolio.models import Medio
from asiste.solicitudes.copia.hoja import en_dia

MEDIODIA = 12


def hora(momento: datetime) -> str:
    """«10:00 a. m.»."""
    local = timezone.localtime(momento)
    return dateformat.format(local, "g:i") + (" a. m." if local.hour < MEDIODIA else " p. m.")


def cuando(sesion: Sesion) -> str:
    """«viernes 20 de noviembre de 2026, de 10:00 a. m. a 11:30 a. m.», hora de Bogotá."""
    if timezone.localdate(sesion.inicia) == timezone.localdate(sesion.termina):
        return f"{en_dia(sesion.inicia)}, de {hora(sesion.inicia)} a {hora(sesion.termina)}"
    return f"del {en_dia(sesion.inicia)}, {hora(sesion.inicia)}, al {en_dia(sesion.termina)}, {hora(sesion.termina)}"


def como_llegar(sesion: Sesion) -> list[str]:
    """Every way in that the session has, one sentence each, that of its medium first."""
    vias = {
        Medio.PRESENCIAL: ("Lugar", sesion.lugar),
        Medio.VIRTUAL: ("Enlace de la reunión", sesion.enlace_virtual),
        Medio.TELEFONICA: ("Teléfono", sesion.telefono),
    }
    orden = [Medio(sesion.medio), *(medio for medio in vias if medio != sesion.medio)]
    return [f"{vias[medio][0]}: {vias[medio][1]}" for medio in orden if vias[medio][1]]
