"""Frames, error pages and gallery."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views import defaults

from asiste.cuentas.models import Rol, Usuario
from asiste.web.interfaz import galeria, views
from pruebas.arnes.html import faltas

ASESORA = Usuario(nombre="Laura Ortiz Bernal", email="laura@ejemplo.gov.co", rol=Rol.ASESOR)
ENLACE = Usuario(nombre="Jairo Castellanos", email="jairo@ejemplo.gov.co", rol=Rol.ENLACE)


def mostrar(plantilla: str, usuario: Usuario | AnonymousUser, **contexto: Any) -> str:
    """The template for that person."""
    peticion = RequestFactory().get("/aqui/", {"q": "trd", "despues": "x"})
    peticion.user = usuario
    return render_to_string(plantilla, contexto, peticion)


@pytest.mark.parametrize(
    ("plantilla", "titulo"),
    [
        ("500.html", "Algo falló de nuestro lado"),
        ("400.html", "No entendimos la petición"),
        ("403_csrf.html", "No pudimos comprobar el envío"),
    ],
)
def test_los_errores_graves_no_necesitan_contexto(plantilla: str, titulo: str) -> None:
    pagina = render_to_string(plantilla)
    assert f"<h1>{titulo}</h1>" in pagina
    assert faltas(pagina) == []


def test_la_pagina_que_no_existe_lo_dice_en_espanol(client: Client) -> None:
    respuesta = client.get("/no-existe/")
    assert "<h1>No encontramos esa página</h1>" in respuesta.content.decode()


def test_la_pagina_sin_permiso_lo_dice_en_espanol() -> None:
    peticion = RequestFactory().get("/")
    peticion.user = ASESORA
    respuesta = defaults.permission_denied(peticion, PermissionDenied())
    assert "<h1>No tiene permiso para ver esta página</h1>" in respuesta.content.decode()


def test_quien_no_ha_ingresado_ve_ingresar() -> None:
    menu = mostrar("interfaz/navegacion.html", AnonymousUser())
    assert [menu.count(texto) for texto in ("Ingresar", "Salir", "Mis solicitudes", "Espacio")] == [1, 0, 0, 0]


def test_el_enlace_ve_sus_solicitudes() -> None:
    menu = mostrar("interfaz/navegacion.html", ENLACE)
    assert [menu.count(texto) for texto in ("Ingresar", "Salir", "Mis solicitudes", "Espacio")] == [0, 1, 1, 0]


def test_el_equipo_ve_su_espacio_de_trabajo() -> None:
    menu = mostrar("interfaz/navegacion.html", ASESORA)
    assert [menu.count(texto) for texto in ("Ingresar", "Salir", "Mis solicitudes", "Espacio")] == [0, 1, 0, 1]


def test_el_menu_de_una_entidad_no_pasa_de_siete_entradas() -> None:
    menu = mostrar("interfaz/navegacion.html", ENLACE)
    entradas = ["Inicio", "Solicitar", "Conceptos", "Mis solicitudes", "Sesiones", "Compromisos", "Archivo"]
    assert re.findall(r"<a [^>]*>([^<]+)</a>", menu) == entradas


def test_el_espacio_muestra_el_menu_del_equipo() -> None:
    item = {"url": "/equipo/", "texto": "Bandeja", "icono": "bandeja", "actual": True, "cuenta": 7}
    pagina = mostrar("interfaz/espacio.html", ASESORA, menu_equipo=[{"titulo": "Mi trabajo", "items": [item]}])
    assert 'href="/equipo/" aria-current="page"' in pagina
    assert '<span class="lateral-cuenta">7</span>' in pagina


def test_las_paginas_conservan_los_filtros_de_la_lista() -> None:
    marcado = mostrar("interfaz/paginas.html", ASESORA, pagina={"anterior": "a", "siguiente": ""})
    assert 'href="?q=trd&amp;antes=a"' in marcado
    assert "Siguientes" not in marcado


def test_una_lista_de_una_sola_pagina_no_muestra_enlaces() -> None:
    assert mostrar("interfaz/paginas.html", ASESORA, pagina={"anterior": "", "siguiente": ""}).strip() == ""


def test_la_guia_muestra_todas_las_piezas() -> None:
    peticion = RequestFactory().get(reverse("componentes"))
    peticion.user = ASESORA
    pagina = views.componentes(peticion).content.decode()
    assert pagina.count('class="pieza-muestra"') == len(galeria.PIEZAS)
    assert faltas(pagina) == []


@pytest.mark.parametrize("usuario", [AnonymousUser(), ENLACE])
def test_la_guia_es_solo_del_equipo(usuario: Usuario | AnonymousUser) -> None:
    peticion = RequestFactory().get(reverse("componentes"))
    peticion.user = usuario
    assert views.componentes(peticion).status_code == 302
