"""Pages that anyone may open."""

import pytest
from playwright.sync_api import Page

from pruebas.arnes.paginas import faltas_de_accesibilidad, sobra_a_lo_ancho

PAGINAS = ["/preferencias/"]


@pytest.mark.parametrize("ruta", PAGINAS)
def test_la_pagina_no_tiene_barreras(pagina: Page, ruta: str) -> None:
    pagina.goto(ruta)
    assert faltas_de_accesibilidad(pagina) == []


@pytest.mark.parametrize("ruta", PAGINAS)
def test_la_pagina_cabe_en_un_telefono(pagina: Page, ruta: str) -> None:
    pagina.goto(ruta)
    assert sobra_a_lo_ancho(pagina) == 0
