"""What was taken on, as the page of a session shows it."""

from typing import Any

from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario


def ficha(usuario: Usuario, sesion: Sesion) -> dict[str, Any]:
    """What its part of the page of a session needs."""
    return {}
