"""What the sessions of the agenda leave written in the requests they attend."""

from datetime import datetime

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones.base import actuar
from asiste.solicitudes.models import Actuacion, Solicitud


def registrar_sesion(*, solicitud: Solicitud, texto: str, autor: Usuario | None, ahora: datetime) -> Actuacion:
    """Writes in the case, where the entity reads it, that a session was called, changed or called off."""
    return actuar(solicitud=solicitud, tipo=Actuacion.Tipo.SESION, ahora=ahora, autor=autor, texto=texto, visible=True)
