"""People who enter, and the clock stopped so that their codes do not change."""

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asiste.cuentas.acciones import codigo_totp, crear_usuario, preparar_totp
from asiste.cuentas.models import Rol, Usuario

AHORA = datetime(2026, 11, 26, 10, 0, tzinfo=ZoneInfo("America/Bogota"))
CONTRASENA = "mesa-verde-lluvia-7"
SECRETO = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def reloj() -> Iterator[time_machine.Traveller]:
    """A working Thursday at ten, stopped; `reloj.shift(seconds)` moves it. The limits of tries start from zero."""
    cache.clear()
    with time_machine.travel(AHORA, tick=False) as coordenadas:
        yield coordenadas


@pytest.fixture
def contacto() -> Usuario:
    """Someone of an entity."""
    return crear_usuario(email="nora@idu.gov.co", nombre="Nora Díaz", rol=Rol.ENLACE)


@pytest.fixture
def asesora() -> Usuario:
    """Someone of the team, with password and second factor."""
    usuario = crear_usuario(email="laura@sg.gov.co", nombre="Laura Ortiz", rol=Rol.ASESOR, contrasena=CONTRASENA)
    preparar_totp(usuario=usuario, secreto=SECRETO)
    return usuario


@pytest.fixture
def reciente() -> Usuario:
    """Someone of the team who has just made a password, still without second factor."""
    return crear_usuario(email="leo@sg.gov.co", nombre="Leo Paz", rol=Rol.ASESOR, contrasena=CONTRASENA)


@pytest.fixture
def administradora() -> Usuario:
    """Someone of the administration, with password and second factor."""
    usuario = crear_usuario(email="ana@sg.gov.co", nombre="Ana Ríos", rol=Rol.ADMINISTRACION, contrasena=CONTRASENA)
    preparar_totp(usuario=usuario, secreto=SECRETO)
    return usuario


def pedir_codigo(client: Client, correo: str, siguiente: str = "") -> str:
    """Asks for a code and returns the one of the last mail, or nothing if that mail has none."""
    datos = {"email": correo} | ({"next": siguiente} if siguiente else {})
    client.post(reverse("account_request_login_code"), datos)
    hallado = re.search(r"^Su código es (\d{6})$", str(mail.outbox[-1].body), re.MULTILINE) if mail.outbox else None
    return hallado[1] if hallado else ""


def dar_contrasena(client: Client, usuario: Usuario, siguiente: str = "") -> str:
    """Gives address and password, and returns where the person is sent."""
    datos = {"login": usuario.email, "password": CONTRASENA} | ({"next": siguiente} if siguiente else {})
    return str(client.post(reverse("account_login"), datos).headers["Location"])


def codigo_de_ahora() -> str:
    """What the app of the team shows now."""
    return codigo_totp(SECRETO, timezone.now())


def quien(client: Client) -> Usuario | None:
    """Who is in, by the session of that browser."""
    numero = client.session.get("_auth_user_id")
    return Usuario.objects.get(pk=numero) if numero else None
