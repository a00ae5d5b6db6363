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
YA = "Gracias. Ya lo habíamos contado."
NO_SE_CONTO = "Gracias. Esta vez no se contó: desde este lugar se contaron muchas en poco tiempo."


@require_POST
def resolvio(request: HttpRequest, clave: str) -> HttpResponse:
    """Counts it once in a session, and not more than a few from one place. Disposición: 7.1.3-ans-niveles."""
    publicacion = get_object_or_404(Publicacion.objects.visibles(), clave=clave)
    dicho = _contar(request, publicacion)
    if "HX-Request" in request.headers:
        return render(request, "publico/conocimiento/gracias.html", {"dicho": dicho})
    messages.add_message(request, messages.SUCCESS if dicho == GRACIAS else messages.INFO, dicho)
    return redirect("publicacion", publicacion.clave)


def _contar(request: HttpRequest, publicacion: Publicacion) -> str:
    """What became of it, in words."""
    if not ratelimit.consume(request, action="resolvio"):
        return NO_SE_CONTO
    return GRACIAS if contar_resuelta(request, publicacion, timezone.now()) else YA
