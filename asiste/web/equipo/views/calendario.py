"""Days that do not count, and the changes that move the terms of all."""

from datetime import MAXYEAR
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.calendario.models import DiaNoHabil, Festivo, JornadaAtencion
from asiste.solicitudes import acciones, permisos
from asiste.solicitudes.models import CambioCalendario
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.desvios import CambioForm, MotivoForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

MUESTRA = 200  # rows of a preview


@require_safe
@solo_equipo
def calendario(request: Peticion, anio: int | None = None) -> HttpResponse:
    """Holidays and extra non-working days of a year, each with its norm, and the hours of service."""
    hoy = timezone.localdate()
    visto = hoy.year if anio is None else anio
    if not 1 < visto < MAXYEAR:
        raise Http404
    festivos = [
        {"fecha": dia.fecha, "nombre": dia.nombre, "fuente": dia.norma, "traslado": dia.traslado, "extra": False}
        for dia in Festivo.objects.vigentes().filter(fecha__year=visto).order_by("fecha")
    ]
    adicionales = [
        {"fecha": dia.fecha, "nombre": dia.motivo, "fuente": dia.acto, "traslado": False, "extra": True}
        for dia in DiaNoHabil.objects.vigentes().filter(fecha__year=visto).order_by("fecha")
    ]
    contexto = {
        "anio": visto,
        "anterior": visto - 1,
        "siguiente": visto + 1,
        "dias": sorted([*festivos, *adicionales], key=lambda dia: str(dia["fecha"])),
        "jornada": JornadaAtencion.objects.vigente(hoy),
        "cambia": permisos.puede_cambiar_calendario(request.user),
    }
    return mostrar(request, "equipo/calendario.html", contexto)


@abrir_y_enviar
@solo_equipo
def cambio(request: Peticion) -> HttpResponse:
    """Adds or takes away a day: first what would move, then, confirmed, it is applied at once."""
    exigir(permisos.puede_cambiar_calendario(request.user))
    form = CambioForm(**recibido(request))

    def cambiar(datos: dict[str, Any]) -> HttpResponse:
        este = f"{datos['sentido']} {datos['fecha']}"  # what was confirmed is what was seen
        if request.POST.get("confirmar") != este:
            movidas = acciones.previsualizar(sentido=datos["sentido"], fecha=datos["fecha"])
            visto = {"movidas": movidas[:MUESTRA], "cuantas": len(movidas), "datos": datos, "este": este}
            return mostrar(request, "equipo/cambio_calendario.html", {"form": form, **visto})
        aplicado = acciones.cambiar_calendario(**datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El calendario cambió.", "equipo:cambio-aplicado", str(aplicado.pk))

    return resolver(request, form, cambiar, "equipo/cambio_calendario.html", movidas=None)


@require_safe
@solo_equipo
def cambios(request: Peticion) -> HttpResponse:
    """Every change of the calendar, the last first."""
    hechos = CambioCalendario.objects.select_related("autor", "deshecho_por")
    return mostrar(request, "equipo/cambios_calendario.html", {"pagina": paginar(hechos, ("-id",), request.GET)})


@require_safe
@solo_equipo
def aplicado(request: Peticion, numero: int) -> HttpResponse:
    """A change and the due dates it moved. How many is said; the requests are shown to who may change it."""
    este = get_object_or_404(CambioCalendario.objects.select_related("autor", "deshace", "deshecho_por"), pk=numero)
    cambia = permisos.puede_cambiar_calendario(request.user)
    movidos = este.movidos.select_related("solicitud").defer("solicitud__texto", "solicitud__buscable")
    contexto = {
        "cambio": este,
        "cambia": cambia,
        "cuantas": este.movidos.count(),
        "pagina": paginar(movidos if cambia else movidos.none(), ("id",), request.GET),
    }
    return mostrar(request, "equipo/cambio_aplicado.html", contexto)


@abrir_y_enviar
@solo_equipo
def deshecho(request: Peticion, numero: int) -> HttpResponse:
    """Puts the calendar as it was before a change."""
    exigir(permisos.puede_cambiar_calendario(request.user))
    este = get_object_or_404(CambioCalendario, pk=numero)

    def deshacer(datos: dict[str, Any]) -> HttpResponse:
        contrario = acciones.deshacer_cambio(cambio=este, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El cambio se deshizo.", "equipo:cambio-aplicado", str(contrario.pk))

    return resolver(request, MotivoForm(**recibido(request)), deshacer, "equipo/cambio_deshecho.html", cambio=este)
