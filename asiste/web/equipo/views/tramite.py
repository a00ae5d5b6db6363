"""What is done on a case, one small page for each action."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from asiste.solicitudes import acciones, permisos
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms import tramite as formas
from asiste.web.interfaz.archivos import guardados


@abrir_y_enviar
@solo_equipo
def evidencia(request: Peticion, radicado: str) -> HttpResponse:
    """Files that show what was done."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_tramitar(request.user, solicitud))
    form = formas.EvidenciaForm(**recibido(request))

    def agregar(datos: dict[str, Any]) -> HttpResponse:
        acciones.agregar_evidencia(
            solicitud=solicitud,
            texto=datos["texto"],
            anexos=guardados(datos["anexos"]),
            autor=request.user,
            ahora=timezone.now(),
        )
        return hecho(request, "Evidencia guardada.", "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, agregar, "equipo/evidencia.html", solicitud=solicitud)


@abrir_y_enviar
@solo_equipo
def atencion(request: Peticion, radicado: str) -> HttpResponse:
    """The assistance was given: the term stops."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_tramitar(request.user, solicitud))
    form = formas.AtencionForm(**recibido(request))

    def atender(datos: dict[str, Any]) -> HttpResponse:
        acciones.atender(solicitud=solicitud, resumen=datos["resumen"], autor=request.user, ahora=timezone.now())
        listo = f"{solicitud.radicado} quedó atendida y el plazo dejó de correr. Falta cerrarla."
        return hecho(request, listo, "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, atender, "equipo/atencion.html", solicitud=solicitud)


@abrir_y_enviar
@solo_equipo
def cierre(request: Peticion, radicado: str) -> HttpResponse:
    """End of a case; the entity is told."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_tramitar(request.user, solicitud))

    def cerrar(_datos: dict[str, Any]) -> HttpResponse:
        acciones.cerrar(solicitud=solicitud, autor=request.user, ahora=timezone.now())
        return hecho(request, f"{solicitud.radicado} quedó cerrada.", "equipo:solicitud", solicitud.radicado)

    form = formas.ConfirmacionForm(**recibido(request))
    return resolver(request, form, cerrar, "equipo/cierre.html", solicitud=solicitud)


@abrir_y_enviar
@solo_equipo
def reasignacion(request: Peticion, radicado: str) -> HttpResponse:
    """Another adviser takes over, with a reason."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_reasignar(request.user, solicitud))
    form = formas.ReasignacionForm(solicitud=solicitud, **recibido(request))

    def reasignar(datos: dict[str, Any]) -> HttpResponse:
        acciones.reasignar(solicitud=solicitud, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, f"{solicitud.radicado} pasó a {datos['asesor']}.", "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, reasignar, "equipo/reasignacion.html", solicitud=solicitud)
