"""The operative scheme, for anyone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from asiste.web.interfaz.esquema import contexto


@require_safe
def esquema(request: HttpRequest) -> HttpResponse:
    """The steps of the model, drawn and told. Disposición: 7.1.3-esquema-operativo."""
    return render(request, "publico/archivo/esquema.html", contexto({}))
