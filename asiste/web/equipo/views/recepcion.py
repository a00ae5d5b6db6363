"""Triage: requests whose entity is not known."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.solicitudes import acciones, alcance, permisos
from asiste.solicitudes.plazo import calendario_de
from asiste.web.equipo import listas
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.recepcion import IdentificacionForm, SolicitanteForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.sugerencias import sugerir
from asiste.web.equipo.views.nivel import y_su_nivel
from asiste.web.interfaz.paginas import paginar


@require_safe
@solo_equipo
def por_identificar(request: Peticion) -> HttpResponse:
    """Requests «entidad por identificar» of the tree, the oldest first."""
    exigir(permisos.puede_identificar(request.user))
    hoy = timezone.localdate()
    pendientes = listas.para_lista(alcance.solicitudes_del_equipo(request.user).sin_entidad())
    pagina = paginar(pendientes, listas.ORDEN_DE_LLEGADA, request.GET)
    filas = listas.con_plazo(pagina.filas, calendario_de(hoy, pagina.filas), hoy)
    return mostrar(request, "equipo/por_identificar.html", {"pagina": pagina, "filas": filas})


@abrir_y_enviar
@solo_equipo
def identificacion(request: Peticion, radicado: str) -> HttpResponse:
    """Says which entity asks, or that it is not of the Distrito, and may keep the sender as its contact."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_identificar(request.user))
    buscado = request.GET.get("q", "")
    sugerencias = sugerir(solicitud, buscado)
    quien = solicitud.solicitante_nombre or solicitud.solicitante_correo
    form = IdentificacionForm(sugerencias, quien, **recibido(request))

    def identificar(datos: dict[str, Any]) -> HttpResponse:
        entidad = form.elegida()
        identificada = acciones.identificar_entidad(
            solicitud=solicitud,
            entidad=entidad,
            registrar_enlace=datos["registrar_enlace"],
            autor=request.user,
            ahora=timezone.now(),
        )
        quien_es = entidad or "no es una entidad del Distrito"
        return y_su_nivel(request, identificada, f"{solicitud.radicado}: {quien_es}.", "equipo:por-identificar")

    contexto = {"solicitud": solicitud, "buscado": buscado, "sugerencias": sugerencias}
    return resolver(request, form, identificar, "equipo/identificacion.html", **contexto)


@abrir_y_enviar
@solo_equipo
def solicitante(request: Peticion, radicado: str) -> HttpResponse:
    """Says who really asks, when someone else passed the request on."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_identificar(request.user))
    inicial = {
        "nombre": solicitud.solicitante_nombre,
        "cargo": solicitud.solicitante_cargo,
        "correo": solicitud.solicitante_correo,
    }
    form = SolicitanteForm(initial=inicial, **recibido(request))

    def cambiar(datos: dict[str, Any]) -> HttpResponse:
        acciones.cambiar_solicitante(solicitud=solicitud, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "Quedó corregido quién pide.", "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, cambiar, "equipo/solicitante.html", solicitud=solicitud)
