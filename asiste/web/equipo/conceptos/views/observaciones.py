"""Remarks on a concept, and their answers."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from asiste.conceptos import competencia
from asiste.conceptos.acciones import observaciones as acciones
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de
from asiste.web.equipo.conceptos.forms.revision import ObservacionForm, RespuestaForm
from asiste.web.equipo.envio import abrir_y_enviar, recibido, resolver


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion, numero: int) -> HttpResponse:
    """Puts a remark on a passage."""
    concepto = concepto_de(request.user, numero)
    exigir(competencia.puede_revisar(request.user, concepto))

    def observar(datos: dict[str, Any]) -> HttpResponse:
        puesta = acciones.observar(concepto=concepto, **datos, autor=request.user, ahora=timezone.now())
        return redirect(f"{reverse('equipo:concepto', args=[numero])}#obs-{puesta.pk}")

    form = ObservacionForm(**recibido(request))
    return resolver(request, form, observar, "equipo/conceptos/revision/observacion.html", concepto=concepto)


@abrir_y_enviar
@solo_equipo
def respuesta(request: Peticion, numero: int, cual: int) -> HttpResponse:
    """Resolves a remark, saying what was done."""
    concepto = concepto_de(request.user, numero)
    exigir(competencia.puede_resolver(request.user, concepto))
    observacion = get_object_or_404(concepto.observaciones.select_related("autor", "concepto"), pk=cual)

    def responder(datos: dict[str, Any]) -> HttpResponse:
        acciones.resolver_observacion(observacion=observacion, **datos, autor=request.user, ahora=timezone.now())
        return redirect(f"{reverse('equipo:concepto', args=[numero])}#obs-{cual}")

    form = RespuestaForm(**recibido(request))
    contexto = {"concepto": concepto, "observacion": observacion}
    return resolver(request, form, responder, "equipo/conceptos/revision/respuesta.html", **contexto)
