"""Reminding who is invited: one business day before and the same morning, in service hours, once each."""

from datetime import datetime, time

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from asiste.agenda import cartas
from asiste.agenda.models import Invitado, Sesion
from asiste.agenda.models.invitados import InvitadoQuerySet
from asiste.calendario.dias import Calendario
from asiste.solicitudes.avisos.horario import calendario_cercano, en_jornada


def recordar(*, ahora: datetime) -> int:
    """Writes the reminders that are due and returns how many; outside service hours none."""
    calendario = calendario_cercano(ahora)
    if not en_jornada(ahora, calendario):
        return 0
    debidos = list(por_recordar(ahora, calendario).order_by("id").values_list("pk", flat=True))
    return sum(_recordar_a(numero, ahora, calendario) for numero in debidos)


def por_recordar(ahora: datetime, calendario: Calendario) -> InvitadoQuerySet:
    """Invited people of the sessions of today and up to the next business day, not reminded today.

    Not who said no, nor who is in charge, nor who was invited today.
    """
    hoy = timezone.localdate(ahora)
    amanece = timezone.make_aware(datetime.combine(hoy, time.min))
    hasta = timezone.make_aware(datetime.combine(calendario.sumar(hoy, 1), time.max))
    sesiones = Sesion.objects.filter(estado=Sesion.Estado.PROGRAMADA, inicia__gt=ahora, inicia__lte=hasta)
    invitados = Invitado.objects.all().ocupan_cupo().filter(sesion__in=sesiones, secuencia_enviada__isnull=False)
    return invitados.filter(Q(recordado_en=None) | Q(recordado_en__lt=amanece), creado_en__lt=amanece)


@transaction.atomic
def _recordar_a(numero: int, ahora: datetime, calendario: Calendario) -> bool:
    debido = por_recordar(ahora, calendario).filter(pk=numero).select_for_update(of=("self",), skip_locked=True)
    invitado = debido.select_related("sesion__modalidad", "sesion__dependencia__padre__padre").first()
    if invitado is None:
        return False
    hoy = timezone.localdate(invitado.sesion.inicia) == timezone.localdate(ahora)
    cartas.recordar(invitado=invitado, hoy=hoy, ahora=ahora)
    invitado.recordado_en = ahora
    invitado.save(update_fields=["recordado_en"])
    return True
