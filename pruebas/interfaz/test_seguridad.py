"""Security headers of every answer."""

from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from asiste.web.interfaz.seguridad import politica


def directivas(valor: str) -> dict[str, str]:
    """Content policy as directive and sources."""
    return dict(parte.split(" ", 1) for parte in valor.split("; "))


def test_las_paginas_llevan_la_politica_de_contenido(client: Client) -> None:
    respuesta = client.get(reverse("preferencias"))
    assert respuesta.headers["Content-Security-Policy"] == politica()


def test_los_errores_tambien_la_llevan(client: Client) -> None:
    respuesta = client.get("/no-existe/")
    assert (respuesta.status_code, respuesta.headers["Content-Security-Policy"]) == (404, politica())


def test_la_politica_no_admite_nada_en_linea_ni_de_fuera() -> None:
    fuentes = {fuente for valor in directivas(politica()).values() for fuente in valor.split()}
    assert fuentes == {"'self'", "'none'", "data:"}


def test_solo_las_imagenes_pueden_venir_en_la_pagina() -> None:
    assert [nombre for nombre, valor in directivas(politica()).items() if "data:" in valor] == ["img-src"]


def test_nadie_puede_enmarcar_el_sitio() -> None:
    assert directivas(politica())["frame-ancestors"] == "'none'"


def test_los_formularios_solo_salen_hacia_el_ingreso_institucional(settings: Settings) -> None:
    app = {"provider_id": "institucional", "settings": {"server_url": "https://ingreso.ejemplo.gov.co/reino/x"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    assert directivas(politica())["form-action"] == "'self' https://ingreso.ejemplo.gov.co"


def test_las_paginas_renuncian_a_camara_microfono_y_ubicacion(client: Client) -> None:
    respuesta = client.get(reverse("preferencias"))
    assert respuesta.headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def test_otra_ventana_no_alcanza_las_paginas(client: Client) -> None:
    assert client.get(reverse("preferencias")).headers["Cross-Origin-Opener-Policy"] == "same-origin"
