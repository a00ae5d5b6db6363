"""Contacts enter with a code mailed to them."""

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Rol, Usuario
from pruebas.cuentas.conftest import pedir_codigo, quien

pytestmark = pytest.mark.django_db
CONFIRMAR = "/cuenta/ingresar/codigo/"


def test_el_contacto_ingresa_con_el_codigo_de_su_correo(client: Client, contacto: Usuario) -> None:
    codigo = pedir_codigo(client, contacto.email)
    respuesta = client.post(CONFIRMAR, {"code": codigo})
    assert (respuesta.headers["Location"], quien(client)) == (reverse("entidad:solicitudes"), contacto)


def test_el_correo_dice_primero_el_codigo_y_cuanto_dura(client: Client, contacto: Usuario) -> None:
    codigo = pedir_codigo(client, contacto.email)
    mensaje = mail.outbox[0]
    assert (mensaje.to, mensaje.subject) == ([contacto.email], f"{codigo} es su código para ingresar a Asiste")
    assert str(mensaje.body).splitlines()[:3] == [
        f"Su código es {codigo}",
        "",
        "Escríbalo en la página donde lo pidió. Sirve durante 10 minutos y una sola vez.",
    ]
    assert mensaje.extra_headers["Auto-Submitted"] == "auto-generated"


def test_el_correo_se_reconoce_con_mayusculas(client: Client, contacto: Usuario) -> None:
    client.post(CONFIRMAR, {"code": pedir_codigo(client, "NORA@IDU.GOV.CO")})
    assert quien(client) == contacto


def test_un_codigo_equivocado_no_deja_ingresar(client: Client, contacto: Usuario) -> None:
    codigo = pedir_codigo(client, contacto.email)
    respuesta = client.post(CONFIRMAR, {"code": "000000" if codigo != "000000" else "111111"})
    assert respuesta.context["form"].errors == {"code": ["El código no es correcto."]}
    assert quien(client) is None


def test_el_codigo_vence_a_los_diez_minutos(client: Client, contacto: Usuario, reloj: time_machine.Traveller) -> None:
    codigo = pedir_codigo(client, contacto.email)
    reloj.shift(10 * 60 + 1)
    respuesta = client.post(CONFIRMAR, {"code": codigo})
    assert (respuesta.headers["Location"], quien(client)) == (reverse("account_request_login_code"), None)


def test_el_codigo_sirve_una_sola_vez(client: Client, contacto: Usuario) -> None:
    codigo = pedir_codigo(client, contacto.email)
    client.post(CONFIRMAR, {"code": codigo})
    client.post(reverse("account_logout"))
    respuesta = client.post(CONFIRMAR, {"code": codigo})
    assert (respuesta.headers["Location"], quien(client)) == (reverse("account_request_login_code"), None)


def test_el_codigo_no_sirve_en_otro_navegador(client: Client, contacto: Usuario) -> None:
    codigo = pedir_codigo(client, contacto.email)
    otro = Client()
    otro.post(CONFIRMAR, {"code": codigo})
    assert quien(otro) is None


def test_al_quinto_intento_el_codigo_deja_de_servir(client: Client, contacto: Usuario) -> None:
    codigo = pedir_codigo(client, contacto.email)
    for _ in range(5):
        client.post(CONFIRMAR, {"code": "no-es"})
    client.post(CONFIRMAR, {"code": codigo})
    assert quien(client) is None


def test_otro_codigo_reemplaza_al_anterior(client: Client, contacto: Usuario) -> None:
    primero = pedir_codigo(client, contacto.email)
    client.post(CONFIRMAR, {"action": "resend"})
    assert len(mail.outbox) == 2
    client.post(CONFIRMAR, {"code": primero})
    assert quien(client) is None


def test_el_cuarto_codigo_en_un_minuto_se_niega(client: Client, contacto: Usuario) -> None:
    for _ in range(3):
        pedir_codigo(Client(), contacto.email)
    respuesta = client.post(reverse("account_request_login_code"), {"email": contacto.email})
    assert respuesta.context["form"].errors == {
        "email": ["Hubo demasiados intentos. Espere unos minutos y pruebe de nuevo."]
    }
    assert len(mail.outbox) == 3


def test_la_pagina_pedida_se_abre_al_ingresar(client: Client, contacto: Usuario) -> None:
    codigo = pedir_codigo(client, contacto.email, siguiente="/preferencias/")
    respuesta = client.post(CONFIRMAR, {"code": codigo, "next": "/preferencias/"})
    assert respuesta.headers["Location"] == "/preferencias/"


@pytest.mark.parametrize("ajena", ["https://otro.example/", "//otro.example/", "javascript:alert(1)"])
def test_no_se_salta_a_un_sitio_ajeno(client: Client, contacto: Usuario, ajena: str) -> None:
    codigo = pedir_codigo(client, contacto.email, siguiente=ajena)
    respuesta = client.post(CONFIRMAR, {"code": codigo, "next": ajena})
    assert respuesta.headers["Location"] == reverse("entidad:solicitudes")


def test_un_correo_desconocido_ingresa_como_solicitante(client: Client) -> None:
    client.post(CONFIRMAR, {"code": pedir_codigo(client, "nuevo@barrio.example")})
    usuario = quien(client)
    assert usuario is not None
    assert (usuario.email, usuario.rol, usuario.has_usable_password()) == ("nuevo@barrio.example", Rol.ENLACE, False)


def test_una_cuenta_inactiva_no_recibe_codigo(client: Client, contacto: Usuario) -> None:
    Usuario.objects.filter(pk=contacto.pk).update(is_active=False)
    assert (pedir_codigo(client, contacto.email), len(mail.outbox)) == ("", 0)


@pytest.mark.parametrize("correo", ["", "sin-arroba", f"{'a' * 250}@idu.gov.co"])
def test_un_correo_mal_escrito_se_explica_y_se_conserva(client: Client, correo: str) -> None:
    respuesta = client.post(reverse("account_request_login_code"), {"email": correo})
    assert list(respuesta.context["form"].errors) == ["email"]
    assert respuesta.context["form"]["email"].value() == correo


def test_sin_servidor_de_correo_se_dice_y_no_falla(
    client: Client, contacto: Usuario, monkeypatch: pytest.MonkeyPatch
) -> None:
    def caer(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", caer)
    respuesta = client.post(reverse("account_request_login_code"), {"email": contacto.email}, follow=True)
    avisos = [str(aviso) for aviso in respuesta.context["messages"]]
    assert avisos == ["No pudimos enviar el correo. Pruebe de nuevo en unos minutos."]


def test_se_puede_empezar_de_nuevo_con_otro_correo(client: Client, contacto: Usuario) -> None:
    pedir_codigo(client, "equivocado@idu.gov.co")
    respuesta = client.post(reverse("account_logout"), {"next": reverse("account_request_login_code")})
    assert respuesta.headers["Location"] == reverse("account_request_login_code")
    client.post(CONFIRMAR, {"code": pedir_codigo(client, contacto.email)})
    assert quien(client) == contacto
