"""Approving and reading minutes with the link of a letter: no sign-in. Looking does nothing; sending does."""

from collections.abc import Callable
from functools import wraps

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asiste.agenda import acciones
from asiste.agenda.actas import enlaces
from asiste.agenda.firmas import Desconocida, Vencida
from asiste.agenda.models import Aprobacion, VersionActa
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.interfaz.actas import DecisionForm, decidir
from asiste.web.interfaz.archivos import entregar_pdf

Vista = Callable[[HttpRequest, str], HttpResponseBase]


def _con_llave(vista: Vista) -> Vista:
    """What any page opened by a link owes: it is counted, kept nowhere and found by no searcher."""

    @never_cache
    @wraps(vista)
    def puerta(request: HttpRequest, llave: str) -> HttpResponseBase:
        if not ratelimit.consume(request, app="allauth.account", action="acta_por_enlace", key=llave, limit_get=True):
            return ratelimit.respond_429(request)
        try:
            respuesta = vista(request, llave)
        except Desconocida as ajena:
            raise Http404 from ajena
        except Vencida:
            pide = enlaces.aprobacion_del_vencido(llave) is not None
            respuesta = render(request, "publico/agenda/acta_vencida.html", {"llave": llave, "pide": pide}, status=410)
        respuesta.headers["X-Robots-Tag"] = "noindex"
        return respuesta

    return puerta


@require_http_methods(["GET", "HEAD", "POST"])
@_con_llave
def aprobar(request: HttpRequest, llave: str) -> HttpResponseBase:
    """What a person of the entity is asked to approve, and the answer."""
    aprobacion = enlaces.aprobacion_del_enlace(llave)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            decidir(form, aprobacion, timezone.now())
        except ReglaIncumplida as regla:
            messages.warning(request, str(regla))
        return redirect("acta-aprobar", llave)
    version = aprobacion.version
    contexto = {"form": form, "llave": llave, "aprobacion": aprobacion, "version": version, "acta": version.acta}
    contexto |= {"contenido": version.contenido, "aprobaciones": Aprobacion.objects.de_la(version)}
    return render(request, "publico/agenda/acta_aprobar.html", contexto)


@require_safe
@_con_llave
def aprobar_documento(request: HttpRequest, llave: str) -> HttpResponseBase:
    """The very bytes to be approved."""
    version = enlaces.aprobacion_del_enlace(llave).version
    return entregar_pdf(version.archivo.abrir(), str(version))


@require_POST
@_con_llave
def otro_enlace(request: HttpRequest, llave: str) -> HttpResponse:
    """Sends another link to the address of one that is past its time."""
    aprobacion = enlaces.aprobacion_del_vencido(llave)
    if aprobacion is None:
        return redirect("acta-aprobar", llave)
    try:
        acciones.enviar_otro_enlace(aprobacion=aprobacion, ahora=timezone.now())
        messages.success(request, "Le enviamos otro enlace a su correo.")
    except ReglaIncumplida as regla:
        messages.warning(request, str(regla))
    return redirect("acta-aprobar", llave)


@require_safe
@_con_llave
def leer(request: HttpRequest, llave: str) -> HttpResponseBase:
    """What was issued, for those who took part."""
    acta = enlaces.acta_del_enlace(llave)
    version = VersionActa.objects.vigente(acta)
    contexto = {"llave": llave, "acta": acta, "documento": acta.documento}
    contexto |= {"contenido": version.contenido if version else {}}
    return render(request, "publico/agenda/acta_leer.html", contexto)


@require_safe
@_con_llave
def leer_documento(request: HttpRequest, llave: str) -> HttpResponseBase:
    """The sealed document, for those who took part."""
    documento = enlaces.acta_del_enlace(llave).documento
    if documento is None:
        raise Http404
    return entregar_pdf(documento.archivo.abrir(), documento.codigo)
