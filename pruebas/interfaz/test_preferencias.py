"""Reading preferences: cookies of the browser, without account."""

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from asiste.web.interfaz.contexto import preferencias_de

INICIALES = {"tema": "auto", "letra": "normal", "contraste": "normal", "atajos": "si"}


def con_galletas(**galletas: str) -> HttpRequest:
    """A request that brings those cookies."""
    peticion = HttpRequest()
    peticion.COOKIES.update(galletas)
    return peticion


def test_sin_galletas_valen_las_iniciales() -> None:
    assert preferencias_de(con_galletas()) == INICIALES


def test_las_galletas_validas_mandan() -> None:
    elegidas = {"tema": "oscuro", "letra": "grande", "contraste": "alto", "atajos": "no"}
    assert preferencias_de(con_galletas(**elegidas)) == elegidas


def test_un_valor_desconocido_se_ignora() -> None:
    assert preferencias_de(con_galletas(tema='"><script>', letra="enorme")) == INICIALES


def test_guardar_deja_una_galleta_de_un_ano(client: Client) -> None:
    respuesta = client.post(reverse("preferencias"), {"contraste": "alto"})
    galleta = respuesta.cookies["contraste"]
    assert (galleta.value, galleta["max-age"], galleta["samesite"]) == ("alto", 31_536_000, "Lax")


def test_guardar_no_acepta_valores_de_fuera_de_la_lista(client: Client) -> None:
    respuesta = client.post(reverse("preferencias"), {"tema": "rosado"})
    assert list(respuesta.cookies) == []


def test_guardar_devuelve_a_la_pagina_de_donde_vino(client: Client) -> None:
    respuesta = client.post(reverse("preferencias"), {"letra": "grande", "siguiente": "/solicitar/?tema=3"})
    assert (respuesta.status_code, respuesta.headers["Location"]) == (302, "/solicitar/?tema=3")


@pytest.mark.parametrize(
    "ajena",
    ["https://ejemplo.com/", "//ejemplo.com", "///ejemplo.com", "javascript:alert(1)", "/\\ejemplo.com", "", "x:1"],
)
def test_guardar_no_lleva_a_otro_sitio(client: Client, ajena: str) -> None:
    respuesta = client.post(reverse("preferencias"), {"letra": "grande", "siguiente": ajena})
    assert respuesta.headers["Location"] == reverse("preferencias")


def test_la_pagina_muestra_lo_elegido(client: Client) -> None:
    client.cookies["tema"] = "oscuro"
    pagina = client.get(reverse("preferencias")).content.decode()
    assert pagina.count('value="oscuro" checked') == 1
    assert 'data-tema="oscuro"' in pagina


def test_guardar_exige_la_ficha_del_formulario() -> None:
    respuesta = Client(enforce_csrf_checks=True).post(reverse("preferencias"), {"letra": "grande"})
    assert respuesta.status_code == 403
    assert "No pudimos comprobar el envío" in respuesta.content.decode()
