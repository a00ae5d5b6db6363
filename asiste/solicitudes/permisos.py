"""Who may do what, by name. Seeing comes first: see `alcance`."""

from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.alcance import dependencias_de, personas_de
from asiste.solicitudes.models import Solicitud

DIRIGEN = {Rol.ADMINISTRACION, Rol.SDFI, Rol.DIRECCION, Rol.SUBDIRECCION}


def dirige(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Heads the office that attends the request, or one above it."""
    return usuario.rol in DIRIGEN and solicitud.dependencia_id in dependencias_de(usuario)


def atiende(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Is its adviser, or stands in today for who is."""
    return solicitud.asesor_id in personas_de(usuario)


def puede_tomar(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Advisers take what waits in their office, and what was given to them or to who they stand in for."""
    return (
        usuario.rol in {Rol.ASESOR, Rol.SUBDIRECCION, Rol.DIRECCION}
        and hasattr(usuario, "funcionario")
        and solicitud.estado == Solicitud.Estado.POR_TOMAR
        and (solicitud.dependencia_id in dependencias_de(usuario) or solicitud.asesor_id in personas_de(usuario))
    )


def puede_tramitar(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Answer, add evidence, attend and close: its adviser, or who heads its office."""
    return atiende(usuario, solicitud) or dirige(usuario, solicitud)


def puede_anotar(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Any member of the team who sees the request may leave a note."""
    return usuario.es_equipo


def puede_reasignar(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Who heads its office."""
    return solicitud.abierta and dirige(usuario, solicitud)


def puede_identificar(usuario: Usuario) -> bool:
    """Triage of unknown senders and of the quarantine: filing clerks and heads."""
    return usuario.rol in DIRIGEN | {Rol.RADICADOR}


def puede_repartir(usuario: Usuario) -> bool:
    """Say which adviser answers for whom: heads."""
    return usuario.rol in DIRIGEN


def puede_ver_base(usuario: Usuario) -> bool:
    """The whole team consults the base of its tree."""
    return usuario.es_equipo
