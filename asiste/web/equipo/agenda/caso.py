"""The sessions of a case, as its page shows them."""

from collections.abc import Iterable
from typing import Any

from asiste.agenda import permisos
from asiste.agenda.alcance import sesiones_del_equipo
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Actuacion, Solicitud

MUESTRA = 20


def del_caso(usuario: Usuario, solicitud: Solicitud, actuaciones: Iterable[Actuacion]) -> dict[str, Any]:
    """Sessions that attend it and the person sees, the last first, and whether another may be called.

    Its log tells whether there is any: few cases have, and only of those is it asked.
    """
    hay = any(una.tipo == Actuacion.Tipo.SESION for una in actuaciones)
    return {
        "sesiones": _de(usuario, solicitud)[:MUESTRA] if hay else [],
        "programa": permisos.puede_programar(usuario) and not solicitud.terminada,
    }


def _de(usuario: Usuario, solicitud: Solicitud) -> SesionQuerySet:
    suyas = sesiones_del_equipo(usuario).filter(solicitudes=solicitud)
    return suyas.select_related("modalidad").order_by("-inicia", "-id")
