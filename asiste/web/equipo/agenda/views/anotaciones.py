"""What the team writes in the attendance list."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from asiste.agenda import acciones
from asiste.agenda.models import Asistencia, Invitado
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo
from asiste.web.equipo.agenda.forms.asistencia import AnotarForm, MotivoForm, RetiroForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.entidades import sugeridas


@abrir_y_enviar
@solo_equipo
def anotar(request: Peticion, numero: int) -> HttpResponse:
    """Somebody who came and could not register."""
    sesion = sesion_a_cargo(request.user, numero)
    form = AnotarForm(**recibido(request))

    def escribir(datos: dict[str, Any]) -> HttpResponse:
        nueva = acciones.anotar_asistencia(
            sesion=sesion, persona=form.persona(), motivo=datos["motivo"], autor=request.user, ahora=timezone.now()
        )
        return hecho(request, _anotada(nueva), "equipo:asistencia", str(sesion.pk))

    plantilla = "equipo/agenda/asistencia/anotar.html"
    return resolver(request, form, escribir, plantilla, sesion=sesion, entidades=sugeridas())


@abrir_y_enviar
@solo_equipo
def marcar(request: Peticion, numero: int, invitado: int) -> HttpResponse:
    """An invited person came in, as somebody saw."""
    sesion = sesion_a_cargo(request.user, numero)
    suyo = get_object_or_404(sesion.invitados.exclude(situacion=Invitado.Situacion.RETIRADO), pk=invitado)

    def escribir(datos: dict[str, Any]) -> HttpResponse:
        nueva = acciones.marcar_ingreso(invitado=suyo, motivo=datos["motivo"], autor=request.user, ahora=timezone.now())
        return hecho(request, _anotada(nueva), "equipo:sesion", str(sesion.pk))

    plantilla = "equipo/agenda/asistencia/marcar.html"
    return resolver(request, MotivoForm(**recibido(request)), escribir, plantilla, sesion=sesion, invitado=suyo)


@abrir_y_enviar
@solo_equipo
def retirar(request: Peticion, numero: int, persona: int) -> HttpResponse:
    """An entry that was a mistake."""
    sesion = sesion_a_cargo(request.user, numero)
    suya = get_object_or_404(sesion.asistencias.validas(), pk=persona)

    def quitar(datos: dict[str, Any]) -> HttpResponse:
        acciones.retirar_asistencia(asistencia=suya, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, f"{suya.nombre} ya no está en la lista.", "equipo:asistencia", str(sesion.pk))

    plantilla = "equipo/agenda/asistencia/retirar.html"
    return resolver(request, RetiroForm(**recibido(request)), quitar, plantilla, sesion=sesion, asistencia=suya)


def _anotada(nueva: Asistencia) -> str:
    tarde = " como registro posterior" if nueva.medio == Asistencia.Medio.TARDIA else ""
    sin_cupo = " El cupo ya estaba completo: quedó marcada." if nueva.fuera_de_cupo else ""
    return f"{nueva.nombre} quedó en la lista{tarde}.{sin_cupo}"
