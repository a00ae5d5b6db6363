"""The feed that a calendar program reads: who has its address sees it, so it carries nobody else's data."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from asiste.agenda.models import SuscripcionAgenda
from asiste.agenda.suscripcion import calendario_de

DURA = 15 * 60  # seconds that a program may keep it


@require_safe
def suscripcion(request: HttpRequest, clave: str) -> HttpResponseBase:
    """The sessions of whose address it is; 304 when the program already has them, 404 once it was renewed."""
    activas = SuscripcionAgenda.objects.filter(usuario__is_active=True).select_related("usuario")
    usuario = get_object_or_404(activas, clave=clave).usuario
    contenido = calendario_de(usuario, ahora=timezone.now())
    etiqueta = f'"{hashlib.sha256(contenido).hexdigest()[:32]}"'
    respuesta = HttpResponse(contenido, content_type="text/calendar; charset=utf-8")
    respuesta["ETag"] = etiqueta
    final = get_conditional_response(request, etag=etiqueta, response=respuesta) or respuesta
    final["Cache-Control"] = f"private, max-age={DURA}"
    final["X-Robots-Tag"] = "noindex"
    return final
