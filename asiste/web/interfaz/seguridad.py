"""Security headers of every answer."""

from collections.abc import Callable, Iterator
from typing import cast
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Firefox before 132 asks default-src for the external icon sprite, hence 'self' and the rest closed one by one
POLITICA = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "worker-src": "'none'",
    "media-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
PERMISOS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def _origenes_de_ingreso() -> Iterator[str]:
    """Origins of the institutional sign-in: browsers apply form-action to the redirect that follows the form."""
    proveedores = cast("list[dict[str, dict[str, str]]]", settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])
    for app in proveedores:
        partes = urlsplit(app["settings"]["server_url"])
        yield f"{partes.scheme}://{partes.netloc}"


def politica() -> str:
    """Value of Content-Security-Policy: only what this site serves, nothing inline, never inside a frame."""
    directivas = {**POLITICA, "form-action": " ".join(["'self'", *_origenes_de_ingreso()])}
    return "; ".join(f"{nombre} {valor}" for nombre, valor in directivas.items())


def cabeceras(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that adds the content policy and the permissions policy to every answer, static files included."""
    csp = politica()

    def responder(request: HttpRequest) -> HttpResponse:
        respuesta = get_response(request)
        respuesta.headers.setdefault("Content-Security-Policy", csp)
        respuesta.headers.setdefault("Permissions-Policy", PERMISOS)
        return respuesta

    return responder
