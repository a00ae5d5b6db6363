"""The lists without a mouse."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas

Entrar = Callable[[Usuario], Page]


@pytest.fixture
def pagina_con_casos(entrar: Entrar) -> Page:
    """The inbox of an adviser with two cases in hand."""
    asesora = fabricas.funcionario("stdi")
    for entidad in ("sdh", "idu"):
        fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE, entidad=fabricas.entidad(entidad))
    pagina = entrar(asesora.usuario)
    pagina.goto("/equipo/")
    return pagina


def test_se_marca_y_se_anota_sin_raton(pagina_con_casos: Page) -> None:
    pagina = pagina_con_casos
    for tecla in "jxx":
        pagina.keyboard.press(tecla)
    expect(pagina.locator("input[name=caso]:checked")).to_have_count(2)
    pagina.keyboard.press("n")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Anotar en varias solicitudes")
    pagina.locator("textarea[name=texto]").fill("Llamar el lunes.")
    pagina.get_by_role("button", name="Ver qué pasa con cada una").press("Enter")
    pagina.get_by_role("button", name="Anotar en 2 solicitudes").press("Enter")
    expect(pagina.get_by_text("Nota guardada en 2 solicitudes.")).to_be_visible()
    assert Actuacion.objects.filter(texto="Llamar el lunes.").count() == 2


def test_enter_abre_el_caso_que_tiene_el_foco(pagina_con_casos: Page) -> None:
    pagina = pagina_con_casos
    for tecla in ("j", "j", "k", "Enter"):
        pagina.keyboard.press(tecla)
    expect(pagina).to_have_url(re.compile("/equipo/solicitudes/AT-"))
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Plan de mejora de integridad")


def test_marcar_esta_pagina_las_marca_todas_y_las_suelta(pagina_con_casos: Page) -> None:
    pagina_con_casos.get_by_text("Varias a la vez").press("Enter")
    boton = pagina_con_casos.get_by_role("button", name="Marcar esta página")
    for cuantas in (2, 0):
        boton.press("Enter")
        expect(pagina_con_casos.locator("input[name=caso]:checked")).to_have_count(cuantas)


def test_desactivados_los_atajos_no_hacen_nada(pagina_con_casos: Page) -> None:
    pagina = pagina_con_casos
    pagina.keyboard.press("?")
    pagina.get_by_role("button", name="Desactivar los atajos").click()
    pagina.keyboard.press("j")
    pagina.keyboard.press("x")
    expect(pagina.locator("input[name=caso]:checked")).to_have_count(0)
