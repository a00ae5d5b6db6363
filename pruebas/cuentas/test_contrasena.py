"""The team makes its password with a mailed link; nobody else has one."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from asiste.cuentas.acciones import crear_usuario
from asiste.cuentas.models import Rol, Usuario
from pruebas.cuentas.conftest import CONTRASENA, dar_contrasena

pytestmark = pytest.mark.django_db
TRES_DIAS = 3 * 24 * 60 * 60  # seconds


def enlace_del_correo() -> str:
    """Path of the link of the last mail."""
    hallado = re.search(r"http://testserver(/cuenta/contrasena/nueva/\S+)", str(mail.outbox[-1].body))
    return hallado[1] if hallado else ""


def crear(client: Client, enlace: str, contrasena: str = CONTRASENA) -> str:
    """Follows the link and sends the password; returns the last page."""
    pagina = client.get(enlace, follow=True).request["PATH_INFO"]
    respuesta = client.post(pagina, {"password1": contrasena, "password2": contrasena}, follow=True)
    return str(respuesta.request["PATH_INFO"])


@pytest.fixture
def nuevo() -> Usuario:
    """Someone just registered by the administration, still without password."""
    return crear_usuario(email="leo@sg.gov.co", nombre="Leo Paz", rol=Rol.ASESOR)


def test_la_primera_contrasena_se_crea_con_el_enlace(client: Client, nuevo: Usuario) -> None:
    client.post(reverse("account_reset_password"), {"email": nuevo.email})
    assert crear(client, enlace_del_correo()) == reverse("account_reset_password_from_key_done")
    assert dar_contrasena(client, nuevo) == reverse("equipo:bandeja")
    assert client.get(reverse("equipo:bandeja")).headers["Location"] == reverse("mfa_activate_totp")


def test_el_enlace_sirve_una_sola_vez(client: Client, nuevo: Usuario) -> None:
    client.post(reverse("account_reset_password"), {"email": nuevo.email})
    enlace = enlace_del_correo()
    crear(client, enlace)
    assert Client().get(enlace).context["token_fail"] is True


def test_el_enlace_vence_a_los_tres_dias(client: Client, nuevo: Usuario, reloj: time_machine.Traveller) -> None:
    client.post(reverse("account_reset_password"), {"email": nuevo.email})
    reloj.shift(TRES_DIAS + 1)
    assert client.get(enlace_del_correo()).context["token_fail"] is True


def test_una_contrasena_debil_se_explica(client: Client, nuevo: Usuario) -> None:
    client.post(reverse("account_reset_password"), {"email": nuevo.email})
    pagina = client.get(enlace_del_correo(), follow=True).request["PATH_INFO"]
    respuesta = client.post(pagina, {"password1": "12345678", "password2": "12345678"})
    assert list(respuesta.context["form"].errors) == ["password1"]


def test_a_los_contactos_se_les_dice_que_no_usan_contrasena(client: Client, contacto: Usuario) -> None:
    client.post(reverse("account_reset_password"), {"email": contacto.email})
    assert [mensaje.subject for mensaje in mail.outbox] == ["Ingrese a Asiste con un código"]
    assert enlace_del_correo() == ""


def test_a_un_correo_desconocido_no_se_le_escribe_y_la_pagina_dice_lo_mismo(client: Client) -> None:
    respuesta = client.post(reverse("account_reset_password"), {"email": "nadie@sg.gov.co"})
    assert (respuesta.headers["Location"], mail.outbox) == (reverse("account_reset_password_done"), [])


@pytest.mark.parametrize("pagina", ["signup/", "email/", "password/change/", "password/set/", "login/", "social/"])
def test_las_paginas_que_no_se_ofrecen_no_existen(client: Client, pagina: str) -> None:
    assert client.get(f"/cuenta/{pagina}").status_code == 404
