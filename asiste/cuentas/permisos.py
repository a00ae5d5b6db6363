"""By which door each person enters. The predicates take anyone: allauth and Django hand over their own types."""

from typing import TypeGuard

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from asiste.cuentas.models import Usuario

Alguien = AbstractBaseUser | AnonymousUser | None


def entra_con_codigo(alguien: Alguien) -> TypeGuard[Usuario]:
    """Contacts and requesters prove who they are with a code mailed to them."""
    return isinstance(alguien, Usuario) and alguien.is_active and not alguien.es_equipo


def entra_con_contrasena(alguien: Alguien) -> TypeGuard[Usuario]:
    """The team enters with password and second factor, or through the institution's sign-in."""
    return isinstance(alguien, Usuario) and alguien.is_active and alguien.es_equipo


def vino_de_la_institucion(request: HttpRequest, usuario: AbstractBaseUser | None) -> bool:
    """True when this session was opened by the institution's sign-in, which answers for the second factor too."""
    return any(paso["method"] == "socialaccount" for paso in get_authentication_records(request, usuario))


def vino_con_codigo(request: HttpRequest, usuario: AbstractBaseUser) -> bool:
    """True when the last thing proved in this session was a code mailed to the address."""
    pasos = get_authentication_records(request, usuario)
    return bool(pasos) and pasos[-1]["method"] == "code"
