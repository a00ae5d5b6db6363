"""What a concept leaves written in the request it answers."""

from datetime import datetime

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones.base import actuar
from asiste.solicitudes.models import Actuacion, Solicitud


def registrar_concepto(
    *, solicitud: Solicitud, texto: str, autor: Usuario | None, ahora: datetime, visible: bool = False
) -> Actuacion:
    """Writes in the case that its concept was started, sent, signed…; the entity reads it only when `visible`."""
    return actuar(
        solicitud=solicitud, tipo=Actuacion.Tipo.CONCEPTO, ahora=ahora, autor=autor, texto=texto, visible=visible
    )
