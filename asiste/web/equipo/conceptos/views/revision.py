"""Sending a concept to be reviewed, sending it back, letting it go to the signature, or giving it up."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from asiste.conceptos import competencia
from asiste.conceptos.acciones import revision as acciones
from asiste.conceptos.pendientes import lo_que_falta
from asiste.conceptos.permisos import puede_redactar
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de
from asiste.web.equipo.conceptos.forms import revision as formas
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.tramite import ConfirmacionForm


@abrir_y_enviar
@solo_equipo
def envio(request: Peticion, numero: int) -> HttpResponse:
    """Chooses who reviews it and sends it."""
    concepto = concepto_de(request.user, numero)
    exigir(puede_redactar(request.user, concepto))
    if not concepto.en_proyecto:
        return redirect("equipo:concepto", numero)

    def enviar(datos: dict[str, Any]) -> HttpResponse:
        acciones.enviar_a_revision(concepto=concepto, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, f"Le pedimos la revisión a {datos['revisa']}.", "equipo:concepto", str(numero))

    form = formas.EnvioForm(concepto=concepto, initial={"revisa": concepto.revisa_id}, **recibido(request))
    contexto = {"concepto": concepto, "faltan": lo_que_falta(concepto)}
    return resolver(request, form, enviar, "equipo/conceptos/revision/envio.html", **contexto)


@abrir_y_enviar
@solo_equipo
def devolucion(request: Peticion, numero: int) -> HttpResponse:
    """Sends it back to be written, with the reason; who wrote it takes it back."""
    concepto = concepto_de(request.user, numero)
    exigir(competencia.puede_devolver(request.user, concepto))

    def devolver(datos: dict[str, Any]) -> HttpResponse:
        acciones.devolver(concepto=concepto, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El concepto volvió a redacción.", "equipo:concepto", str(numero))

    form = formas.MotivoForm(**recibido(request))
    return resolver(request, form, devolver, "equipo/conceptos/revision/devolucion.html", concepto=concepto)


@abrir_y_enviar
@solo_equipo
def visto_bueno(request: Peticion, numero: int) -> HttpResponse:
    """The reviewer approves it: it waits for the signature."""
    concepto = concepto_de(request.user, numero)
    exigir(competencia.puede_revisar(request.user, concepto))

    def pasar(_datos: dict[str, Any]) -> HttpResponse:
        acciones.pasar_a_firma(concepto=concepto, autor=request.user, ahora=timezone.now())
        return hecho(request, "El concepto espera la firma.", "equipo:concepto", str(numero))

    form = ConfirmacionForm(**recibido(request))
    return resolver(request, form, pasar, "equipo/conceptos/revision/visto_bueno.html", concepto=concepto)


@abrir_y_enviar
@solo_equipo
def sin_efecto(request: Peticion, numero: int) -> HttpResponse:
    """Gives it up before it is signed."""
    concepto = concepto_de(request.user, numero)
    exigir(competencia.puede_dejar_sin_efecto(request.user, concepto))

    def dejar(datos: dict[str, Any]) -> HttpResponse:
        acciones.dejar_sin_efecto(concepto=concepto, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El concepto quedó sin efecto.", "equipo:concepto", str(numero))

    form = formas.SinEfectoForm(**recibido(request))
    return resolver(request, form, dejar, "equipo/conceptos/revision/sin_efecto.html", concepto=concepto)
