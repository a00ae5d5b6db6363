"""What each person may see: the only roots from which the surfaces read."""

from collections.abc import Callable
from functools import wraps

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.consultas import a_quienes_cubre
from asiste.directorio.models import Dependencia, Enlace, Entidad, Funcionario
from asiste.notificaciones.models import Mensaje, MensajeQuerySet
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet

VEN_TODO = {Rol.ADMINISTRACION, Rol.SDFI}


def _una_vez(calcular: Callable[[Usuario], frozenset[int]]) -> Callable[[Usuario], frozenset[int]]:
    """Keeps the answer on the person, who is read again for each request: a page asks it many times."""
    clave = f"_{calcular.__name__}"

    @wraps(calcular)
    def recordado(usuario: Usuario) -> frozenset[int]:
        if clave not in usuario.__dict__:
            usuario.__dict__[clave] = calcular(usuario)
        sabido: frozenset[int] = usuario.__dict__[clave]
        return sabido

    return recordado


@_una_vez
def dependencias_de(usuario: Usuario) -> frozenset[int]:
    """Offices of the person's tree; all of them for the administration and the SDFI; none for a contact."""
    if usuario.rol in VEN_TODO:
        return frozenset(Dependencia.objects.values_list("pk", flat=True))
    if usuario.rol == Rol.ENLACE or not hasattr(usuario, "funcionario"):
        return frozenset()
    return frozenset(Dependencia.objects.arbol(usuario.funcionario.dependencia_id).values_list("pk", flat=True))


def solicitudes_del_equipo(usuario: Usuario) -> SolicitudQuerySet:
    """Requests that a member of the team may see: of the tree, where it answers for a topic, or given to them.

    Given to them is also what was given to who they stand in for today.
    """
    if usuario.rol in VEN_TODO:
        return Solicitud.objects.all()
    return Solicitud.objects.del_equipo(dependencias_de(usuario), personas_de(usuario))


@_una_vez
def personas_de(usuario: Usuario) -> frozenset[int]:
    """The person as functionary and those he or she stands in for today; none for a contact."""
    if usuario.rol == Rol.ENLACE or not hasattr(usuario, "funcionario"):
        return frozenset()
    return frozenset(a_quienes_cubre(asesor=usuario.funcionario, hoy=timezone.localdate()))


def asignadas_a(usuario: Usuario) -> SolicitudQuerySet:
    """Requests given to a member of the team, or to who they stand in for today: part of what they may see."""
    return Solicitud.objects.filter(asesor__in=personas_de(usuario))


def fila_propia(usuario: Usuario) -> SolicitudQuerySet:
    """What waits for an adviser in order of arrival, all of it in sight: given to them or to nobody in the office."""
    return Solicitud.objects.en_fila_de(personas_de(usuario), usuario.funcionario.dependencia_id)


def entidades_de(usuario: Usuario) -> QuerySet[Entidad]:
    """Entities where the address of the person, confirmed by code, is a contact in force today."""
    propios = Enlace.objects.vigentes(timezone.localdate()).filter(correo=usuario.email)
    return Entidad.objects.filter(pk__in=propios.values("entidad_id")).order_by("nombre", "id")


def solicitudes_de_entidad(usuario: Usuario) -> SolicitudQuerySet:
    """Requests of the entities of a contact, and those its own address asked for. Nobody else's."""
    if usuario.es_equipo:
        return Solicitud.objects.none()
    return Solicitud.objects.de_entidades(set(entidades_de(usuario).values_list("pk", flat=True)), usuario.email)


def correo_saliente_de(usuario: Usuario) -> MensajeQuerySet:
    """Outgoing mails about the cases of the person's tree, or to its people; all for who sees everything."""
    if usuario.rol in VEN_TODO:
        return Mensaje.objects.all()
    oficinas = dependencias_de(usuario)
    caso = Solicitud.objects.filter(radicado=OuterRef("caso"), dependencia__in=oficinas)
    suyos = Funcionario.objects.filter(usuario__email=OuterRef("para"), dependencia__in=oficinas)
    return Mensaje.objects.filter(Q(Exists(caso)) | Q(Exists(suyos)))
