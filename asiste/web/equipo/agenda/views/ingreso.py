"""The code of the door: on the screen of the room, and on paper."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo
from asiste.web.equipo.agenda.asistencia import contar
from asiste.web.equipo.agenda.codigos import de_pantalla, de_papel, puerta
from asiste.web.equipo.marco import mostrar


@require_safe
@never_cache
@solo_equipo
def proyectar(request: Peticion, numero: int) -> HttpResponse:
    """The code on the whole screen, which changes by itself."""
    sesion, ahora = sesion_a_cargo(request.user, numero), timezone.now()
    contexto = {
        "sesion": sesion,
        "ingreso": puerta(sesion, ahora),
        "conteo": contar(sesion),
        **de_pantalla(sesion, ahora),
    }
    return render(request, "equipo/agenda/ingreso/proyeccion.html", contexto)


@require_safe
@never_cache
@solo_equipo
def codigo(request: Peticion, numero: int) -> HttpResponse:
    """Fragment: the code of now, and how many are in."""
    sesion, ahora = sesion_a_cargo(request.user, numero), timezone.now()
    contexto = {
        "ingreso": puerta(sesion, ahora),
        "conteo": contar(sesion),
        **de_pantalla(sesion, ahora),
    }
    return render(request, "equipo/agenda/ingreso/codigo.html", contexto)


@require_safe
@solo_equipo
def hoja(request: Peticion, numero: int) -> HttpResponse:
    """A sheet for the door of a room without screen; its code does not change."""
    sesion = sesion_a_cargo(request.user, numero)
    contexto = {
        "sesion": sesion,
        "ingreso": puerta(sesion, timezone.now()),
        **de_papel(sesion),
    }
    return mostrar(request, "equipo/agenda/ingreso/hoja.html", contexto)
