"""What each person may see of the agenda: the only roots from which the surfaces read."""

from django.db.models import Q, QuerySet

from asiste.agenda.models import Compromiso, Encargado, Invitado, Propuesta, Sesion
from asiste.agenda.models.compromisos import CompromisoQuerySet
from asiste.agenda.models.disponibilidad import PropuestaQuerySet
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import VEN_TODO, dependencias_de, entidades_de, personas_de


def sesiones_del_equipo(usuario: Usuario) -> SesionQuerySet:
    """Sessions of the offices of the person's tree, those where they take part, and those he or she is in charge of."""
    if usuario.rol in VEN_TODO:
        return Sesion.objects.all()
    oficinas, personas = dependencias_de(usuario), personas_de(usuario)
    acompanadas = Sesion.direcciones.through.objects.filter(dependencia__in=oficinas)
    a_cargo = Encargado.objects.filter(funcionario__in=personas)
    return Sesion.objects.filter(
        Q(dependencia__in=oficinas) | Q(pk__in=acompanadas.values("sesion")) | Q(pk__in=a_cargo.values("sesion"))
    )


def sesiones_de_entidad(usuario: Usuario) -> SesionQuerySet:
    """Sessions where an entity of the contact, or the own address, is invited. Nobody else's."""
    if usuario.es_equipo:
        return Sesion.objects.none()
    return Sesion.objects.filter(pk__in=invitaciones_de(usuario).values("sesion"))


def invitaciones_de(usuario: Usuario) -> QuerySet[Invitado]:
    """Invitations of the contact's entities and of the own address, with place or waiting: let in by the team."""
    entidades = entidades_de(usuario).order_by().values("pk")
    suyas = Invitado.objects.filter(Q(entidad__in=entidades) | Q(correo=usuario.email))
    return suyas.filter(situacion__in=[Invitado.Situacion.INVITADO, Invitado.Situacion.EN_ESPERA])


def compromisos_del_equipo(usuario: Usuario) -> CompromisoQuerySet:
    """Commitments of the sessions the person sees, and those given to him or her."""
    if usuario.rol in VEN_TODO:
        return Compromiso.objects.all()
    visibles = sesiones_del_equipo(usuario).values("pk")
    return Compromiso.objects.filter(Q(sesion__in=visibles) | Q(responsable__in=personas_de(usuario)))


def compromisos_de_entidad(usuario: Usuario) -> CompromisoQuerySet:
    """What the entities of the contact took on."""
    if usuario.es_equipo:
        return Compromiso.objects.none()
    return Compromiso.objects.filter(entidad__in=entidades_de(usuario).order_by().values("pk"))


def propuestas_del_equipo(usuario: Usuario) -> PropuestaQuerySet:
    """Hours offered by people of the person's tree, and those where he or she would attend."""
    if usuario.rol in VEN_TODO:
        return Propuesta.objects.all()
    suyas = Propuesta.funcionarios.through.objects.filter(funcionario__in=personas_de(usuario))
    oficinas = dependencias_de(usuario)
    return Propuesta.objects.filter(Q(dirige__dependencia__in=oficinas) | Q(pk__in=suyas.values("propuesta")))
