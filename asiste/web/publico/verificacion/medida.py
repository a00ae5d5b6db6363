"""How much may be asked of the pages that check documents."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from allauth.core.internal import ratelimit
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from asiste.web.publico.verificacion.forms import CABE

P = ParamSpec("P")
SOBRE = 64 * 1024  # what a form weighs besides its file


def con_medida(
    vista: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Counts who asks too much, and answers before reading what is too big: hence the token is checked after."""

    @csrf_exempt
    def medida(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not ratelimit.consume(request, app="allauth.account", action="verificar", limit_get=True):
            return ratelimit.respond_429(request)
        declarado = request.META.get("CONTENT_LENGTH") or "0"
        if not declarado.isdecimal() or int(declarado) > CABE + SOBRE:
            return render(request, "publico/verificacion/no_cabe.html", {"cabe": CABE}, status=413)
        return csrf_protect(vista)(request, *args, **kwargs)

    return medida
