"""The plans of a year across the entities, by sector."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.archivo import alcance, permisos
from asiste.archivo.panorama import ORDEN, Condiciones, entidades_que_cumplen, por_sector, resumen
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.archivo.forms.panorama import PanoramaForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

POR_PAGINA = 200  # all of them on one page, to be printed


def pedido(request: Peticion) -> tuple[PanoramaForm, Condiciones]:
    """What the address asks for. Raises PermissionDenied for who does not see the plans."""
    exigir(permisos.puede_ver_planes(request.user))
    filtros = PanoramaForm(request.GET, timezone.localdate().year)
    return filtros, filtros.condiciones()


@require_safe
@solo_equipo
def panorama(request: Peticion) -> HttpResponse:
    """Each entity with its plan of the year and how far it went; who has none is seen."""
    filtros, condiciones = pedido(request)
    pagina = paginar(entidades_que_cumplen(condiciones), ORDEN, request.GET, POR_PAGINA)
    grupos = por_sector(pagina.filas, alcance.planes_del_equipo(request.user), condiciones.vigencia)
    contexto: dict[str, Any] = {
        "filtros": filtros,
        "vigencia": condiciones.vigencia,
        "pagina": pagina,
        "grupos": grupos,
        "total": resumen(grupos),
        "prepara": permisos.puede_preparar(request.user),
    }
    return mostrar(request, "equipo/archivo/panorama.html", contexto)
