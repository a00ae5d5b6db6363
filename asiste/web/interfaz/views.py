"""Pages of the interface itself: reading preferences and the gallery of components."""

from django.contrib.auth.decorators import user_passes_test
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_safe

from asiste.cuentas.models import Usuario
from asiste.web.interfaz import galeria
from asiste.web.interfaz.contexto import OPCIONES

UN_ANO = 365 * 24 * 60 * 60  # seconds


def _destino(request: HttpRequest) -> str:
    """Where to go back to: the address sent if it is of this site, else this same page."""
    siguiente = request.POST.get("siguiente", "")
    seguro = url_has_allowed_host_and_scheme(
        siguiente, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return siguiente if seguro else resolve_url("preferencias")


@require_http_methods(["GET", "POST"])
def preferencias(request: HttpRequest) -> HttpResponse:
    """Shows the reading preferences, or keeps those sent in cookies of one year and goes back. No account is needed."""
    if request.method == "GET":
        return render(request, "interfaz/preferencias.html")
    respuesta = HttpResponseRedirect(_destino(request))
    for nombre, valores in OPCIONES.items():
        if (valor := request.POST.get(nombre)) in valores:
            respuesta.set_cookie(
                nombre, valor, max_age=UN_ANO, secure=request.is_secure(), httponly=True, samesite="Lax"
            )
    return respuesta


def _es_del_equipo(usuario: Usuario | AnonymousUser) -> bool:
    """True for signed-in staff."""
    return isinstance(usuario, Usuario) and usuario.es_equipo


@require_safe
@user_passes_test(_es_del_equipo)
def componentes(request: HttpRequest) -> HttpResponse:
    """Gallery of every component with the real templates, for staff."""
    return render(request, "interfaz/componentes.html", galeria.contexto())
