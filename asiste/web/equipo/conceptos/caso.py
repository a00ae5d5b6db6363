"""The concept of a case, as its page shows it."""

from collections.abc import Iterable
from typing import Any

from asiste.conceptos.acciones.inicio import EN_CURSO
from asiste.conceptos.alcance import conceptos_del_equipo
from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Usuario
from asiste.solicitudes import permisos
from asiste.solicitudes.models import Actuacion, Solicitud


def del_caso(usuario: Usuario, solicitud: Solicitud, actuaciones: Iterable[Actuacion]) -> dict[str, Any]:
    """Its concepts, the last first, and whether this person may start one now.

    Its log tells whether there is any: few cases have, and only of those is it asked.
    """
    hay = any(una.tipo == Actuacion.Tipo.CONCEPTO for una in actuaciones)
    conceptos = list(conceptos_del_equipo(usuario).filter(solicitud=solicitud).order_by("-id")) if hay else []
    tramita = solicitud.estado in EN_CURSO and permisos.puede_tramitar(usuario, solicitud)
    return {
        "conceptos": conceptos,
        "proyecta_concepto": tramita and not any(uno.estado in Concepto.VIVOS for uno in conceptos),
    }
