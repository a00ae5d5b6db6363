"""Telling that a publication solved a doubt."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.conocimiento.models import Publicacion
from asiste.web.interfaz.duda import contar_resuelta

GRACIAS = "Gracias: quedó contado como asistencia de nivel 1, sin radicado."


@require_POST
def resolvio(request: HttpRequest, clave: str) -> HttpResponse:
    """Counts it once in a session, and not more than a few from one place. Disposición: 7.1.3-ans-niveles."""
    publicacion = get_object_or_404(Publicacion.objects.visibles(), clave=clave)
    dentro = ratelimit.consume(request, action="resolvio")
    contada = dentro and contar_resuelta(request, publicacion, timezone.now())
    if "HX-Request" in request.headers:
        return render(request, "publico/conocimiento/gracias.html", {"contada": contada})
    messages.success(request, GRACIAS)
    return redirect("publicacion", publicacion.clave)
