"""From which state to which each action takes a request, as data: what is drawn and explained is read from here.

A test tries every action on requests in every state and finds exactly these steps.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from asiste.solicitudes.models import Solicitud

E = Solicitud.Estado


@dataclass(frozen=True, slots=True)
class Transicion:
    """An action of `solicitudes.acciones` moves a request; `de` is None when it makes one."""

    accion: str
    verbo: str
    de: Solicitud.Estado | None
    a: Solicitud.Estado


def _desde(
    estados: Iterable[Solicitud.Estado | None], accion: str, verbo: str, a: Solicitud.Estado
) -> Iterable[Transicion]:
    return [Transicion(accion, verbo, de, a) for de in estados]


TRANSICIONES: tuple[Transicion, ...] = (
    *_desde([None], "radicar", "Radicar", E.POR_TOMAR),
    *_desde([None], "dividir", "Dividir en dos", E.POR_TOMAR),
    *_desde([E.POR_TOMAR], "tomar_siguiente", "Tomar", E.EN_TRAMITE),
    *_desde([E.POR_TOMAR], "tomar_fuera_de_turno", "Tomar fuera de turno, con su motivo", E.EN_TRAMITE),
    *_desde([E.EN_TRAMITE], "suspender", "Suspender", E.SUSPENDIDA),
    *_desde([E.SUSPENDIDA], "reanudar", "Reanudar", E.EN_TRAMITE),
    *_desde([E.SUSPENDIDA], "agregar_mensaje", "La entidad contesta", E.EN_TRAMITE),
    *_desde([E.SUSPENDIDA], "desistir", "Desistir", E.DESISTIDA),
    *_desde([E.EN_TRAMITE], "atender", "Atender", E.ATENDIDA),
    *_desde([E.ATENDIDA], "cerrar", "Cerrar", E.CERRADA),
    *_desde(Solicitud.ABIERTOS, "trasladar_fuera", "Trasladar", E.TRASLADADA),
    *_desde(Solicitud.ABIERTOS, "fusionar", "Unir", E.FUSIONADA),
    *_desde(Solicitud.ABIERTOS, "anular", "Anular", E.ANULADA),
    *_desde([E.FUSIONADA], "separar", "Separar", E.POR_TOMAR),
    *_desde([E.FUSIONADA], "separar", "Separar", E.EN_TRAMITE),
    *_desde([E.TRASLADADA], "reabrir", "Reabrir", E.POR_TOMAR),
    *_desde([E.ATENDIDA, E.CERRADA, E.DESISTIDA, E.TRASLADADA], "reabrir", "Reabrir", E.EN_TRAMITE),
)


def salidas_de(estado: Solicitud.Estado) -> list[Transicion]:
    """What may happen to a request in a state, in the order of use."""
    return [transicion for transicion in TRANSICIONES if transicion.de == estado]
