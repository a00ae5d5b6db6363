"""Asking for mails on what is published, confirming the address and leaving. Looking does nothing; sending does."""

from typing import Any

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from asiste.conocimiento.acciones.alertas import NoSeGuarda, guardar_busqueda, retirar_busquedas
from asiste.conocimiento.correos import CONFIRMAR, RETIRAR, pedir_confirmacion
from asiste.conocimiento.etiquetas import en_palabras
from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import BusquedaGuardada
from asiste.notificaciones.firmas import Desconocida, Vencida, leer
from asiste.web.publico.agenda.enlaces import DOS_DIAS
from asiste.web.publico.conocimiento.forms import AvisoForm

DEMASIADOS = "Hubo demasiados intentos con ese correo o desde este lugar. Espere unos minutos y pruebe de nuevo."
ver_y_enviar = require_http_methods(["GET", "HEAD", "POST"])


@ver_y_enviar
def avisos(request: HttpRequest) -> HttpResponse:
    """The address where one wants to be told: a link is sent to it, and nothing is kept yet."""
    filtros = Filtros.leer(request.GET)
    form = AvisoForm(request.POST if request.method == "POST" else None, filtros=filtros)
    contexto = {"form": form, "filtros": filtros, "que": en_palabras(filtros)}
    if form.is_valid():
        correo = form.cleaned_data["correo"]
        if ratelimit.consume(request, action="aviso_del_banco", key=correo.lower()):
            pedir_confirmacion(correo=correo, filtros=filtros, ahora=timezone.now())
            return render(request, "publico/conocimiento/avisos_revise.html", contexto)
        form.add_error(None, DEMASIADOS)
    return render(request, "publico/conocimiento/avisos.html", contexto)


@never_cache
@ver_y_enviar
def confirmar(request: HttpRequest, marca: str) -> HttpResponse:
    """The link of the mail: opening it shows what is asked; sending it keeps the search."""
    try:
        datos: dict[str, str] = _leido(CONFIRMAR, marca)
    except Vencida:
        return _sin_buscadores(render(request, "publico/conocimiento/aviso_vencido.html", status=410))
    contexto = datos | {"que": en_palabras(Filtros.de_consulta(datos["consulta"])), "guardada": False, "porque": ""}
    if request.method == "POST":
        try:
            guardar_busqueda(**datos, ahora=timezone.now())
            contexto["guardada"] = True
        except NoSeGuarda as regla:
            contexto["porque"] = str(regla)
    return _sin_buscadores(render(request, "publico/conocimiento/aviso_confirmar.html", contexto))


@csrf_exempt  # RFC 8058: mail programs send it by themselves; the signed address is what lets in
@never_cache
@ver_y_enviar
def retirar(request: HttpRequest, marca: str) -> HttpResponse:
    """The searches of a person, to leave one (`busqueda`) or, as the mail programs do with one click, all."""
    de_quien = BusquedaGuardada.objects.filter(pk=_leido(RETIRAR, marca, sin_plazo=True)).values("correo")
    activas = BusquedaGuardada.objects.activas().filter(correo__in=de_quien).order_by("id")
    if request.method == "POST":
        pedida = request.POST.get("busqueda", "")
        elegidas = [suya.pk for suya in activas if pedida in ("", str(suya.pk))]
        retirar_busquedas(busquedas=elegidas, ahora=timezone.now())
    suyas = [(suya, en_palabras(Filtros.de_consulta(suya.consulta))) for suya in activas.all()]
    contexto = {"suyas": suyas, "enviado": request.method == "POST"}
    return _sin_buscadores(render(request, "publico/conocimiento/aviso_retirar.html", contexto))


def _leido(proposito: str, marca: str, *, sin_plazo: bool = False) -> Any:
    """What a mark says. Raises Http404 when it is not ours, and `Vencida` when it is old."""
    try:
        return leer(proposito, marca, None if sin_plazo else DOS_DIAS)
    except Desconocida as ajena:
        raise Http404 from ajena


def _sin_buscadores(respuesta: HttpResponse) -> HttpResponse:
    respuesta.headers["X-Robots-Tag"] = "noindex"
    return respuesta
