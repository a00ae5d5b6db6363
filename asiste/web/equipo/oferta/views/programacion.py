"""From an activity to its sessions, and to whom it has not reached."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from asiste.agenda.permisos import puede_llevar
from asiste.oferta import acciones, permisos
from asiste.oferta.consultas.cobertura import cobertura_de
from asiste.oferta.consultas.vinculables import sesiones_por_vincular
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.agenda.previa import advertir_de_los_dias
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.oferta.acceso import actividad_de
from asiste.web.equipo.oferta.envio import a_convocar
from asiste.web.equipo.oferta.forms.programacion import InvitacionForm, ProgramarForm, VinculoForm


@abrir_y_enviar
@solo_equipo
def programacion(request: Peticion, numero: int) -> HttpResponse:
    """One or several sessions of an activity, in one step."""
    elegida = actividad_de(request.user, numero)
    exigir(permisos.puede_programar(request.user, elegida))
    form = ProgramarForm(
        direccion=elegida.plan.direccion, initial={"dirige": elegida.responsable_id}, **recibido(request)
    )

    def programar(_datos: dict[str, Any]) -> HttpResponse:
        sesiones = acciones.programar_actividad(
            actividad=elegida,
            horas=form.todas_las_horas(),
            encuentro=form.encuentro(),
            autor=request.user,
            ahora=timezone.now(),
        )
        if len(sesiones) == 1:
            return a_convocar(request, sesiones[0], "La sesión quedó programada: falta convocarla.")
        advertir_de_los_dias(request, (timezone.localdate(una.inicia) for una in sesiones))
        listo = f"Quedaron programadas {len(sesiones)} sesiones: falta convocar a cada una."
        return hecho(request, listo, "equipo:actividad", str(elegida.pk))

    contexto = {"actividad": elegida, "plan": elegida.plan}
    return resolver(request, form, programar, "equipo/oferta/programar.html", **contexto)


@abrir_y_enviar
@solo_equipo
def vinculo(request: Peticion, numero: int) -> HttpResponse:
    """Has a session that stands already count for an activity."""
    elegida = actividad_de(request.user, numero)
    exigir(permisos.puede_programar(request.user, elegida))
    form = VinculoForm(sesiones=sesiones_por_vincular(request.user, elegida), **recibido(request))
    if not form.sesiones:
        messages.info(request, "No lleva ninguna sesión de la dirección en ese año que no esté ya en una actividad.")
        return redirect("equipo:actividad", elegida.pk)

    def vincular(_datos: dict[str, Any]) -> HttpResponse:
        sesion = acciones.vincular(actividad=elegida, sesion=form.elegida())
        return hecho(request, f"«{sesion}» ya cuenta para la actividad.", "equipo:actividad", str(elegida.pk))

    contexto = {"actividad": elegida, "plan": elegida.plan}
    return resolver(request, form, vincular, "equipo/oferta/vincular.html", **contexto)


@abrir_y_enviar
@solo_equipo
def faltantes(request: Peticion, numero: int) -> HttpResponse:
    """Makes of those the activity has not reached the target of one of its coming sessions."""
    elegida = actividad_de(request.user, numero)
    exigir(permisos.puede_programar(request.user, elegida))
    vienen = elegida.sesiones.filter(estado="programada", inicia__gt=timezone.now()).order_by("inicia", "id")
    suyas = [una for una in vienen if puede_llevar(request.user, una)]
    form = InvitacionForm(sesiones=suyas, **recibido(request))
    if not form.sesiones:
        messages.info(request, "Programe antes la sesión a la que las va a invitar.")
        return redirect("equipo:actividad-sesiones", elegida.pk)

    def dirigir(datos: dict[str, Any]) -> HttpResponse:
        sesion = acciones.dirigir_a_las_que_faltan(
            actividad=elegida, sesion=form.elegida(), tambien_invitadas=datos["tambien_invitadas"]
        )
        return a_convocar(request, sesion, "La sesión quedó dirigida a las que faltan: revise la lista y convóquelas.")

    contexto = {"actividad": elegida, "plan": elegida.plan, "cobertura": cobertura_de(elegida)}
    return resolver(request, form, dirigir, "equipo/oferta/faltantes.html", **contexto)
