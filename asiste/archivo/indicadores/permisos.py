"""Who may do what with the indicators, by name. The whole team reads them; those of the archive write them."""

from asiste.cuentas.models import Rol, Usuario
from asiste.portafolio.models import CON_NIVELES
from asiste.solicitudes.alcance import VEN_TODO
from asiste.solicitudes.permisos import DIRIGEN


def del_archivo(usuario: Usuario) -> bool:
    """Works in the archive, or heads over it."""
    if usuario.rol in VEN_TODO:
        return True
    return hasattr(usuario, "funcionario") and usuario.funcionario.dependencia.direccion.clave == CON_NIVELES


def puede_anotar(usuario: Usuario) -> bool:
    """Note values, bring them in and write what they tell: advisers and heads of the archive."""
    return usuario.rol in DIRIGEN | {Rol.ASESOR} and del_archivo(usuario)


def puede_cuidar_catalogo(usuario: Usuario) -> bool:
    """Say what is measured, and how: heads of the archive."""
    return usuario.rol in DIRIGEN and del_archivo(usuario)
