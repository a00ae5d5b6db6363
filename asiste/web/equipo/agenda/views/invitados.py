"""Who is invited to a session: choosing, adding, withdrawing, and writing down answers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.agenda import acciones, permisos
from asiste.agenda.convocados import prever, sin_representar
from asiste.agenda.models import Invitado
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo, sesion_de
from asiste.web.equipo.agenda.forms.invitados import (
    ConvocatoriaForm,
    InvitadoForm,
    RespuestaForm,
)
from asiste.web.equipo.agenda.invitados import listar
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar


@require_safe
@solo_equipo
def invitados(request: Peticion, numero: int) -> HttpResponse:
    """The whole list, with its filters, and the entities of the target that nobody represents."""
    sesion = sesion_de(request.user, numero)
    contexto = {
        "sesion": sesion,
        "lleva": permisos.puede_llevar(request.user, sesion),
        "invitados": listar(sesion, request.GET),
        "faltan": sin_representar(sesion),
    }
    return mostrar(request, "equipo/agenda/invitados/lista.html", contexto)


@abrir_y_enviar
@solo_equipo
def convocatoria(request: Peticion, numero: int) -> HttpResponse:
    """First who would be invited and whom nobody reaches; then, confirmed, the invitations."""
    sesion, ahora = sesion_a_cargo(request.user, numero), timezone.now()
    prevision = prever(sesion, timezone.localdate(ahora))

    def convocar(datos: dict[str, Any]) -> HttpResponse:
        nuevos = acciones.convocar(sesion=sesion, enlaces=datos["enlaces"], autor=request.user, ahora=ahora)
        cuantos = "1 persona nueva" if len(nuevos) == 1 else f"{len(nuevos)} personas nuevas"
        texto = f"Quedó convocada, con {cuantos}: los correos salen en el próximo minuto."
        return hecho(request, texto, "equipo:sesion", str(numero))

    form = ConvocatoriaForm(prevision=prevision, **recibido(request))
    return resolver(
        request, form, convocar, "equipo/agenda/invitados/convocatoria.html", sesion=sesion, prevision=prevision
    )


@abrir_y_enviar
@solo_equipo
def nuevo(request: Peticion, numero: int) -> HttpResponse:
    """One person more, by hand."""
    sesion = sesion_a_cargo(request.user, numero)

    def agregar(_datos: dict[str, Any]) -> HttpResponse:
        quien = acciones.agregar_invitado(sesion=sesion, persona=form.persona(), ahora=timezone.now())
        return hecho(request, _que_paso(quien), "equipo:sesion", str(numero))

    form = InvitadoForm(**recibido(request))
    return resolver(request, form, agregar, "equipo/agenda/invitados/nuevo.html", sesion=sesion)


@abrir_y_enviar
@solo_equipo
def retiro(request: Peticion, numero: int, invitado: int) -> HttpResponse:
    """Takes somebody out of the session and of his or her calendar."""
    quien = _invitado_de(request.user, numero, invitado)

    def retirar(_datos: dict[str, Any]) -> HttpResponse:
        acciones.retirar_invitado(invitado=quien, ahora=timezone.now())
        return hecho(request, f"{quien} ya no está entre los invitados.", "equipo:sesion", str(numero))

    form = ConfirmacionForm(**recibido(request))
    return resolver(request, form, retirar, "equipo/agenda/invitados/retiro.html", sesion=quien.sesion, invitado=quien)


@abrir_y_enviar
@solo_equipo
def respuesta(request: Peticion, numero: int, invitado: int) -> HttpResponse:
    """What somebody answered by another way."""
    quien = _invitado_de(request.user, numero, invitado)

    def anotar(datos: dict[str, Any]) -> HttpResponse:
        acciones.responder(
            invitado=quien,
            respuesta=Invitado.Respuesta(datos["respuesta"]),
            via=Invitado.Via.EQUIPO,
            comentario=datos["comentario"],
            ahora=timezone.now(),
        )
        return hecho(request, f"Quedó anotada la respuesta de {quien}.", "equipo:sesion", str(numero))

    form = RespuestaForm(**recibido(request))
    return resolver(
        request, form, anotar, "equipo/agenda/invitados/respuesta.html", sesion=quien.sesion, invitado=quien
    )


@require_POST
@solo_equipo
def decision(request: Peticion, numero: int, invitado: int) -> HttpResponse:
    """Accepts or not who answered without being invited."""
    quien, elegida = _invitado_de(request.user, numero, invitado), request.POST.get("decision")
    if elegida not in {"aceptar", "rechazar"}:
        messages.error(request, "Elija si se acepta o no.")
        return redirect("equipo:sesion", numero)
    try:
        decidido = acciones.decidir_invitado(invitado=quien, aceptar=elegida == "aceptar", ahora=timezone.now())
    except ReglaIncumplida as regla:
        messages.error(request, str(regla))
        return redirect("equipo:sesion", numero)
    return hecho(request, _que_paso(decidido), "equipo:sesion", str(numero))


def _que_paso(invitado: Invitado) -> str:
    if invitado.situacion == Invitado.Situacion.RETIRADO:
        return f"{invitado} no quedó entre los invitados."
    if invitado.situacion == Invitado.Situacion.EN_ESPERA:
        return f"Los cupos están ocupados: {invitado} quedó en la lista de espera."
    if invitado.sesion.convocada_en is None and invitado.origen == Invitado.Origen.EQUIPO:
        return f"{invitado} quedó en la lista: la invitación sale cuando convoque la sesión."
    return f"{invitado} quedó entre los invitados: la invitación sale en el próximo minuto."


def _invitado_de(usuario: Usuario, numero: int, invitado: int) -> Invitado:
    """Somebody invited to a session that the person carries; else Http404 or 403."""
    sesion = sesion_a_cargo(usuario, numero)
    quien = sesion.invitados.select_related("entidad").filter(pk=invitado).first()
    if quien is None:
        raise Http404
    quien.sesion = sesion
    return quien
