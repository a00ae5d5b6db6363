"""Who may do what, by name. Seeing comes first: see `alcance`."""

from asiste.cuentas.models import Rol, Usuario
from asiste.portafolio.models import CON_NIVELES
from asiste.solicitudes.alcance import VEN_TODO, dependencias_de, personas_de
from asiste.solicitudes.models import Solicitud, TemaSolicitud, Vista

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


def puede_dar_nivel(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Say or correct the service level of an open request of the archive: who works on it, and who files."""
    de_archivo = solicitud.abierta and solicitud.direccion.clave == CON_NIVELES
    return de_archivo and (puede_identificar(usuario) or puede_tramitar(usuario, solicitud))


def puede_anotar(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Any member of the team who sees the request may leave a note."""
    return usuario.es_equipo


def puede_reasignar(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Who heads its office."""
    return solicitud.abierta and dirige(usuario, solicitud)


def puede_responder_tema(usuario: Usuario, encargo: TemaSolicitud) -> bool:
    """Who answers for the topic, or who heads its office; for an outside leader, who coordinates the case."""
    suyo = encargo.responsable_id in personas_de(usuario) if encargo.responsable_id else False
    dirige_tema = usuario.rol in DIRIGEN and encargo.dependencia_id in dependencias_de(usuario)
    return suyo or dirige_tema or (not encargo.responsable_id and puede_tramitar(usuario, encargo.solicitud))


def puede_anular(usuario: Usuario, solicitud: Solicitud) -> bool:
    """Who heads its office: a number is left without effect only over that signature."""
    return solicitud.abierta and dirige(usuario, solicitud)


def puede_radicar(usuario: Usuario) -> bool:
    """File what came on paper or by phone: clerks, advisers and heads."""
    return usuario.rol in DIRIGEN | {Rol.RADICADOR, Rol.ASESOR}


def puede_cambiar_vista(usuario: Usuario, vista: Vista) -> bool:
    """Who saved it, or who heads the office it is shared with."""
    dirige_oficina = usuario.rol in DIRIGEN and vista.dependencia_id in dependencias_de(usuario)
    return vista.usuario_id == usuario.pk or dirige_oficina


def puede_cambiar_calendario(usuario: Usuario) -> bool:
    """Say which days count: the administration and the SDFI, since it moves the terms of all."""
    return usuario.rol in VEN_TODO


def puede_importar(usuario: Usuario) -> bool:
    """Bring in a workbook: heads, for the offices of their tree."""
    return usuario.rol in DIRIGEN


def puede_cuidar_plantillas(usuario: Usuario) -> bool:
    """Write the texts of an office: heads."""
    return usuario.rol in DIRIGEN


def puede_identificar(usuario: Usuario) -> bool:
    """Triage of unknown senders and of the quarantine: filing clerks and heads."""
    return usuario.rol in DIRIGEN | {Rol.RADICADOR}


def puede_cuidar_correo(usuario: Usuario) -> bool:
    """See what could not be sent, and try again or give it up: heads."""
    return usuario.rol in DIRIGEN


def puede_repartir(usuario: Usuario) -> bool:
    """Say which adviser answers for whom: heads."""
    return usuario.rol in DIRIGEN


def puede_ver_base(usuario: Usuario) -> bool:
    """The whole team consults the base of its tree."""
    return usuario.es_equipo
