"""Topics of a case and who answers for each."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from asiste.solicitudes import acciones, permisos
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.desvios import RespuestaTemaForm
from asiste.web.equipo.forms.tramite import EncargoForm, TemasForm


@abrir_y_enviar
@solo_equipo
def temas(request: Peticion, radicado: str) -> HttpResponse:
    """Which topics the request is about."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_tramitar(request.user, solicitud))
    actuales = {"temas": solicitud.temas.order_by("pk")}
    form = TemasForm(direccion=solicitud.direccion, initial=actuales, **recibido(request))

    def poner(datos: dict[str, Any]) -> HttpResponse:
        acciones.poner_temas(solicitud=solicitud, temas=datos["temas"], autor=request.user, ahora=timezone.now())
        return hecho(request, "Temas actualizados.", "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, poner, "equipo/temas.html", solicitud=solicitud)


@abrir_y_enviar
@solo_equipo
def encargo(request: Peticion, radicado: str, numero: int) -> HttpResponse:
    """Who answers for a topic: a person of the dirección that knows about it. Disposición: 5-articulacion."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_tramitar(request.user, solicitud))
    encargado = get_object_or_404(
        solicitud.temas_a_cargo.select_related("tema__dependencia__padre", "solicitud"), pk=numero
    )
    form = EncargoForm(encargo=encargado, **recibido(request))

    def encargar(datos: dict[str, Any]) -> HttpResponse:
        acciones.encargar_tema(tema_solicitud=encargado, **datos, autor=request.user, ahora=timezone.now())
        quien = datos["responsable"] or datos["lider"]
        return hecho(request, f"{encargado.tema}: responde {quien}.", "equipo:solicitud", radicado)

    return resolver(request, form, encargar, "equipo/encargo.html", solicitud=solicitud, encargo=encargado)


@abrir_y_enviar
@solo_equipo
def respuesta(request: Peticion, radicado: str, numero: int) -> HttpResponse:
    """What is answered on a topic, for who coordinates the case. Disposición: 5-articulacion."""
    solicitud = solicitud_de(request.user, radicado)
    encargado = get_object_or_404(
        solicitud.temas_a_cargo.select_related("tema", "dependencia", "responsable", "solicitud"), pk=numero
    )
    exigir(permisos.puede_responder_tema(request.user, encargado))
    form = RespuestaTemaForm(initial={"texto": encargado.respuesta}, **recibido(request))

    def responder(datos: dict[str, Any]) -> HttpResponse:
        acciones.responder_tema(tema_solicitud=encargado, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, f"Respuesta sobre {encargado.tema} guardada.", "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, responder, "equipo/respuesta_tema.html", solicitud=solicitud, encargo=encargado)
