"""The material of a session: what is added, handed out and taken away."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.agenda import acciones
from asiste.agenda.models import Material, Sesion
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo, sesion_de
from asiste.web.equipo.agenda.forms.material import MaterialForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.views.archivos import entregar
from asiste.web.interfaz.archivos import guardados


@abrir_y_enviar
@solo_equipo
def nuevo(request: Peticion, numero: int) -> HttpResponse:
    """Something of the bank, files or a link."""
    sesion = sesion_a_cargo(request.user, numero)
    exigir(sesion.estado != Sesion.Estado.CANCELADA)

    @transaction.atomic
    def agregar(datos: dict[str, Any]) -> HttpResponse:
        _agregar(sesion, datos)
        return hecho(request, "El material quedó en la sesión.", "equipo:sesion", str(sesion.pk))

    form = MaterialForm(**recibido(request))
    return resolver(request, form, agregar, "equipo/agenda/material.html", sesion=sesion)


@require_safe
@solo_equipo
def material(request: Peticion, numero: int, material: int) -> HttpResponseBase:
    """A file, as an inert download."""
    suyo = get_object_or_404(_de(sesion_de(request.user, numero)), pk=material)
    if suyo.archivo is None:
        raise Http404
    return entregar(request, suyo.archivo, suyo.nombre)


@require_POST
@solo_equipo
def quitar(request: Peticion, numero: int, material: int) -> HttpResponse:
    """Takes it out of the session."""
    sesion = sesion_a_cargo(request.user, numero)
    suyo = get_object_or_404(_de(sesion), pk=material)
    try:
        acciones.quitar_material(material=suyo)
        messages.success(request, f"«{suyo}» ya no está en la sesión.")
    except ReglaIncumplida as regla:
        messages.error(request, str(regla))
    return redirect("equipo:sesion", sesion.pk)


def _de(sesion: Sesion) -> QuerySet[Material]:
    return Material.objects.filter(sesion=sesion).select_related("archivo", "sesion")


def _agregar(sesion: Sesion, datos: dict[str, Any]) -> None:
    """What is of the bank, each file under its name, and the link under the one it was given."""
    ven = datos["para_todos"]
    if publicacion := datos["publicacion"]:
        acciones.agregar_del_banco(sesion=sesion, publicacion=publicacion, para_todos=ven, ahora=timezone.now())
    for uno in guardados(datos["archivos"]):
        acciones.agregar_material(sesion=sesion, nombre=uno.nombre, archivo=uno.archivo, para_todos=ven)
    if url := datos["url"]:
        acciones.agregar_material(sesion=sesion, nombre=datos["nombre"] or url, url=url, para_todos=ven)
