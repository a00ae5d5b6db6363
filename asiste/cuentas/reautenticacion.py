"""Proving once more who one is, right before what binds: the session alone does not sign."""

import time

from allauth.account import app_settings
from allauth.account.authentication import get_authentication_records
from allauth.core.internal import ratelimit
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from asiste.cuentas.models import Usuario


class NoConfirmado(Exception):
    """It was not proved; its text is a Spanish sentence for the person."""


def confirmar(request: HttpRequest, usuario: Usuario, prueba: str) -> None:
    """Takes the password, or the code that the app shows. Raises `NoConfirmado`.

    Who has neither, because the institution signs him or her in, must have come from there minutes ago.
    """
    if not ratelimit.consume(request, app="allauth.account", action="reauthenticate", user=usuario):
        raise NoConfirmado("Hubo demasiados intentos. Espere unos minutos y pruebe de nuevo.")
    aplicacion = Authenticator.objects.filter(user=usuario, type=Authenticator.Type.TOTP).first()
    if not usuario.has_usable_password() and aplicacion is None:
        if not _recien_llega_de_la_institucion(request, usuario):
            raise NoConfirmado("Salga y vuelva a ingresar con la cuenta institucional; después firme.")
        return
    codigo = prueba.strip()
    con_codigo = aplicacion is not None and codigo.isdecimal() and aplicacion.wrap().validate_code(codigo)
    if not con_codigo and not usuario.check_password(prueba):
        raise NoConfirmado("Esa no es su contraseña, ni el código que muestra ahora su aplicación.")


def _recien_llega_de_la_institucion(request: HttpRequest, usuario: Usuario) -> bool:
    pasos = get_authentication_records(request, usuario)
    limite = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    return any(paso["method"] == "socialaccount" and paso["at"] > limite for paso in pasos)
