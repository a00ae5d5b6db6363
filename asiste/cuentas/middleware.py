"""The team goes nowhere without a second factor."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from asiste.cuentas.permisos import entra_con_contrasena, vino_de_la_institucion

# What is needed to activate it, to leave, or to read the page that asks for it
EXENTAS = frozenset({"mfa_activate_totp", "account_reauthenticate", "account_logout", "preferencias"})


def segundo_factor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: who is of the team and has no second factor is led to activate it, whatever page was asked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _falta_activarlo(request) and not _exenta(request):
            return redirect("mfa_activate_totp")
        return get_response(request)

    return middleware


def _falta_activarlo(request: HttpRequest) -> bool:
    usuario = request.user
    return (
        entra_con_contrasena(usuario)
        and not vino_de_la_institucion(request, usuario)
        and not is_mfa_enabled(usuario, [Authenticator.Type.TOTP])
    )


def _exenta(request: HttpRequest) -> bool:
    try:
        return resolve(request.path_info).url_name in EXENTAS
    except Resolver404:
        return True  # there is nothing to protect, and a lost image should not open the page again
