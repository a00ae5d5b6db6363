"""Sending minutes to be approved, and approving them in the work space."""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import acciones
from asiste.agenda.actas.aprobadores import candidatos
from asiste.agenda.models import Acta, Aprobacion, VersionActa
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.escritura import acta_a_cargo
from asiste.web.equipo.agenda.forms.aprobacion import AprobacionForm, RetomaForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.interfaz.actas import DecisionForm, decidir
from asiste.web.interfaz.archivos import entregar_pdf


@abrir_y_enviar
@solo_equipo
def pasar(request: Peticion, numero: int) -> HttpResponse:
    """Chooses who approves and sends it to them."""
    acta = acta_a_cargo(request.user, numero)
    if not acta.en_borrador:
        return redirect("equipo:acta", numero)
    posibles = candidatos(acta.sesion)
    anterior = VersionActa.objects.vigente(acta)
    pedidas = {una.correo for una in Aprobacion.objects.de_la(anterior)} if anterior else set()

    def enviar(datos: dict[str, Any]) -> HttpResponse:
        elegidos = datos["elegidos"]
        acciones.pasar_a_aprobacion(acta=acta, aprueban=elegidos, autor=request.user, ahora=timezone.now())
        return hecho(request, f"Le pedimos la aprobación a {len(elegidos)} personas.", "equipo:acta", str(numero))

    marcados = [uno.correo for uno in posibles if uno.dirige or uno.correo in pedidas]
    form = AprobacionForm(candidatos=posibles, initial={"aprueban": marcados}, **recibido(request))
    return resolver(request, form, enviar, "equipo/agenda/actas/aprobacion.html", acta=acta, sesion=acta.sesion)


@abrir_y_enviar
@solo_equipo
def retomar(request: Peticion, numero: int) -> HttpResponse:
    """Takes back what waits to be approved, to write it again."""
    acta = acta_a_cargo(request.user, numero)
    if acta.estado != Acta.Estado.EN_APROBACION:
        return redirect("equipo:acta", numero)

    def volver(datos: dict[str, Any]) -> HttpResponse:
        acciones.retomar(acta=acta, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "Quedó otra vez en redacción.", "equipo:acta", str(numero))

    form = RetomaForm(**recibido(request))
    return resolver(request, form, volver, "equipo/agenda/actas/retoma.html", acta=acta, sesion=acta.sesion)


@abrir_y_enviar
@solo_equipo
def aprobacion(request: Peticion, numero: int) -> HttpResponse:
    """What the person is asked to approve: to be read, and approved or sent back."""
    pedida = _pedida(request, numero)

    def responder(datos: dict[str, Any]) -> HttpResponse:
        decidir(form, pedida, timezone.now())
        texto = "Lo devolvió: les avisamos." if datos["decision"] == "devolver" else "Quedó aprobado por usted."
        return hecho(request, texto, "equipo:aprobacion", str(numero))

    form = DecisionForm(**recibido(request))
    contexto: dict[str, Any] = {"aprobacion": pedida, "version": pedida.version, "acta": pedida.version.acta}
    contexto |= {"contenido": pedida.version.contenido, "aprobaciones": Aprobacion.objects.de_la(pedida.version)}
    return resolver(request, form, responder, "equipo/agenda/actas/decision.html", **contexto)


@require_safe
@solo_equipo
def aprobacion_documento(request: Peticion, numero: int) -> HttpResponseBase:
    """The very bytes to be approved."""
    version = _pedida(request, numero).version
    return entregar_pdf(version.archivo.abrir(), f"{version}")


def _pedida(request: Peticion, numero: int) -> Aprobacion:
    return get_object_or_404(Aprobacion.objects.completas().de(request.user), pk=numero)
