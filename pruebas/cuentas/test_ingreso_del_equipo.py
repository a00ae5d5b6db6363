"""The team enters with password and the code of an app."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asiste.cuentas.acciones import codigo_totp
from asiste.cuentas.models import Rol, Usuario
from pruebas.cuentas.conftest import CONTRASENA, SECRETO, codigo_de_ahora, dar_contrasena, pedir_codigo, quien

pytestmark = pytest.mark.django_db
SEGUNDO_PASO = "/cuenta/equipo/codigo/"
CONFIRMAR = "/cuenta/ingresar/codigo/"


def ingresar(client: Client, usuario: Usuario, siguiente: str = "") -> str:
    """Both steps; returns where the person lands."""
    dar_contrasena(client, usuario, siguiente)
    return str(client.post(SEGUNDO_PASO, {"code": codigo_de_ahora()}).headers["Location"])


def test_el_equipo_ingresa_con_contrasena_y_codigo(client: Client, asesora: Usuario) -> None:
    assert ingresar(client, asesora) == reverse("equipo:bandeja")
    assert quien(client) == asesora


def test_la_contrasena_sola_no_basta(client: Client, asesora: Usuario) -> None:
    assert dar_contrasena(client, asesora) == SEGUNDO_PASO
    assert quien(client) is None


def test_la_contrasena_equivocada_se_explica_y_el_correo_se_conserva(client: Client, asesora: Usuario) -> None:
    respuesta = client.post(reverse("account_login"), {"login": asesora.email, "password": "otra"})
    formulario = respuesta.context["form"]
    assert formulario.errors == {"__all__": ["El correo o la contraseña no son correctos."]}
    assert formulario["login"].value() == asesora.email


def test_tras_cinco_contrasenas_equivocadas_hay_que_esperar(client: Client, asesora: Usuario) -> None:
    for _ in range(5):
        client.post(reverse("account_login"), {"login": asesora.email, "password": "otra"})
    respuesta = client.post(reverse("account_login"), {"login": asesora.email, "password": CONTRASENA})
    assert respuesta.context["form"].errors == {
        "__all__": ["Hubo demasiados intentos. Espere unos minutos y pruebe de nuevo."]
    }


def test_un_codigo_ya_usado_se_niega(client: Client, asesora: Usuario) -> None:
    ingresar(client, asesora)
    otro = Client()
    dar_contrasena(otro, asesora)
    respuesta = otro.post(SEGUNDO_PASO, {"code": codigo_de_ahora()})
    assert respuesta.context["form"].errors == {"code": ["Código incorrecto."]}
    assert quien(otro) is None


def test_un_codigo_del_minuto_anterior_se_niega(client: Client, asesora: Usuario) -> None:
    dar_contrasena(client, asesora)
    client.post(SEGUNDO_PASO, {"code": codigo_totp(SECRETO, timezone.now() - timedelta(minutes=1))})
    assert quien(client) is None


def test_la_pagina_pedida_se_abre_tras_los_dos_pasos(client: Client, asesora: Usuario) -> None:
    assert ingresar(client, asesora, siguiente="/preferencias/") == "/preferencias/"


def test_no_se_salta_a_un_sitio_ajeno(client: Client, asesora: Usuario) -> None:
    assert ingresar(client, asesora, siguiente="https://otro.example/") == reverse("equipo:bandeja")


def test_el_equipo_no_recibe_codigo_sino_por_donde_ingresar(client: Client, asesora: Usuario) -> None:
    assert pedir_codigo(client, asesora.email) == ""
    (mensaje,) = mail.outbox
    assert (mensaje.to, mensaje.subject) == ([asesora.email], "Ingrese a Asiste con su contraseña")
    assert "http://testserver/cuenta/equipo/" in str(mensaje.body)


def test_la_pagina_dice_lo_mismo_a_todos(asesora: Usuario, contacto: Usuario) -> None:
    paginas = set()
    for correo in (asesora.email, contacto.email, "nadie@idu.gov.co"):
        respuesta = Client().post(reverse("account_request_login_code"), {"email": correo}, follow=True)
        principal = respuesta.content.decode().split("<main")[1].split("</main>")[0]
        paginas.add("".join(trozo for trozo in principal.replace(correo, "").split('"') if len(trozo) != 64))
    assert len(paginas) == 1


def test_quien_pasa_al_equipo_no_ingresa_con_el_codigo_que_habia_pedido(client: Client, contacto: Usuario) -> None:
    codigo = pedir_codigo(client, contacto.email)
    Usuario.objects.filter(pk=contacto.pk).update(rol=Rol.ASESOR)
    respuesta = client.post(CONFIRMAR, {"code": codigo})
    assert (respuesta.headers["Location"], quien(client)) == (reverse("account_login"), None)


def test_sin_segundo_paso_toda_pagina_lleva_a_activarlo(client: Client, reciente: Usuario) -> None:
    dar_contrasena(client, reciente)
    destinos = {
        client.get(pagina).headers["Location"] for pagina in (reverse("equipo:bandeja"), "/", "/cuenta/segundo-paso/")
    }
    assert destinos == {reverse("mfa_activate_totp")}
    assert client.get(reverse("preferencias")).status_code == 200


def test_el_segundo_paso_se_activa_sin_repetir_la_contrasena(client: Client, reciente: Usuario) -> None:
    dar_contrasena(client, reciente)
    secreto = client.get(reverse("mfa_activate_totp")).context["form"].secret
    codigo = codigo_totp(secreto, timezone.now())
    respuesta = client.post(reverse("mfa_activate_totp"), {"code": codigo}, follow=True)
    assert respuesta.redirect_chain == [(reverse("mfa_view_recovery_codes"), 302)]
    assert len(respuesta.context["unused_codes"]) == 10
    assert client.get(reverse("equipo:bandeja")).status_code == 200


def test_volver_a_abrir_la_pagina_no_cambia_la_clave_ya_leida(client: Client, reciente: Usuario) -> None:
    dar_contrasena(client, reciente)
    claves = {client.get(reverse("mfa_activate_totp")).context["form"].secret for _ in range(2)}
    assert len(claves) == 1


def test_pasados_cinco_minutos_se_pide_la_contrasena_para_activarlo(
    client: Client, reciente: Usuario, reloj: time_machine.Traveller
) -> None:
    dar_contrasena(client, reciente)
    reloj.shift(301)
    respuesta = client.get(reverse("mfa_activate_totp"), follow=True)
    assert respuesta.request["PATH_INFO"] == reverse("account_reauthenticate")
    respuesta = client.post(respuesta.request["PATH_INFO"], {"password": CONTRASENA, "next": "/preferencias/"})
    assert respuesta.headers["Location"] == "/preferencias/"


def test_un_codigo_de_respaldo_sirve_una_vez_en_lugar_del_de_la_aplicacion(client: Client, asesora: Usuario) -> None:
    ingresar(client, asesora)
    client.post(reverse("mfa_generate_recovery_codes"))
    respaldo = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    resultados = []
    for navegador in (Client(), Client()):
        dar_contrasena(navegador, asesora)
        navegador.post(SEGUNDO_PASO, {"code": respaldo})
        resultados.append(quien(navegador))
    assert resultados == [asesora, None]


def test_cambiar_de_telefono_deja_el_anterior_sin_efecto(client: Client, asesora: Usuario) -> None:
    ingresar(client, asesora)
    assert client.get(reverse("mfa_index")).status_code == 200
    respuesta = client.post(reverse("mfa_deactivate_totp"), follow=True)
    assert respuesta.request["PATH_INFO"] == reverse("mfa_activate_totp")
    assert respuesta.context["form"].secret != SECRETO
