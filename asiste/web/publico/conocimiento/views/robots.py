"""What the searchers of the web are told."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Neither the work spaces nor the endless lists of filters; where the map is."""
    contexto = {"publica": settings.URL_PUBLICA}
    return render(request, "publico/conocimiento/robots.txt", contexto, content_type="text/plain; charset=utf-8")
