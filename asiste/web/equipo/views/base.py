"""The base of everything received and attended."""

from django.db.models import Prefetch
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.portafolio.models import Tema
from asiste.solicitudes import alcance, permisos, trazabilidad
from asiste.solicitudes.models.consultas import RADICADO, SolicitudQuerySet
from asiste.solicitudes.plazo import calendario_de
from asiste.web.equipo import listas
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.forms.filtros import FiltroForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _filtradas(request: Peticion, form: FiltroForm) -> SolicitudQuerySet:
    exigir(permisos.puede_ver_base(request.user))
    visibles = alcance.solicitudes_del_equipo(request.user)
    return trazabilidad.filtrar(visibles, form.filtro(), timezone.localdate())


@require_safe
@solo_equipo
def base(request: Peticion) -> HttpResponse:
    """The requests of the tree that meet the filter, the last first. A whole number goes straight to its case."""
    form = FiltroForm(request.GET, request.user)
    filtradas = _filtradas(request, form)
    if RADICADO.match(form.filtro().texto) and (unica := filtradas.order_by("pk").first()):
        return redirect("equipo:solicitud", unica.radicado)
    hoy = timezone.localdate()
    con_temas = Prefetch("temas", Tema.objects.order_by("nombre", "id"))
    pagina = paginar(listas.para_lista(filtradas).prefetch_related(con_temas), listas.ULTIMAS_PRIMERO, request.GET)
    filas = listas.con_plazo(pagina.filas, calendario_de(hoy), hoy)
    contexto = {"filtros": form, "pagina": pagina, "filas": filas, "columnas": len(trazabilidad.COLUMNAS)}
    return mostrar(request, "equipo/base.html", contexto)


@require_safe
@solo_equipo
def excel(request: Peticion) -> HttpResponseBase:
    """What the filter lists, whole, as a workbook."""
    filtradas = _filtradas(request, FiltroForm(request.GET, request.user))
    return FileResponse(
        trazabilidad.escribir_excel(filtradas), as_attachment=True, filename=_nombre("xlsx"), content_type=EXCEL
    )


@require_safe
@solo_equipo
def csv(request: Peticion) -> HttpResponseBase:
    """What the filter lists, whole, as CSV, sent as it is read."""
    filtradas = _filtradas(request, FiltroForm(request.GET, request.user))
    respuesta = StreamingHttpResponse(trazabilidad.escribir_csv(filtradas), content_type="text/csv; charset=utf-8")
    respuesta.headers["Content-Disposition"] = f'attachment; filename="{_nombre("csv")}"'
    return respuesta


def _nombre(extension: str) -> str:
    return f"base-de-trazabilidad-{timezone.localdate():%Y-%m-%d}.{extension}"
