"""The page of a session."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import permisos
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda import actas, asistencia, compromisos, invitados
from asiste.web.equipo.agenda.acceso import sesion_de
from asiste.web.equipo.marco import mostrar

PARTES = (invitados.ficha, asistencia.ficha, actas.ficha, compromisos.ficha)


@require_safe
@solo_equipo
def sesion(request: Peticion, numero: int) -> HttpResponse:
    """All there is about a session, and what this person can do with it."""
    elegida = sesion_de(request.user, numero)
    contexto = {
        "sesion": elegida,
        "ahora": timezone.now(),
        "lleva": permisos.puede_llevar(request.user, elegida),
        "puntos": elegida.puntos.order_by("orden"),
        "materiales": elegida.materiales.select_related("archivo").order_by("id"),
        "solicitudes": elegida.solicitudes.order_by("recibida_en", "id"),
    }
    for parte in PARTES:
        contexto |= parte(request.user, elegida)
    return mostrar(request, "equipo/agenda/sesion.html", contexto)
