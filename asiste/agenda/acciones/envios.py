"""Writing to the outbox what each invited person is owed. It is pulled: who has been told is known from its row.

Each person goes in a transaction of its own, with the mail and the mark that it was written: a crash in the middle of
three hundred loses none and repeats none, and two workers never take the same one.
"""

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from asiste.agenda import cartas
from asiste.agenda.acciones.cupo import promover
from asiste.agenda.acciones.sesiones import bloquear_sesion
from asiste.agenda.models import Encargado, Invitado, Sesion
from asiste.agenda.models.invitados import InvitadoQuerySet

Origen, Situacion, Respuesta = Invitado.Origen, Invitado.Situacion, Invitado.Respuesta
logger = logging.getLogger(__name__)


def convocar_pendientes(*, ahora: datetime) -> int:
    """Brings calendars in line with the sessions: invites, tells changes and withdraws. Returns how many mails."""
    _alinear_encargados(ahora)
    _ocupar_lugares(ahora)
    debidos = list(por_avisar(ahora).order_by("id").values_list("pk", flat=True))
    return sum(_sin_detenerse(numero, ahora) for numero in debidos)


def por_avisar(ahora: datetime) -> InvitadoQuerySet:
    """Who is owed a mail: the session is not in the calendar as it should, or should not be there."""
    vivas = Q(sesion__estado__in=Sesion.PENDIENTES, sesion__termina__gt=ahora)
    convocadas = Q(sesion__convocada_en__isnull=False) | Q(origen__in=[Origen.INSCRIPCION, Origen.RESPUESTA])
    atrasada = Q(secuencia_enviada__lt=F("sesion__secuencia")) | (
        Q(secuencia_enviada=None) & ~Q(respuesta=Respuesta.NO_ASISTE)
    )
    sobra = Q(secuencia_enviada__isnull=False) & (
        Q(sesion__estado=Sesion.Estado.CANCELADA)
        | (~Q(situacion=Situacion.INVITADO) & Q(sesion__estado__in=Sesion.PENDIENTES))
    )
    return Invitado.objects.filter(sobra | (vivas & convocadas & atrasada & Q(situacion=Situacion.INVITADO)))


def _sin_detenerse(numero: int, ahora: datetime) -> bool:
    """Writes to one person; a bad one never stops the others."""
    try:
        return _avisar_a(numero, ahora)
    except Exception:
        logger.exception("No se pudo escribir la convocatoria del invitado %s", numero)
        return False


@transaction.atomic
def _avisar_a(numero: int, ahora: datetime) -> bool:
    """Writes to one person, if it is still owed and nobody else has it in hand."""
    debido = por_avisar(ahora).filter(pk=numero).select_for_update(of=("self",), skip_locked=True)
    invitado = debido.select_related("sesion__modalidad", "sesion__dependencia__padre__padre").first()
    if invitado is None:
        return False
    sesion = invitado.sesion
    if sesion.pendiente and invitado.situacion == Situacion.INVITADO:
        cartas.convocar(invitado=invitado, ahora=ahora)
        invitado.secuencia_enviada = sesion.secuencia
    else:
        invitado.retiros += sesion.pendiente
        cartas.desconvocar(invitado=invitado, ahora=ahora)
        invitado.secuencia_enviada = None
    invitado.save(update_fields=["secuencia_enviada", "retiros"])
    return True


def _alinear_encargados(ahora: datetime) -> None:
    """Who is in charge of a convoked session is invited to it; who no longer is, withdrawn."""
    vivas = Sesion.objects.filter(convocada_en__isnull=False, estado__in=Sesion.PENDIENTES, termina__gt=ahora)
    invitado = Invitado.objects.filter(
        sesion=OuterRef("sesion"), correo=OuterRef("funcionario__usuario__email"), situacion=Situacion.INVITADO
    )
    faltan = Encargado.objects.filter(sesion__in=vivas, vigente=True).exclude(Exists(invitado))
    for encargado in faltan.select_related("sesion", "funcionario__usuario").order_by("id"):
        _invitar_encargado(encargado, ahora)
    a_cargo = Encargado.objects.filter(
        sesion=OuterRef("sesion"), funcionario__usuario__email=OuterRef("correo"), vigente=True
    )
    sobran = Invitado.objects.filter(sesion__in=vivas, origen=Origen.A_CARGO, situacion=Situacion.INVITADO)
    sobran.exclude(Exists(a_cargo)).update(situacion=Situacion.RETIRADO)


def _invitar_encargado(encargado: Encargado, ahora: datetime) -> None:
    usuario = encargado.funcionario.usuario
    Invitado.objects.update_or_create(
        sesion=encargado.sesion,
        correo=usuario.email,
        defaults={"situacion": Situacion.INVITADO, "origen": Origen.A_CARGO},
        create_defaults={
            "situacion": Situacion.INVITADO,
            "origen": Origen.A_CARGO,
            "nombre": str(usuario),
            "cargo": encargado.funcionario.cargo,
            "creado_en": ahora,
        },
    )


def _ocupar_lugares(ahora: datetime) -> None:
    """Gives places that were added to a session to who waits for one."""
    con_espera = Invitado.objects.en_espera().filter(sesion__estado__in=Sesion.PENDIENTES, sesion__inicia__gt=ahora)
    for sesion in Sesion.objects.filter(pk__in=con_espera.order_by().values("sesion")).order_by("id"):
        with transaction.atomic():
            promover(bloquear_sesion(sesion))
