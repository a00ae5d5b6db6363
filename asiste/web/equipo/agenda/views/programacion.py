"""Calling a session, changing it, opening it and calling it off."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.agenda import acciones, permisos
from asiste.agenda.models import Sesion
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo
from asiste.web.equipo.agenda.forms.cancelacion import CancelacionForm
from asiste.web.equipo.agenda.forms.inicial import de_la_direccion, de_la_sesion
from asiste.web.equipo.agenda.forms.sesion import SesionForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.interfaz.templatetags.interfaz import momento

FORMULARIO = "equipo/agenda/programacion.html"


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion) -> HttpResponse:
    """A new session; the address may bring its hours, its people and the request it is for."""
    exigir(permisos.puede_programar(request.user))
    inicial = de_la_direccion(request.user, request.GET)
    form = SesionForm(usuario=request.user, initial=inicial, **recibido(request))

    def programar(_datos: dict[str, Any]) -> HttpResponse:
        sesion = acciones.programar(datos=form.datos(), autor=request.user, ahora=timezone.now())
        return hecho(request, f"Quedó programada: {momento(sesion.inicia)}.", "equipo:sesion", str(sesion.pk))

    return resolver(request, form, programar, FORMULARIO, sesion=None)


@abrir_y_enviar
@solo_equipo
def cambio(request: Peticion, numero: int) -> HttpResponse:
    """The same session with other data."""
    sesion = _pendiente(request, numero)
    form = SesionForm(
        usuario=request.user, sesion=sesion, initial=de_la_sesion(request.user, sesion), **recibido(request)
    )

    def cambiar(_datos: dict[str, Any]) -> HttpResponse:
        acciones.cambiar(sesion=sesion, datos=form.datos(), autor=request.user, ahora=timezone.now())
        return hecho(request, "Los cambios quedaron guardados.", "equipo:sesion", str(sesion.pk))

    return resolver(request, form, cambiar, FORMULARIO, sesion=sesion)


@abrir_y_enviar
@solo_equipo
def cancelacion(request: Peticion, numero: int) -> HttpResponse:
    """Calls it off, with its reason."""
    sesion = _pendiente(request, numero)

    def cancelar(datos: dict[str, Any]) -> HttpResponse:
        acciones.cancelar(sesion=sesion, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "La sesión quedó cancelada.", "equipo:sesion", str(sesion.pk))

    form = CancelacionForm(**recibido(request))
    return resolver(request, form, cancelar, "equipo/agenda/cancelacion.html", sesion=sesion)


@require_POST
@solo_equipo
def apertura(request: Peticion, numero: int) -> HttpResponse:
    """Opens it: people may register and its points are ticked off."""
    sesion = sesion_a_cargo(request.user, numero)
    try:
        acciones.iniciar(sesion=sesion)
    except ReglaIncumplida as regla:
        messages.error(request, str(regla))
    return redirect("equipo:sesion", sesion.pk)


def _pendiente(request: Peticion, numero: int) -> Sesion:
    """The session in charge of the person; 403 once it was held or called off."""
    sesion = sesion_a_cargo(request.user, numero)
    exigir(sesion.pendiente)
    return sesion
