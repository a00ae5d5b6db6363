"""The same thing done to many requests: first what would happen to each, then, confirmed, to all at once."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.forms import BaseForm
from django.http import FileResponse, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.solicitudes import acciones, permisos, trazabilidad
from asiste.solicitudes.acciones.lotes import MAXIMO, impide_anotar, impide_reasignar
from asiste.solicitudes.models import Lote, Solicitud, Vista
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, recibido, resolver
from asiste.web.equipo.forms.listas import NotaLoteForm, ReasignacionLoteForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.seleccion import elegidas, seleccion_de
from asiste.web.equipo.views.base import EXCEL, nombre_de_la_base

PLANTILLA = "equipo/lote.html"
Impide = Callable[[dict[str, Any], Solicitud], str]
Aplicar = Callable[[dict[str, Any], list[Solicitud]], Lote]


@abrir_y_enviar
@solo_equipo
def nota(request: Peticion) -> HttpResponse:
    """The same internal note on many requests."""

    def impide(_datos: dict[str, Any], caso: Solicitud) -> str:
        return impide_anotar(request.user, caso)

    def anotar(datos: dict[str, Any], casos: list[Solicitud]) -> Lote:
        return acciones.anotar_en_lote(solicitudes=casos, **datos, autor=request.user, ahora=timezone.now())

    textos = {"titulo": "Anotar en varias solicitudes", "verbo": "Anotar", "listo": "Nota guardada"}
    return _en_lote(request, NotaLoteForm(**recibido(request)), impide, anotar, textos)


@abrir_y_enviar
@solo_equipo
def reasignacion(request: Peticion) -> HttpResponse:
    """Many requests to another adviser."""
    exigir(request.user.rol in permisos.DIRIGEN)

    def impide(datos: dict[str, Any], caso: Solicitud) -> str:
        return impide_reasignar(request.user, caso, datos.get("asesor"))

    def reasignar(datos: dict[str, Any], casos: list[Solicitud]) -> Lote:
        return acciones.reasignar_en_lote(solicitudes=casos, **datos, autor=request.user, ahora=timezone.now())

    textos = {"titulo": "Reasignar varias solicitudes", "verbo": "Reasignar", "listo": "Reasignación hecha"}
    form = ReasignacionLoteForm(usuario=request.user, **recibido(request))
    return _en_lote(request, form, impide, reasignar, textos)


@require_safe
@solo_equipo
def excel(request: Peticion) -> HttpResponseBase:
    """The requests chosen as a workbook, with the columns of the base."""
    archivo = trazabilidad.escribir_excel(elegidas(request.user, request.GET))
    return FileResponse(archivo, as_attachment=True, filename=nombre_de_la_base("xlsx"), content_type=EXCEL)


def _en_lote(
    request: Peticion, form: BaseForm, impide: Impide, aplicar: Aplicar, textos: dict[str, str]
) -> HttpResponse:
    """Opens the form over what was chosen, shows what would happen and, confirmed as it was seen, does it."""
    enviado = request.POST if request.method == "POST" else request.GET
    seleccion = seleccion_de(request.user, enviado)
    volver = _volver(enviado)
    contexto = {"textos": textos, "seleccion": seleccion, "volver": volver, "enviado": enviado, "maximo": MAXIMO}
    contexto |= {"previstos": [(caso, impide({}, caso)) for caso in seleccion.casos]}

    def hacer(datos: dict[str, Any]) -> HttpResponse:
        previstos = [(caso, impide(datos, caso)) for caso in seleccion.casos]
        van = [caso for caso, porque in previstos if not porque]
        este = f"{getattr(datos.get('asesor'), 'pk', 'nota')}"  # what is confirmed is what was seen
        if not van or not datos["clave"] or enviado.get("confirmar") != este:
            visto = {"previstos": previstos, "van": len(van), "este": este, "clave": uuid4()}
            return mostrar(request, PLANTILLA, {"form": form, **contexto, **visto})
        lote = aplicar(datos, van)
        cuantas = "1 solicitud" if lote.casos == 1 else f"{lote.casos} solicitudes"
        messages.success(request, f"{textos['listo']} en {cuantas}.")
        return HttpResponseRedirect(volver)

    return resolver(request, form, hacer, PLANTILLA, **contexto)


def _volver(enviado: QueryDict) -> str:
    """The list it came from, with its conditions."""
    pagina = "bandeja" if enviado.get("pagina") == Vista.Pagina.BANDEJA else "base"
    condiciones = QueryDict(enviado.get("consulta", "")).urlencode()
    return reverse(f"equipo:{pagina}") + (f"?{condiciones}" if condiciones else "")
