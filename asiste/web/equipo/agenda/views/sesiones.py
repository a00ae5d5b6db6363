"""The page of a session."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import permisos
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda import actas, asistencia, compromisos, invitados, orden, serie
from asiste.web.equipo.agenda.acceso import sesion_de
from asiste.web.equipo.marco import mostrar

PARTES = (orden.ficha, invitados.ficha, asistencia.ficha, actas.ficha, compromisos.ficha, serie.ficha)


@require_safe
@solo_equipo
def sesion(request: Peticion, numero: int) -> HttpResponse:
    """All there is about a session, and what this person can do with it."""
    elegida = sesion_de(request.user, numero)
    atiende = solicitudes_del_equipo(request.user).filter(pk__in=elegida.solicitudes.values("pk"))
    ahora = timezone.now()
    contexto = {
        "sesion": elegida,
        "ahora": ahora,
        "lleva": permisos.puede_llevar(request.user, elegida),
        "llego": timezone.localdate(elegida.inicia) <= timezone.localdate(ahora),
        "programa": permisos.puede_programar(request.user),
        "solicitudes": atiende.defer("texto", "buscable").order_by("recibida_en", "id"),
        "temas": elegida.temas.order_by("orden", "id"),
        "direcciones": elegida.direcciones.order_by("orden", "id"),
    }
    for parte in PARTES:
        contexto |= parte(request.user, elegida)
    return mostrar(request, "equipo/agenda/sesion.html", contexto)
