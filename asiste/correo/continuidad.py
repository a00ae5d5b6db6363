"""What a mail does to the case it answers: the rule of `solicitudes.continuidad`, less mere courtesies."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from asiste.correo.cortesia import es_cortesia
from asiste.correo.lectura import MensajeLeido
from asiste.solicitudes.continuidad import Paso, paso_de
from asiste.solicitudes.models import Solicitud


@dataclass(frozen=True, slots=True)
class Continuacion:
    """The case that attends what was cited, and the step to take on it."""

    caso: Solicitud
    paso: Paso


def continuacion_de(caso: Solicitud, leido: MensajeLeido, hoy: date) -> Continuacion:
    """The step by the day it arrived; a courtesy is only added. One united to another is attended in the main one."""
    caso = caso.principal or caso
    if es_cortesia(leido):
        return Continuacion(caso, Paso.AGREGAR)
    llego = min(timezone.localdate(leido.recibido_en), hoy) if leido.recibido_en else hoy
    return Continuacion(caso, paso_de(caso, llego))
