"""Named predicates of the pages themselves; those on a request live in `solicitudes.permisos`."""

from asiste.cuentas.models import Rol, Usuario


def toma_de_la_fila(usuario: Usuario) -> bool:
    """Has a line of his own: an adviser with a place in an office."""
    return usuario.rol == Rol.ASESOR and hasattr(usuario, "funcionario")
