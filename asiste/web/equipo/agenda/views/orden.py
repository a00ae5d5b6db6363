"""The order of the day of a session."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from asiste.agenda import acciones
from asiste.agenda.models import PuntoOrden
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo
from asiste.web.equipo.agenda.forms.orden import PuntoForm
from asiste.web.equipo.agenda.orden import ficha
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver


@abrir_y_enviar
@solo_equipo
def orden(request: Peticion, numero: int) -> HttpResponse:
    """The points, to be put in order, and a new one."""
    sesion = sesion_a_cargo(request.user, numero)
    exigir(sesion.pendiente)

    def agregar(datos: dict[str, Any]) -> HttpResponse:
        punto = acciones.agregar_punto(sesion=sesion, **datos)
        return hecho(request, f"Se agregó «{punto}».", "equipo:orden", str(sesion.pk))

    apoyo = ficha(request.user, sesion)
    return resolver(
        request, PuntoForm(**recibido(request)), agregar, "equipo/agenda/orden.html", sesion=sesion, **apoyo
    )


@abrir_y_enviar
@solo_equipo
def punto(request: Peticion, numero: int, punto: int) -> HttpResponse:
    """A point with another text, time or person."""
    elegido = _punto(request, numero, punto)

    def cambiar(datos: dict[str, Any]) -> HttpResponse:
        acciones.cambiar_punto(punto=elegido, **datos)
        return hecho(request, "El punto quedó guardado.", "equipo:orden", str(numero))

    form = PuntoForm(elegido, **recibido(request))
    return resolver(request, form, cambiar, "equipo/agenda/punto.html", sesion=elegido.sesion, punto=elegido)


@require_POST
@solo_equipo
def lugar(request: Peticion, numero: int, punto: int) -> HttpResponse:
    """One place up or down; `sentido` tells which."""
    elegido, sube = _punto(request, numero, punto), request.POST.get("sentido") == "sube"
    return _hacer(request, lambda: acciones.mover_punto(punto=elegido, sube=sube), _en_el_orden(numero, punto))


@require_POST
@solo_equipo
def quitar(request: Peticion, numero: int, punto: int) -> HttpResponse:
    """Takes a point out."""
    elegido = _punto(request, numero, punto)
    return _hacer(request, lambda: acciones.quitar_punto(punto=elegido), reverse("equipo:orden", args=[numero]))


@require_POST
@solo_equipo
def tratado(request: Peticion, numero: int, punto: int) -> HttpResponse:
    """Ticks a point off, or takes the tick away."""
    elegido, marca = _punto(request, numero, punto), request.POST.get("tratado") == "si"
    pagina = reverse("equipo:sesion", args=[numero]) + f"#punto-{punto}"
    return _hacer(request, lambda: acciones.marcar_punto(punto=elegido, tratado=marca), pagina)


def _punto(request: Peticion, numero: int, punto: int) -> PuntoOrden:
    """The point, of a session in charge of the person; else 404 or 403."""
    sesion = sesion_a_cargo(request.user, numero)
    return get_object_or_404(PuntoOrden.objects.select_related("sesion"), sesion=sesion, pk=punto)


def _en_el_orden(numero: int, punto: int) -> str:
    return reverse("equipo:orden", args=[numero]) + f"#punto-{punto}"


def _hacer(request: Peticion, accion: Callable[[], object], pagina: str) -> HttpResponse:
    """Does it and goes back to the page, which tells the rule that was broken, if any."""
    try:
        accion()
    except ReglaIncumplida as regla:
        messages.error(request, str(regla))
    return redirect(pagina)
