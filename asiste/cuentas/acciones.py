"""Accounts: creation, change of role, second factor and cleaning."""

from datetime import datetime, timedelta

from allauth.mfa import app_settings as ajustes_mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import encrypt
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import make_password
from django.db import transaction

from asiste.cuentas.models import Rol, Usuario
from asiste.cuentas.permisos import entra_con_codigo

ESPERA_SIN_INGRESAR = timedelta(hours=24)


class CorreoEnUso(Exception):
    """That address already has an account."""


@transaction.atomic
def crear_usuario(*, email: str, nombre: str, rol: Rol, contrasena: str | None = None) -> Usuario:
    """A new person. Without `contrasena` there is none until it is made by the mailed link. Raises CorreoEnUso."""
    usuario = Usuario(email=email.strip().lower(), nombre=nombre, rol=rol)
    if Usuario.objects.filter(email=usuario.email).exists():
        raise CorreoEnUso(f"Ya hay una cuenta con el correo {usuario.email}.")
    usuario.set_password(contrasena)
    return guardar_usuario(usuario=usuario)


@transaction.atomic
def guardar_usuario(*, usuario: Usuario) -> Usuario:
    """Keeps a person as created or edited, and closes the door that the role no longer uses.

    Who passes from contact to team, or back, loses password, second factor and open sessions: what proved one
    role does not prove the other.
    """
    antes = Usuario.objects.select_for_update().filter(pk=usuario.pk).first()
    if antes is None:
        usuario.password = usuario.password or make_password(None)
    elif antes.es_equipo != usuario.es_equipo:
        usuario.set_unusable_password()  # a new random value: every open session ends
        quitar_segundo_factor(usuario=usuario)
        SocialAccount.objects.filter(user=usuario).delete()
    usuario.save()
    return usuario


@transaction.atomic
def cuenta_para_codigo(*, correo: str, ahora: datetime) -> Usuario:
    """The account of an address, whatever its role; a new one, of a requester, when nobody has it.

    One that never signed in starts again its wait before being deleted, so that its code stays valid.
    """
    usuario, nueva = Usuario.objects.get_or_create(
        email=correo.lower(), defaults={"rol": Rol.ENLACE, "password": make_password(None)}
    )
    if not nueva and usuario.last_login is None and entra_con_codigo(usuario):
        usuario.date_joined = ahora
        usuario.save(update_fields=["date_joined"])
    return usuario


@transaction.atomic
def borrar_sin_ingresar(*, ahora: datetime) -> int:
    """Deletes who asked for a code and did not use it in 24 hours; returns how many.

    Those are the requesters of whom only the address is known, and to whom nothing refers.
    """
    tablas = [relacion for relacion in Usuario._meta.related_objects if not relacion.related_model._meta.proxy]
    sin_uso = Usuario.objects.filter(
        rol=Rol.ENLACE, nombre="", last_login__isnull=True, date_joined__lte=ahora - ESPERA_SIN_INGRESAR
    ).filter(**{f"{tabla.name}__isnull": True for tabla in tablas})
    return sin_uso.delete()[0]


def preparar_totp(*, usuario: Usuario, secreto: str) -> None:
    """Gives a person a second factor with a known secret (base 32): for the demo city and the tests."""
    Authenticator.objects.update_or_create(
        user=usuario, type=Authenticator.Type.TOTP, defaults={"data": {"secret": encrypt(secreto)}}
    )


def codigo_totp(secreto: str, momento: datetime) -> str:
    """The six digits that an app with that secret shows at a moment."""
    return format_hotp_value(hotp_value(secreto, int(momento.timestamp()) // ajustes_mfa.TOTP_PERIOD))


def quitar_segundo_factor(*, usuario: Usuario) -> None:
    """Forgets the person's app and recovery codes (a lost phone): the next sign-in asks to activate another."""
    Authenticator.objects.filter(user=usuario).delete()
