"""Handing out files: always as a download, never one that runs."""

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from asiste.correo.contenido import contenido_de
from asiste.documentos.models import Archivo
from asiste.web.equipo.acceso import Peticion, correos_de, solicitud_de, solo_equipo
from asiste.web.equipo.marco import mostrar


def entregar(request: Peticion, archivo: Archivo, nombre: str) -> HttpResponseBase:
    """The file as an inert download; a page that says why when it is retained."""
    if archivo.retenido:
        return mostrar(request, "equipo/retenido.html", {"nombre": nombre, "porque": archivo.retenido}, estado=403)
    respuesta = FileResponse(
        archivo.abrir(), as_attachment=True, filename=nombre, content_type="application/octet-stream"
    )
    respuesta.headers["X-Content-Type-Options"] = "nosniff"
    return respuesta


@require_safe
@solo_equipo
def anexo(request: Peticion, radicado: str, numero: int) -> HttpResponseBase:
    """An attachment of a case."""
    solicitud = solicitud_de(request.user, radicado)
    suyo = get_object_or_404(solicitud.anexos.select_related("archivo"), pk=numero)
    return entregar(request, suyo.archivo, suyo.nombre)


@require_safe
@solo_equipo
def mensaje(request: Peticion, radicado: str, numero: int) -> HttpResponseBase:
    """A mail of a case, byte for byte."""
    solicitud = solicitud_de(request.user, radicado)
    suyo = get_object_or_404(correos_de(solicitud), pk=numero)
    return entregar(request, suyo.crudo, f"{solicitud.radicado}-{numero}.eml")


@require_safe
@solo_equipo
def contenido(request: Peticion, radicado: str, numero: int) -> HttpResponseBase:
    """What is inside an attachment that holds others, without taking it out."""
    solicitud = solicitud_de(request.user, radicado)
    anexo = get_object_or_404(solicitud.anexos.select_related("archivo"), pk=numero)
    if not anexo.trae_otros:
        raise Http404
    with anexo.archivo.abrir() as archivo:
        dentro = contenido_de(archivo.read(), anexo.archivo.tipo)
    return mostrar(request, "equipo/contenido.html", {"solicitud": solicitud, "anexo": anexo, "dentro": dentro})
