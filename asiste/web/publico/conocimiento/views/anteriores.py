"""A former version of a line, a guide or an instrument: who cited it may still read what it said."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from asiste.conocimiento.models import VersionPublicacion
from asiste.web.publico.conocimiento.entrega import entregar


@require_safe
def anterior(request: HttpRequest, clave: str, cual: int) -> HttpResponse:
    """Its file, its link and its text. 404 of a concept, and of what was withdrawn.

    Disposición: 7.1.3-lineas-tecnicas, 7.1.3-guia-proyectos.
    """
    version = _version(clave, cual)
    contexto = {"version": version, "publicacion": version.publicacion}
    respuesta = render(request, "publico/conocimiento/anterior.html", contexto)
    respuesta.headers["X-Robots-Tag"] = "noindex"
    return respuesta


@require_safe
def archivo(request: HttpRequest, clave: str, cual: int) -> HttpResponseBase:
    """Its file, as an inert download."""
    version = _version(clave, cual)
    if version.archivo is None or version.archivo.retenido:
        raise Http404
    return entregar(version.archivo, version.nombre_de_archivo)


def _version(clave: str, cual: int) -> VersionPublicacion:
    publicas = VersionPublicacion.objects.publicas()
    version: VersionPublicacion = get_object_or_404(publicas, publicacion__clave=clave, numero=cual)
    return version
