"""A mail with its format, cleaned, and the pictures inside it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from asiste.correo.lectura.formato import con_formato
from asiste.correo.models import MensajeEntrante
from asiste.correo.presentacion import presentar
from asiste.documentos.tipos import imagen_segura
from asiste.web.equipo.acceso import Peticion, correos_de, cuarentena_de, solicitud_de, solo_equipo
from asiste.web.equipo.marco import mostrar

GUARDAR_IMAGEN = 24 * 60 * 60  # seconds in the browser: a kept message never changes
CERRADA = "default-src 'none'; sandbox; frame-ancestors 'none'"


def _crudo(mensaje: MensajeEntrante) -> bytes:
    with mensaje.crudo.abrir() as archivo:
        return bytes(archivo.read())


def _pagina(
    request: Peticion, mensaje: MensajeEntrante, vista: str, argumentos: list[Any], **contexto: Any
) -> HttpResponse:
    """The mail, with the pictures that came in it at the address of that view."""
    formato = con_formato(_crudo(mensaje))
    imagenes = {
        identificador: reverse(vista, args=[*argumentos, numero])
        for numero, (identificador, contenido) in enumerate(formato.imagenes.items())
        if imagen_segura(contenido)
    }
    presentable = presentar(formato.html, imagenes, enlaces=contexto["solicitud"] is not None)
    return mostrar(request, "equipo/formato.html", {"mensaje": mensaje, "presentable": presentable, **contexto})


def _imagen(mensaje: MensajeEntrante, indice: int) -> HttpResponse:
    """A picture inside a mail, only when its bytes are those of a picture."""
    contenidos = [] if mensaje.crudo.retenido else list(con_formato(_crudo(mensaje)).imagenes.values())
    if indice >= len(contenidos) or not (tipo := imagen_segura(contenidos[indice])):
        raise Http404
    cabeceras = {
        "Content-Disposition": "inline",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": CERRADA,
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return HttpResponse(contenidos[indice], content_type=tipo, headers=cabeceras)


def _del_caso(request: Peticion, radicado: str, numero: int) -> MensajeEntrante:
    return get_object_or_404(correos_de(solicitud_de(request.user, radicado)), pk=numero)


def _retenido(request: Peticion, numero: int) -> MensajeEntrante:
    return get_object_or_404(cuarentena_de(request.user).select_related("crudo"), pk=numero)


@require_safe
@solo_equipo
def formato(request: Peticion, radicado: str, numero: int) -> HttpResponse:
    """A mail of a case, as its sender dressed it."""
    solicitud = solicitud_de(request.user, radicado)
    mensaje = get_object_or_404(correos_de(solicitud), pk=numero)
    return _pagina(request, mensaje, "equipo:imagen", [solicitud.radicado, numero], solicitud=solicitud)


@require_safe
@cache_control(private=True, max_age=GUARDAR_IMAGEN)
@solo_equipo
def imagen(request: Peticion, radicado: str, numero: int, indice: int) -> HttpResponse:
    """A picture inside a mail of a case."""
    return _imagen(_del_caso(request, radicado, numero), indice)


@require_safe
@solo_equipo
def formato_retenido(request: Peticion, numero: int) -> HttpResponse:
    """A message held back, as its sender dressed it; its links are only text."""
    return _pagina(request, _retenido(request, numero), "equipo:imagen-retenida", [numero], solicitud=None)


@require_safe
@cache_control(private=True, max_age=GUARDAR_IMAGEN)
@solo_equipo
def imagen_retenida(request: Peticion, numero: int, indice: int) -> HttpResponse:
    """A picture inside a message held back."""
    return _imagen(_retenido(request, numero), indice)
