"""Named predicates of the pages themselves; those on a request live in `solicitudes.permisos`."""

from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.permisos import DIRIGEN


def toma_de_la_fila(usuario: Usuario) -> bool:
    """Has a line of his own: an adviser with a place in an office."""
    return usuario.rol == Rol.ASESOR and hasattr(usuario, "funcionario")


def puede_ver_buzones(usuario: Usuario) -> bool:
    """How the reading of the official mailboxes goes: the administration, the SDFI and who heads an office."""
    return usuario.rol in DIRIGEN
