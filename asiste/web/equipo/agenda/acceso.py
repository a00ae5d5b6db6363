"""The session that an address names, inside what the person may see."""

from datetime import datetime, time, timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from asiste.agenda import alcance, permisos
from asiste.agenda.models import Compromiso, Encargado, Sesion
from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import personas_de
from asiste.web.equipo.acceso import exigir


def sesiones_de_hoy(usuario: Usuario) -> QuerySet[Encargado]:
    """What the person, or who he or she stands in for, has today: one row for each session that is not cancelled."""
    hoy = timezone.make_aware(datetime.combine(timezone.localdate(), time()))
    del_dia = DateTimeTZRange(hoy, hoy + timedelta(days=1))
    return Encargado.objects.filter(vigente=True, funcionario__in=personas_de(usuario), franja__overlap=del_dia)


def sesion_de(usuario: Usuario, numero: int) -> Sesion:
    """The session with that number among those of the person, with what its pages show; else Http404."""
    sesion: Sesion = get_object_or_404(alcance.sesiones_del_equipo(usuario).con_nombres(), pk=numero)
    return sesion


def sesion_a_cargo(usuario: Usuario, numero: int) -> Sesion:
    """The same, for who may carry it; else 404, or 403 when it is only to be seen."""
    sesion = sesion_de(usuario, numero)
    exigir(permisos.puede_llevar(usuario, sesion))
    return sesion


def compromiso_de(usuario: Usuario, numero: int) -> Compromiso:
    """The commitment with that number among those of the person; else Http404."""
    suyos = alcance.compromisos_del_equipo(usuario).select_related("sesion", "responsable__usuario", "entidad")
    compromiso = suyos.filter(pk=numero).first()
    if compromiso is None:
        raise Http404
    return compromiso
