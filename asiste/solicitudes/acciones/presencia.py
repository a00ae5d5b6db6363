"""Who has a case open now."""

from datetime import datetime

from asiste.cuentas.models import Usuario
from asiste.escritura import acciones as escritura
from asiste.solicitudes.models import Presencia, Solicitud


def marcar_presencia(
    *, solicitud: Solicitud, usuario: Usuario, ahora: datetime, escribe: bool = False
) -> list[Presencia]:
    """Notes that the person is looking at the case, or writing its answer; who else is there."""
    suya = Presencia(solicitud=solicitud, usuario=usuario, vista_en=ahora, escribe=escribe)
    return escritura.marcar_presencia(suya, "escribe")
