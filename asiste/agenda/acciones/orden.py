"""The order of the day of a session: its points, in order, and which ones were dealt with."""

from django.db import transaction
from django.db.models import Max

from asiste.agenda.acciones.sesiones import bloquear_sesion, exigir_pendiente
from asiste.agenda.models import PuntoOrden, Sesion
from asiste.solicitudes.acciones import ReglaIncumplida


def _abierta_a_cambios(sesion: Sesion) -> Sesion:
    """The session, locked. Raises `ReglaIncumplida` when it was held or called off."""
    bloqueada = bloquear_sesion(sesion)
    exigir_pendiente(bloqueada)
    return bloqueada


@transaction.atomic
def agregar_punto(*, sesion: Sesion, titulo: str, minutos: int, responsable: str = "") -> PuntoOrden:
    """A point at the end. Raises `ReglaIncumplida`."""
    sesion = _abierta_a_cambios(sesion)
    ultimo = sesion.puntos.aggregate(ultimo=Max("orden"))["ultimo"] or 0
    return PuntoOrden.objects.create(
        sesion=sesion, orden=ultimo + 1, titulo=titulo, minutos=minutos, responsable=responsable
    )


@transaction.atomic
def cambiar_punto(*, punto: PuntoOrden, titulo: str, minutos: int, responsable: str = "") -> PuntoOrden:
    """The point with another text, time or person. Raises `ReglaIncumplida`."""
    _abierta_a_cambios(punto.sesion)
    punto.titulo, punto.minutos, punto.responsable = titulo, minutos, responsable
    punto.save(update_fields=["titulo", "minutos", "responsable"])
    return punto


@transaction.atomic
def quitar_punto(*, punto: PuntoOrden) -> None:
    """Takes a point out. Raises `ReglaIncumplida`."""
    _abierta_a_cambios(punto.sesion)
    punto.delete()


@transaction.atomic
def mover_punto(*, punto: PuntoOrden, sube: bool) -> bool:
    """Swaps the point with its neighbour; False when it has none on that side. Raises `ReglaIncumplida`."""
    sesion = _abierta_a_cambios(punto.sesion)
    orden = list(sesion.puntos.order_by("orden"))
    aqui = next((lugar for lugar, uno in enumerate(orden) if uno.pk == punto.pk), None)
    if aqui is None or not 0 <= (alla := aqui + (-1 if sube else 1)) < len(orden):
        return False
    este, otro = orden[aqui], orden[alla]
    este.orden, otro.orden = otro.orden, este.orden
    este.save(update_fields=["orden"])
    otro.save(update_fields=["orden"])
    return True


@transaction.atomic
def marcar_punto(*, punto: PuntoOrden, tratado: bool) -> PuntoOrden:
    """Ticks a point off, or takes the tick away, while the session is open. Raises `ReglaIncumplida`."""
    if _abierta_a_cambios(punto.sesion).estado != Sesion.Estado.EN_CURSO:
        raise ReglaIncumplida("Los puntos se marcan cuando la sesión está abierta.")
    punto.tratado = tratado
    punto.save(update_fields=["tratado"])
    return punto
