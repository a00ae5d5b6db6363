"""Pages of signing in that allauth leaves open."""

import logging

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.openid_connect import views as openid
from django.http import HttpRequest, HttpResponse

registro = logging.getLogger(__name__)


def ingresar_por_la_institucion(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Goes to the institution's sign-in; when it does not answer, says so instead of failing."""
    respuesta: HttpResponse
    try:
        respuesta = openid.login(request, provider_id)
    except OSError as error:  # those of requests are
        registro.exception("El ingreso de la institución no responde")
        proveedor = get_adapter().get_provider(request, provider_id)
        respuesta = render_authentication_error(request, proveedor, exception=error)
    return respuesta
