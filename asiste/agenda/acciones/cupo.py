"""Giving the places of a session. Who calls has the session locked: two people never get the last one."""

from datetime import datetime

from asiste.agenda import cartas
from asiste.agenda.cupo import lugar_en_espera, lugares_libres
from asiste.agenda.models import Invitado, Sesion

Situacion = Invitado.Situacion


def esperar(invitado: Invitado, *, ahora: datetime) -> None:
    """At the end of the waiting list, and told so: by the mail that takes it out of the calendar, if it was there."""
    invitado.situacion, invitado.espera_desde = Situacion.EN_ESPERA, ahora
    invitado.save()
    if invitado.secuencia_enviada is None:
        cartas.poner_en_espera(invitado=invitado, lugar=lugar_en_espera(invitado), ahora=ahora)


def promover(sesion: Sesion) -> list[Invitado]:
    """Gives the free places to the first of the waiting list; their invitations go out as those of all."""
    espera = sesion.invitados.all().en_espera().select_for_update()
    libres = lugares_libres(sesion)
    suben = list(espera if libres is None else espera[:libres])
    for invitado in suben:
        invitado.situacion = Situacion.INVITADO
        invitado.save(update_fields=["situacion"])
    return suben
