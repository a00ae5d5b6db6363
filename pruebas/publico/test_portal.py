"""What anyone reads before asking."""

from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from asiste.calendario.models import JornadaAtencion
from asiste.cuentas.models import Rol
from asiste.portafolio.models import Canal, Tema
from pruebas import fabricas

pytestmark = pytest.mark.django_db


@pytest.mark.disposicion("2-temas-dddi", "2-temas-ddab", "2-temas-ddri")
def test_el_portal_enlaza_cada_tema_que_se_puede_pedir(client: Client) -> None:
    pagina = client.get("/").content.decode()
    esperados = {tema.clave for tema in Tema.objects.solicitables() if tema.tipo != Tema.Tipo.COMPONENTE}
    assert {clave for clave in esperados if f'href="/solicitar/?tema={clave}"' in pagina} == esperados


def test_el_portal_no_enlaza_los_frentes_internos(client: Client) -> None:
    pagina = client.get("/").content.decode()
    frentes = Tema.objects.filter(tipo=Tema.Tipo.FRENTE).order_by("id")
    assert [frente.clave for frente in frentes if f"?tema={frente.clave}" in pagina] == []


@pytest.mark.disposicion("5-canales", "7.1.3-canales")
def test_el_portal_muestra_cada_canal_oficial(client: Client) -> None:
    pagina = client.get("/").content.decode()
    canales = Canal.objects.filter(alias_de__isnull=True).order_by("id")
    assert [canal.valor for canal in canales if escape(canal.valor) not in pagina] == []


def test_el_portal_calla_la_otra_grafia_de_un_buzon(client: Client) -> None:
    alias = Canal.objects.get(alias_de__isnull=False)
    assert alias.valor not in client.get("/").content.decode()


def test_el_horario_es_el_de_la_tabla(client: Client) -> None:
    JornadaAtencion.objects.create(desde=date(2020, 1, 1), inicio=time(8), cierre=time(17))
    assert "8:00\xa0a.\xa0m. a 5:00\xa0p.\xa0m." in client.get("/").content.decode()


def test_el_portal_no_cuesta_mas_con_mas_temas(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    otro = fabricas.tema()
    Tema.objects.create(clave="otro", nombre="Otro", tipo=Tema.Tipo.TEMA, dependencia=otro.dependencia)
    with django_assert_num_queries(7):
        client.get("/")


@pytest.mark.parametrize("nombre", ["ayuda", "privacidad", "accesibilidad", "consultar", "solicitar"])
def test_cada_pagina_publica_abre_sin_cuenta(client: Client, nombre: str) -> None:
    assert client.get(reverse(nombre)).status_code == 200


def test_solicitar_sin_cuenta_pide_el_correo_y_sigue_al_formulario(client: Client) -> None:
    pagina = client.get("/solicitar/").content.decode()
    assert f'action="{reverse("account_request_login_code")}"' in pagina
    assert f'name="next" value="{reverse("entidad:solicitar")}"' in pagina


def test_solicitar_lleva_consigo_el_tema_elegido(client: Client) -> None:
    pagina = client.get("/solicitar/?tema=integridad").content.decode()
    assert f'name="next" value="{reverse("entidad:solicitar")}?tema=integridad"' in pagina


def test_quien_ya_ingreso_pasa_al_formulario() -> None:
    respuesta = fabricas.sesion(fabricas.usuario()).get("/solicitar/?tema=integridad")
    assert respuesta.headers["Location"] == f"{reverse('entidad:solicitar')}?tema=integridad"


def test_quien_es_del_equipo_pasa_a_su_bandeja() -> None:
    asesor = fabricas.funcionario(rol=Rol.ASESOR)
    respuesta = fabricas.sesion(asesor.usuario).get("/solicitar/")
    assert respuesta.headers["Location"] == reverse("equipo:bandeja")


@pytest.mark.parametrize(
    "elemento",
    ["Quién responde por sus datos", "Qué datos usamos y para qué", "Sus derechos", "La política y sus cambios"],
)
def test_el_aviso_de_privacidad_trae_sus_cuatro_elementos(client: Client, elemento: str) -> None:
    assert elemento in client.get("/privacidad/").content.decode()
