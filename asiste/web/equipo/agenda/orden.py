"""What happens in a session, as its page shows it: the points with their hours, and the material."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from asiste.agenda.models import PuntoOrden, Sesion
from asiste.cuentas.models import Usuario


@dataclass(frozen=True, slots=True)
class Punto:
    """A point, when it begins, and whether it is what is going on."""

    punto: PuntoOrden
    hora: datetime
    ahora: bool


def puntos_de(sesion: Sesion) -> list[Punto]:
    """The points, one after the other from the start; in an open session, the first one not dealt with is going on."""
    filas, hora, sigue = [], sesion.inicia, sesion.estado == Sesion.Estado.EN_CURSO
    for punto in sesion.puntos.order_by("orden"):
        ahora = sigue and not punto.tratado
        sigue = sigue and not ahora
        filas.append(Punto(punto, hora, ahora))
        hora += timedelta(minutes=punto.minutos)
    return filas


def ficha(usuario: Usuario, sesion: Sesion) -> dict[str, Any]:
    """What its parts of the page of a session need."""
    puntos = puntos_de(sesion)
    return {
        "puntos": puntos,
        "minutos": sum(uno.punto.minutos for uno in puntos),
        "duracion": int((sesion.termina - sesion.inicia).total_seconds() // 60),
        "marca": sesion.estado == Sesion.Estado.EN_CURSO,
        "materiales": sesion.materiales.select_related("archivo").order_by("id"),
    }
