"""Tells the triggers who is asking and from where."""

from collections.abc import Callable

import pghistory
from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse


def contexto(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: facts written while a request is served carry its user, address (`PROXIES`) and path."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return get_response(request)
        with pghistory.context(
            usuario=request.user.pk,
            origen=get_adapter().get_client_ip(request),
            ruta=f"{request.method} {request.path}",
        ):
            return get_response(request)

    return middleware
