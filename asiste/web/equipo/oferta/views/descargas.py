"""The plan and the coverage, to take away: workbook and document."""

from typing import IO

from django.db.models import Prefetch
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.directorio.models import Entidad, Sector
from asiste.oferta import informes, libros
from asiste.oferta.consultas.ejecucion import Ejecucion, ejecucion_de
from asiste.oferta.consultas.matriz import matriz_de
from asiste.oferta.models import Plan
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.oferta.acceso import plan_de
from asiste.web.equipo.oferta.views.cobertura import ORDEN, cobertura_pedida, entidades_pedidas
from asiste.web.equipo.views.base import EXCEL


@require_safe
@solo_equipo
def plan_excel(request: Peticion, numero: int) -> HttpResponseBase:
    """The plan and its execution, an activity a row."""
    plan = plan_de(request.user, numero)
    archivo = libros.escribir({f"Plan {plan.vigencia}": libros.filas_del_plan(_ejecucion(plan))})
    return _libro(archivo, _nombre(plan))


@require_safe
@solo_equipo
def plan_pdf(request: Peticion, numero: int) -> HttpResponse:
    """The plan and its execution, as a document."""
    plan = plan_de(request.user, numero)
    return _documento(informes.componer_plan(plan, _ejecucion(plan), timezone.localdate()), _nombre(plan))


@require_safe
@solo_equipo
def cobertura_excel(request: Peticion) -> HttpResponseBase:
    """The matrix, all the entities that the conditions ask for."""
    contexto, ambito = cobertura_pedida(request)
    entidades = entidades_pedidas(contexto["filtros"], ambito).select_related("sector").order_by(*ORDEN)
    filas = libros.filas_de_cobertura(matriz_de(ambito, entidades), entidades)
    return _libro(
        libros.escribir({f"Cobertura {ambito.vigencia}": filas}),
        f"cobertura-{ambito.direccion.clave}-{ambito.vigencia}",
    )


@require_safe
@solo_equipo
def cobertura_pdf(request: Peticion) -> HttpResponse:
    """The matrix as a document."""
    contexto, ambito = cobertura_pedida(request)
    entidades = entidades_pedidas(contexto["filtros"], ambito).order_by(*ORDEN)
    pdf = informes.componer_cobertura(ambito, matriz_de(ambito, entidades), list(entidades), timezone.localdate())
    return _documento(pdf, f"cobertura-{ambito.direccion.clave}-{ambito.vigencia}")


def _ejecucion(plan: Plan) -> list[Ejecucion]:
    """The activities with all that is told of them, in a number of queries that does not grow with them."""
    actividades = plan.actividades.en_orden().prefetch_related(
        "temas",
        Prefetch("publico__sectores", Sector.objects.order_by("orden", "id")),
        Prefetch("publico__entidades", Entidad.objects.order_by("nombre", "id")),
    )
    return ejecucion_de(actividades, timezone.localdate())


def _nombre(plan: Plan) -> str:
    return f"plan-{plan.direccion.clave}-{plan.vigencia}"


def _libro(archivo: IO[bytes], nombre: str) -> FileResponse:
    return FileResponse(archivo, as_attachment=True, filename=f"{nombre}.xlsx", content_type=EXCEL)


def _documento(pdf: bytes, nombre: str) -> HttpResponse:
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{nombre}.pdf"'},
    )
