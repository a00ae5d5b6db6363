"""The institution's sign-in lets in who is already of the team."""

import pytest
import requests
from allauth.core import context
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.login import complete_login
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from asiste.cuentas.models import Rol, Usuario

pytestmark = pytest.mark.django_db
PROVEEDOR = {
    "provider_id": "institucional",
    "name": "Cuenta institucional",
    "client_id": "asiste",
    "secret": "x",
    "settings": {"server_url": "https://ingreso.example"},
}


@pytest.fixture(autouse=True)
def _configurado(settings: Settings) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [PROVEEDOR]}}


@pytest.fixture
def peticion(rf: RequestFactory) -> HttpRequest:
    """The return from the institution, with an empty session."""
    peticion = rf.get("/cuenta/institucional/institucional/vuelta/")
    peticion.session = SessionStore()
    peticion.user = AnonymousUser()
    MessageMiddleware(lambda _: HttpResponse()).process_request(peticion)
    return peticion


def volver(peticion: HttpRequest, correo: str, *, verificado: object = True, proceso: str = "login") -> HttpResponse:
    """What the site answers when the institution says that the person has that address."""
    dice = {"sub": f"uid-{correo}", "email": correo, "email_verified": verificado}
    with context.request_context(peticion):
        proveedor = get_adapter().get_provider(peticion, "institucional")
        ingreso = proveedor.sociallogin_from_response(peticion, {"userinfo": dice})
        ingreso.state = {"process": proceso}
        respuesta: HttpResponse = complete_login(peticion, ingreso)
    return respuesta


def test_entra_a_la_bandeja_sin_que_se_le_pida_otro_codigo(peticion: HttpRequest, asesora: Usuario) -> None:
    respuesta = volver(peticion, "Laura@sg.gov.co")
    assert (respuesta.headers["Location"], peticion.user) == (reverse("equipo:bandeja"), asesora)


def test_la_contrasena_del_equipo_queda_como_estaba(peticion: HttpRequest, asesora: Usuario) -> None:
    volver(peticion, asesora.email)
    asesora.refresh_from_db()
    assert asesora.has_usable_password()


def test_quien_no_es_del_equipo_no_entra_ni_se_crea(peticion: HttpRequest) -> None:
    respuesta = volver(peticion, "nadie@sg.gov.co")
    assert "Su cuenta no tiene acceso" in respuesta.content.decode()
    assert (peticion.user.is_anonymous, Usuario.objects.count()) == (True, 0)


@pytest.mark.parametrize("verificado", [False, None, "false", "true"])
def test_un_correo_sin_verificar_no_basta(peticion: HttpRequest, asesora: Usuario, verificado: object) -> None:
    volver(peticion, asesora.email, verificado=verificado)
    assert peticion.user.is_anonymous


def test_un_contacto_no_entra_por_la_institucion(peticion: HttpRequest, contacto: Usuario) -> None:
    volver(peticion, contacto.email)
    assert peticion.user.is_anonymous


def test_una_cuenta_inactiva_no_entra_por_la_institucion(peticion: HttpRequest, asesora: Usuario) -> None:
    Usuario.objects.filter(pk=asesora.pk).update(is_active=False)
    volver(peticion, asesora.email)
    assert peticion.user.is_anonymous


def test_quien_deja_el_equipo_no_vuelve_a_entrar_con_el_vinculo(peticion: HttpRequest, asesora: Usuario) -> None:
    SocialAccount.objects.create(user=asesora, provider="institucional", uid=f"uid-{asesora.email}")
    Usuario.objects.filter(pk=asesora.pk).update(rol=Rol.ENLACE)
    volver(peticion, asesora.email)
    assert peticion.user.is_anonymous


@pytest.mark.parametrize("proceso", ["connect", "redirect"])
def test_solo_sirve_para_ingresar(peticion: HttpRequest, asesora: Usuario, proceso: str) -> None:
    volver(peticion, asesora.email, proceso=proceso)
    assert not SocialAccount.objects.exists()


def test_sin_segundo_paso_propio_tampoco_se_le_obliga_a_activarlo(client: Client, reciente: Usuario) -> None:
    client.force_login(reciente)
    sesion = client.session
    sesion["account_authentication_methods_user"] = str(reciente.pk)
    sesion["account_authentication_methods"] = [{"method": "socialaccount", "at": 0}]
    sesion.save()
    assert client.get(reverse("equipo:bandeja")).status_code == 200


def test_el_boton_aparece_solo_si_esta_configurado(client: Client, settings: Settings) -> None:
    con = client.get(reverse("account_login")).content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    sin = client.get(reverse("account_login")).content.decode()
    assert ["Ingresar con Cuenta institucional" in pagina for pagina in (con, sin)] == [True, False]


def test_si_la_institucion_no_responde_se_explica(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def caer(*_: object, **__: object) -> None:
        raise requests.ConnectionError

    monkeypatch.setattr(requests.Session, "request", caer)
    respuesta = client.post(reverse("openid_connect_login", args=["institucional"]))
    assert "No pudimos confirmar quién es" in respuesta.content.decode()


def test_una_institucion_que_no_esta_configurada_no_existe(client: Client) -> None:
    assert client.get(reverse("openid_connect_login", args=["otra"])).status_code == 404
