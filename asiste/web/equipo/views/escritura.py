"""The pages where one writes on a case: the answer to the entity and the internal note."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from asiste.escritura.acciones import OtraVersion
from asiste.notificaciones.models import Rebote
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Plantilla
from asiste.web.equipo import redaccion
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, resolver
from asiste.web.equipo.presencia import gente_en
from asiste.web.interfaz.archivos import guardados


@abrir_y_enviar
@solo_equipo
def nota(request: Peticion, radicado: str) -> HttpResponse:
    """Internal note."""
    escrito = redaccion.escrito_de(request, radicado, redaccion.CLASE.NOTA)

    def anotar(datos: dict[str, Any]) -> None:
        acciones.anotar(solicitud=escrito.solicitud, **datos, autor=request.user, ahora=timezone.now())

    apoyo = {"gente": gente_en(escrito.solicitud, request.user)}
    return _escribir(request, escrito, anotar, "equipo/nota.html", apoyo)


@abrir_y_enviar
@solo_equipo
def respuesta(request: Peticion, radicado: str) -> HttpResponse:
    """Message to the entity, by mail and in the case."""
    escrito = redaccion.escrito_de(request, radicado, redaccion.CLASE.RESPUESTA)
    solicitud = escrito.solicitud

    def responder(datos: dict[str, Any]) -> None:
        anexos = guardados(datos.pop("anexos"))
        acciones.responder(solicitud=solicitud, anexos=anexos, **datos, autor=request.user, ahora=timezone.now())

    apoyo = {
        "gente": gente_en(solicitud, request.user, escribe=True),
        "plantillas": Plantilla.objects.para(solicitud.dependencia),
        "rebote": Rebote.objects.de(solicitud.solicitante_correo),
    }
    return _escribir(request, escrito, responder, "equipo/respuesta.html", apoyo)


def _escribir(
    request: Peticion,
    escrito: redaccion.Escrito,
    sacar: Callable[[dict[str, Any]], None],
    plantilla: str,
    apoyo: dict[str, Any],
) -> HttpResponse:
    """Shows the text being written, or takes it out; what cannot go out because of another one is kept."""
    form, estado = redaccion.abrir(request, escrito)

    def enviar(datos: dict[str, Any]) -> HttpResponse:
        try:
            sacar(datos.copy())
        except OtraVersion:
            return redaccion.conservar(request, escrito, datos["texto"], datos["version"])
        return redaccion.listo(request, escrito)

    contexto = {"escrito": escrito, "estado": estado, "ya_salio": "ya-salio" in request.GET, **apoyo}
    return resolver(request, form, enviar, plantilla, solicitud=escrito.solicitud, **contexto)
