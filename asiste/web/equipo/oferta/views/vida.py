"""The life of a plan: its approval, its changes and its close."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.oferta import acciones, permisos
from asiste.oferta.acciones.planes import sin_cumplir
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.oferta.acceso import plan_de
from asiste.web.equipo.oferta.forms.planes import CierreForm
from asiste.web.interfaz.paginas import paginar


@abrir_y_enviar
@solo_equipo
def aprobacion(request: Peticion, numero: int) -> HttpResponse:
    """The director approves: from then on each change says why."""
    elegido = plan_de(request.user, numero)
    exigir(permisos.puede_aprobar(request.user, elegido))

    def aprobar(_datos: dict[str, Any]) -> HttpResponse:
        aprobado = acciones.aprobar(plan=elegido, autor=request.user, ahora=timezone.now())
        listo = f"{aprobado}: {aprobado.get_estado_display().lower()}."
        return hecho(request, listo, "equipo:plan", str(elegido.pk))

    form = ConfirmacionForm(**recibido(request))
    cuantas = elegido.actividades.vigentes().count()
    return resolver(request, form, aprobar, "equipo/oferta/aprobacion.html", plan=elegido, cuantas=cuantas)


@abrir_y_enviar
@solo_equipo
def cierre(request: Peticion, numero: int) -> HttpResponse:
    """End of the year: what was not done, and why."""
    elegido = plan_de(request.user, numero)
    exigir(permisos.puede_aprobar(request.user, elegido))
    form = CierreForm(faltan=sin_cumplir(elegido, timezone.now()), **recibido(request))

    def cerrar(datos: dict[str, Any]) -> HttpResponse:
        acciones.cerrar(plan=elegido, balance=datos["balance"], porques=form.porques(), ahora=timezone.now())
        return hecho(request, f"{elegido}: cerrado.", "equipo:plan", str(elegido.pk))

    return resolver(request, form, cerrar, "equipo/oferta/cierre.html", plan=elegido)


@require_safe
@solo_equipo
def cambios(request: Peticion, numero: int) -> HttpResponse:
    """Every version of an approved plan, the last first: what was, what is, why and who."""
    elegido = plan_de(request.user, numero)
    pagina = paginar(elegido.cambios.select_related("actividad", "autor"), ("-version",), request.GET)
    versiones = [
        (cambio, [(campo, cambio.antes.get(campo, ""), cambio.despues.get(campo, "")) for campo in campos])
        for cambio in pagina.filas
        if (campos := list({**cambio.antes, **cambio.despues}))
    ]
    return mostrar(request, "equipo/oferta/cambios.html", {"plan": elegido, "pagina": pagina, "versiones": versiones})
