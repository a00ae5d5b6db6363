"""The line: who follows, and taking from it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.solicitudes import acciones, permisos
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.plazo import calendario_de
from asiste.web.equipo import listas
from asiste.web.equipo.acceso import Peticion, exigir, fila_de, puesto_de, solicitud_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.tramite import TomaForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.permisos import toma_de_la_fila
from asiste.web.interfaz.paginas import paginar


@require_safe
@solo_equipo
def fila(request: Peticion) -> HttpResponse:
    """The person's line in order of arrival; for who has none, every line of the tree."""
    hoy = timezone.localdate()
    pagina = paginar(listas.para_lista(fila_de(request.user)), listas.ORDEN_DE_LLEGADA, request.GET)
    contexto = {
        "pagina": pagina,
        "filas": listas.con_plazo(pagina.filas, calendario_de(hoy, pagina.filas), hoy),
        "primera": "despues" not in request.GET and "antes" not in request.GET,
        "propia": toma_de_la_fila(request.user),
        "reparte": permisos.puede_repartir(request.user),
    }
    return mostrar(request, "equipo/fila.html", contexto)


@require_POST
@solo_equipo
def turno(request: Peticion) -> HttpResponse:
    """Takes the next one of the line. Says so when it is not the one the page showed."""
    exigir(toma_de_la_fila(request.user))
    try:
        tomada = acciones.tomar_siguiente(asesor=puesto_de(request.user), ahora=timezone.now())
    except acciones.FilaVacia as regla:
        messages.info(request, str(regla))
        return redirect("equipo:bandeja")
    esperada = request.POST.get("esperada", tomada.radicado)
    if esperada == tomada.radicado:
        messages.success(request, f"Tomó {tomada.radicado}: ya está a su cargo.")
    else:
        messages.warning(
            request, f"Otra persona tomó antes {esperada}. La siguiente era {tomada.radicado} y ya está a su cargo."
        )
    return redirect("equipo:solicitud", tomada.radicado)


@abrir_y_enviar
@solo_equipo
def toma(request: Peticion, radicado: str) -> HttpResponse:
    """Takes a request that is not the next one: it needs a reason and an explanation, which stay in sight."""
    solicitud = solicitud_de(request.user, radicado)
    if solicitud.estado != Solicitud.Estado.POR_TOMAR:
        messages.info(request, f"{solicitud.radicado} ya no está en la fila: la tiene {solicitud.asesor}.")
        return redirect("equipo:solicitud", solicitud.radicado)
    exigir(permisos.puede_tomar(request.user, solicitud))

    def tomar(datos: dict[str, Any]) -> HttpResponse:
        acciones.tomar_fuera_de_turno(
            solicitud=solicitud, asesor=puesto_de(request.user), **datos, ahora=timezone.now()
        )
        listo = f"Tomó {solicitud.radicado} fuera de turno. El motivo quedó a la vista."
        return hecho(request, listo, "equipo:solicitud", solicitud.radicado)

    form = TomaForm(**recibido(request))
    lugar = solicitud.lugar_en_la_fila()
    return resolver(request, form, tomar, "equipo/toma.html", solicitud=solicitud, lugar=lugar)
