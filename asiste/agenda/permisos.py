"""Who may do what with a session, by name. Seeing comes first: see `alcance`."""

from django.db.models import Q

from asiste.agenda.models import Compromiso, Encargado, Propuesta, Sesion
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.models import Funcionario
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


def sesiones_que_lleva(usuario: Usuario) -> SesionQuerySet:
    """All those of which `puede_llevar` is true."""
    a_cargo = Encargado.objects.filter(funcionario__in=personas_de(usuario)).values("sesion")
    oficinas = dependencias_de(usuario) if usuario.rol in DIRIGEN else ()
    return Sesion.objects.filter(Q(pk__in=a_cargo) | Q(dependencia__in=oficinas))


def puede_seguir(usuario: Usuario, compromiso: Compromiso) -> bool:
    """Write what came of a commitment: who answers for it, or who leads its session."""
    suyo = compromiso.responsable_id in personas_de(usuario)
    return suyo or puede_llevar(usuario, compromiso.sesion)


def puede_fijar_horario(usuario: Usuario, funcionario: Funcionario) -> bool:
    """Say in which hours somebody attends: the same person, or who heads the office."""
    dirige = usuario.rol in DIRIGEN and funcionario.dependencia_id in dependencias_de(usuario)
    return funcionario.usuario_id == usuario.pk or dirige


def puede_retirar(usuario: Usuario, propuesta: Propuesta) -> bool:
    """Take back offered hours: who would lead the session, stands in for him or her, or heads the office."""
    dirige = usuario.rol in DIRIGEN and propuesta.dirige.dependencia_id in dependencias_de(usuario)
    return dirige or propuesta.dirige_id in personas_de(usuario) or propuesta.creada_por_id == usuario.pk
