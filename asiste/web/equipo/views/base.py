"""The base of everything received and attended."""

from django.db.models import Prefetch
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.portafolio.models import Tema
from asiste.solicitudes import permisos, trazabilidad
from asiste.solicitudes.models import Vista
from asiste.solicitudes.models.consultas import RADICADO
from asiste.solicitudes.plazo import calendario_de
from asiste.web.equipo import listas
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.busqueda import buscar_ultimas
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.seleccion import Lista, barra_de, lista_de
from asiste.web.interfaz.paginas import paginar

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _lista(request: Peticion) -> Lista:
    exigir(permisos.puede_ver_base(request.user))
    return lista_de(request.user, Vista.Pagina.BASE, request.GET, timezone.localdate())


@require_safe
@solo_equipo
def base(request: Peticion) -> HttpResponse:
    """The requests of the tree that meet the filter, the last first. A whole number goes straight to its case."""
    lista = _lista(request)
    form, filtradas = lista.filtros, lista.casos
    if RADICADO.match(form.filtro().texto) and (unica := filtradas.order_by("pk").first()):
        return redirect("equipo:solicitud", unica.radicado)
    hoy = timezone.localdate()
    con_temas = Prefetch("temas", Tema.objects.order_by("nombre", "id"))
    completas = listas.para_lista(filtradas).prefetch_related(con_temas)
    pagina = (
        buscar_ultimas(completas, request.GET)
        if form.filtro().texto
        else paginar(completas, listas.ULTIMAS_PRIMERO, request.GET)
    )
    filas = listas.con_plazo(pagina.filas, calendario_de(hoy, pagina.filas), hoy)
    contexto = {"filtros": form, "pagina": pagina, "filas": filas, "columnas": len(trazabilidad.COLUMNAS)}
    return mostrar(request, "equipo/base.html", contexto | barra_de(request.user, lista))


@require_safe
@solo_equipo
def excel(request: Peticion) -> HttpResponseBase:
    """What the filter lists, whole, as a workbook."""
    filtradas = _lista(request).casos
    return FileResponse(
        trazabilidad.escribir_excel(filtradas),
        as_attachment=True,
        filename=nombre_de_la_base("xlsx"),
        content_type=EXCEL,
    )


@require_safe
@solo_equipo
def csv(request: Peticion) -> HttpResponseBase:
    """What the filter lists, whole, as CSV, sent as it is read."""
    filtradas = _lista(request).casos
    respuesta = StreamingHttpResponse(trazabilidad.escribir_csv(filtradas), content_type="text/csv; charset=utf-8")
    respuesta.headers["Content-Disposition"] = f'attachment; filename="{nombre_de_la_base("csv")}"'
    return respuesta


def nombre_de_la_base(extension: str) -> str:
    """Name of the file of an export of today."""
    return f"base-de-trazabilidad-{timezone.localdate():%Y-%m-%d}.{extension}"
