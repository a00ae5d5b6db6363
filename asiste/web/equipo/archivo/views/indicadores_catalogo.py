"""What the archive measures of each entity."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from asiste.archivo.acciones.indicadores import guardar_indicador
from asiste.archivo.indicadores import permisos
from asiste.archivo.models import IndicadorDocumental
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.archivo.forms.indicadores import IndicadorForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar


@require_safe
@solo_equipo
def catalogo(request: Peticion) -> HttpResponse:
    """The indicators, those that are not measured any more too."""
    todos = IndicadorDocumental.objects.select_related("componente")
    contexto = {
        "pagina": paginar(todos, ("orden", "id"), request.GET),
        "cuida": permisos.puede_cuidar_catalogo(request.user),
    }
    return mostrar(request, "equipo/archivo/indicadores/catalogo.html", contexto)


@abrir_y_enviar
@solo_equipo
def nuevo(request: Peticion) -> HttpResponse:
    """One more."""
    return _formulario(request, None)


@abrir_y_enviar
@solo_equipo
def indicador(request: Peticion, numero: int) -> HttpResponse:
    """How one is measured, its goal and whether it is verified."""
    return _formulario(request, get_object_or_404(IndicadorDocumental, pk=numero))


def _formulario(request: Peticion, elegido: IndicadorDocumental | None) -> HttpResponse:
    exigir(permisos.puede_cuidar_catalogo(request.user))
    form = IndicadorForm(initial=IndicadorForm.inicial(elegido) if elegido else {}, **recibido(request))

    def guardar(_datos: dict[str, Any]) -> HttpResponse:
        guardado = guardar_indicador(indicador=elegido, datos=form.datos())
        return hecho(request, f"«{guardado}» quedó en el catálogo.", "equipo:indicadores-catalogo")

    return resolver(request, form, guardar, "equipo/archivo/indicadores/indicador.html", indicador=elegido)
