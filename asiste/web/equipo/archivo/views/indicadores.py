"""The indicators of all the entities in a year, and those of one year by year."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.archivo.indicadores import comparacion, permisos
from asiste.archivo.indicadores.cuadro import cuadro, escribir
from asiste.archivo.models import IndicadorDocumental
from asiste.directorio.models import Entidad
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.archivo.forms.indicadores import CuadroForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.views.base import EXCEL
from asiste.web.interfaz.paginas import paginar

ORDEN = ("nombre", "id")


def ultima_vigencia() -> int:
    """The year that ended: the one whose values are complete."""
    return timezone.localdate().year - 1


def indicadores_activos() -> Sequence[IndicadorDocumental]:
    """The columns of the table."""
    return list(IndicadorDocumental.objects.activos())


def _entidades(filtros: CuadroForm) -> QuerySet[Entidad]:
    sector = filtros.pedido("sector")
    return Entidad.objects.activas().filter(sector=sector) if sector else Entidad.objects.activas()


@require_safe
@solo_equipo
def indicadores(request: Peticion) -> HttpResponse:
    """Entities by indicators."""
    filtros = CuadroForm(request.GET, ultima_vigencia())
    columnas = indicadores_activos()
    pagina = paginar(_entidades(filtros), ORDEN, request.GET)
    contexto = {
        "filtros": filtros,
        "vigencia": filtros.anio_visto,
        "columnas": columnas,
        "pagina": pagina,
        "filas": cuadro(pagina.filas, columnas, filtros.anio_visto),
        "anota": permisos.puede_anotar(request.user),
        "cuida": permisos.puede_cuidar_catalogo(request.user),
    }
    return mostrar(request, "equipo/archivo/indicadores/cuadro.html", contexto)


@require_safe
@solo_equipo
def excel(request: Peticion) -> HttpResponseBase:
    """The table as a workbook, which can be filled in and brought back."""
    filtros = CuadroForm(request.GET, ultima_vigencia())
    entidades = list(_entidades(filtros).select_related("sector").order_by(*ORDEN))
    archivo = escribir(entidades, indicadores_activos(), filtros.anio_visto)
    nombre = f"indicadores-{filtros.anio_visto}.xlsx"
    return FileResponse(archivo, as_attachment=True, filename=nombre, content_type=EXCEL)


@require_safe
@solo_equipo
def de_entidad(request: Peticion, entidad: str) -> HttpResponse:
    """Each indicator of an entity by year, beside its sector, and what was read in them."""
    elegida = get_object_or_404(Entidad.objects.select_related("sector"), clave=entidad)
    anios = comparacion.anios_de(elegida, ultima_vigencia())
    referencia = comparacion.referencia_de(anios, ultima_vigencia())
    contexto = {
        "entidad": elegida,
        "anios": anios,
        "referencia": referencia,
        "filas": comparacion.comparar(elegida, anios, referencia),
        "interpretaciones": comparacion.interpretaciones_de(elegida),
        "anota": permisos.puede_anotar(request.user),
        "vigencia": ultima_vigencia(),
    }
    return mostrar(request, "equipo/archivo/indicadores/entidad.html", contexto)
