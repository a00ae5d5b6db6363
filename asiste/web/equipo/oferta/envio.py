"""What follows when a session is called from the offer."""

from django.http import HttpResponse
from django.utils import timezone

from asiste.agenda.models import Sesion
from asiste.agenda.permisos import puede_llevar
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.agenda.previa import advertir_de_los_dias
from asiste.web.equipo.envio import hecho


def a_convocar(request: Peticion, sesion: Sesion, texto: str) -> HttpResponse:
    """To its invitations, for who may send them; else to its page. What is odd about its day is told."""
    advertir_de_los_dias(request, [timezone.localdate(sesion.inicia)])
    lleva = puede_llevar(request.user, sesion)
    return hecho(request, texto, "equipo:convocatoria" if lleva else "equipo:sesion", str(sesion.pk))
