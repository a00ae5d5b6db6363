"""Which entities a session was for."""

from asiste.agenda.models import Sesion
from asiste.directorio.models import Entidad


def entidades_de_la_sesion(sesion: Sesion) -> list[str]:
    """Names of those who asked for it, came to it or were invited to it: the first of these that are any."""
    for origen in ("solicitudes", "asistencias", "invitaciones"):
        nombres = Entidad.objects.filter(**{f"{origen}__{_camino(origen)}": sesion}).order_by("nombre").distinct()
        if encontradas := list(nombres.values_list("nombre", flat=True)):
            return encontradas
    return []


def _camino(origen: str) -> str:
    return "sesiones" if origen == "solicitudes" else "sesion"
