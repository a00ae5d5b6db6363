"""Who may do what with a session, by name. Seeing comes first: see `alcance`."""

from asiste.agenda.models import Compromiso, Encargado, Sesion
from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.alcance import dependencias_de, personas_de
from asiste.solicitudes.permisos import DIRIGEN

PROGRAMAN = DIRIGEN | {Rol.ASESOR}


def puede_programar(usuario: Usuario) -> bool:
    """Call a session: advisers and heads."""
    return usuario.rol in PROGRAMAN


def dirige_sesion(usuario: Usuario, sesion: Sesion) -> bool:
    """Heads the office of the session, or one above it."""
    return usuario.rol in DIRIGEN and sesion.dependencia_id in dependencias_de(usuario)


def puede_llevar(usuario: Usuario, sesion: Sesion) -> bool:
    """Change, convoke, take attendance, write and finish: who is in charge, stands in today, or heads its office."""
    a_cargo = Encargado.objects.filter(sesion=sesion, funcionario__in=personas_de(usuario))
    return dirige_sesion(usuario, sesion) or a_cargo.exists()


def puede_seguir(usuario: Usuario, compromiso: Compromiso) -> bool:
    """Write what came of a commitment: who answers for it, or who leads its session."""
    suyo = compromiso.responsable_id in personas_de(usuario)
    return suyo or puede_llevar(usuario, compromiso.sesion)
