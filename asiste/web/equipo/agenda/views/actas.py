"""Writing minutes and reports, reading them and their history."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.agenda import acciones
from asiste.agenda.actas.contenido import acta_de, contenido_de
from asiste.agenda.models import Acta
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo, sesion_de
from asiste.web.equipo.agenda.actas import ficha, gente_en
from asiste.web.equipo.agenda.escritura import acta_a_cargo
from asiste.web.equipo.agenda.forms.actas import DatosForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar


@require_POST
@solo_equipo
def inicio(request: Peticion, numero: int) -> HttpResponse:
    """Starts the minutes of a session, or goes to them if somebody had."""
    sesion = sesion_a_cargo(request.user, numero)
    try:
        acciones.empezar_acta(sesion=sesion, autor=request.user, ahora=timezone.now())
    except ReglaIncumplida as regla:
        messages.warning(request, str(regla))
        return redirect("equipo:sesion", numero)
    return redirect("equipo:acta", numero)


@require_safe
@solo_equipo
def acta(request: Peticion, numero: int) -> HttpResponse:
    """The minutes: to be written, for who carries the session while it is a draft; to be read, for the rest."""
    sesion = sesion_de(request.user, numero)
    escrita = acta_de(sesion)
    if escrita is None:
        return redirect("equipo:sesion", numero)
    contexto = {"sesion": sesion, **ficha(request.user, sesion)}
    if escrita.en_borrador and contexto["escribe_acta"]:
        return mostrar(request, "equipo/agenda/actas/edicion.html", {**contexto, "sabido": contenido_de(escrita)})
    version = contexto["version"]
    contenido = contenido_de(escrita) if escrita.en_borrador or version is None else version.contenido
    return mostrar(request, "equipo/agenda/actas/lectura.html", {**contexto, "contenido": contenido})


@require_safe
@solo_equipo
def presentes(request: Peticion, numero: int) -> HttpResponse:
    """Who else has it open."""
    return gente_en(acta_a_cargo(request.user, numero), request.user).responder(request)


@abrir_y_enviar
@solo_equipo
def datos(request: Peticion, numero: int) -> HttpResponse:
    """What the header of a report says of the visited entity."""
    escrita = acta_a_cargo(request.user, numero)
    if escrita.clase != Acta.Clase.INFORME or not escrita.en_borrador:
        return redirect("equipo:acta", numero)

    def guardar(nuevos: dict[str, Any]) -> HttpResponse:
        acciones.guardar_datos(acta=escrita, datos=nuevos)
        return hecho(request, "Guardamos los datos de la entidad.", "equipo:acta", str(numero))

    form = DatosForm(initial=escrita.datos, **recibido(request))
    return resolver(request, form, guardar, "equipo/agenda/actas/datos.html", sesion=escrita.sesion, acta=escrita)
