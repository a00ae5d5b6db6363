"""Places of a session."""

from asiste.agenda.models import Invitado, Sesion


def lugares_libres(sesion: Sesion) -> int | None:
    """How many places are left; None when they have no limit, never less than zero."""
    if sesion.cupo is None:
        return None
    return max(0, sesion.cupo - sesion.invitados.all().ocupan_cupo().count())


def hay_lugar(sesion: Sesion) -> bool:
    """Whether one more fits."""
    return lugares_libres(sesion) != 0


def lugar_en_espera(invitado: Invitado) -> int:
    """Place in the waiting list, the first being 1."""
    en_orden = list(invitado.sesion.invitados.all().en_espera().values_list("pk", flat=True))
    return en_orden.index(invitado.pk) + 1 if invitado.pk in en_orden else len(en_orden) + 1
