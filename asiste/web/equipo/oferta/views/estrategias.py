"""The strategies under way, which their heads keep."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from asiste.oferta import acciones, alcance, permisos
from asiste.oferta.models import Estrategia
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.oferta.acceso import estrategia_de
from asiste.web.equipo.oferta.forms.estrategias import EstrategiaForm
from asiste.web.interfaz.paginas import paginar

ORDEN = ("-activa", "dependencia__orden", "nombre", "id")


@require_safe
@solo_equipo
def estrategias(request: Peticion) -> HttpResponse:
    """Those of the direcciones of the person, the ones no longer under way at the end."""
    contexto = {
        "pagina": paginar(alcance.estrategias_del_equipo(request.user), ORDEN, request.GET),
        "ordena": permisos.puede_ordenar(request.user),
    }
    return mostrar(request, "equipo/oferta/estrategias.html", contexto)


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion) -> HttpResponse:
    """Another strategy."""
    exigir(permisos.puede_ordenar(request.user))
    return _escribir(request, None)


@abrir_y_enviar
@solo_equipo
def estrategia(request: Peticion, numero: int) -> HttpResponse:
    """Changes a strategy; saving an example verifies it."""
    elegida = estrategia_de(request.user, numero)
    exigir(permisos.puede_ordenar(request.user))
    return _escribir(request, elegida)


def _escribir(request: Peticion, elegida: Estrategia | None) -> HttpResponse:
    form = EstrategiaForm(usuario=request.user, estrategia=elegida, **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        guardada = acciones.guardar_estrategia(estrategia=elegida, **datos)
        return hecho(request, f"«{guardada}» quedó guardada.", "equipo:estrategias")

    return resolver(request, form, guardar, "equipo/oferta/estrategia.html", estrategia=elegida)
