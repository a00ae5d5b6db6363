"""Taking words out of a text with its marks."""

import pytest

from asiste.conocimiento.tachado import leer, pasaje_en, tachar, tachar_llano


def test_lo_tachado_se_va_y_lo_demas_queda() -> None:
    html = "<p>Ana, C.C. 52.345.678, <em>preguntó</em>.</p>"
    assert tachar(html, {"52.345.678": "[cédula]"}) == "<p>Ana, C.C. [cédula], <em>preguntó</em>.</p>"


def test_se_tacha_aunque_las_marcas_lo_partan() -> None:
    html = "<p>C.C. <strong>52.</strong>345.<em>678</em> de Bogotá</p>"
    assert tachar(html, {"52.345.678": "[c]"}) == "<p>C.C. <strong>[c]</strong><em></em> de Bogotá</p>"


@pytest.mark.parametrize("espacio", [" ", "&nbsp;", "\n", "&#32;", "  "])
def test_se_tacha_con_cualquier_espacio(espacio: str) -> None:
    assert tachar(f"<p>Ana{espacio}Ruiz vino</p>", {"Ana Ruiz": "[dato]"}) == "<p>[dato] vino</p>"


def test_se_tacha_lo_que_pasa_de_un_parrafo_a_otro() -> None:
    assert tachar("<p>vino Ana</p><p>Ruiz ayer</p>", {"Ana Ruiz": "[d]"}) == "<p>vino [d]</p><p> ayer</p>"


def test_dos_celdas_no_forman_un_dato() -> None:
    assert leer("<tr><td>52.345</td><td>678</td></tr>").texto.split() == ["52.345", "678"]


def test_lo_escrito_con_referencias_se_lee_como_se_ve() -> None:
    assert tachar("<p>ana&#64;b.co &amp; otros</p>", {"ana@b.co": "[c]"}) == "<p>[c] &amp; otros</p>"


def test_un_numero_no_se_tacha_dentro_de_otro_mas_largo() -> None:
    assert tachar("<p>123456 y 91234567</p>", {"123456": "[c]"}) == "<p>[c] y 91234567</p>"


def test_el_pasaje_mas_largo_gana() -> None:
    assert tachar("<p>Ana Ruiz y Ana</p>", {"Ana": "[1]", "Ana Ruiz": "[2]"}) == "<p>[2] y [1]</p>"


@pytest.mark.parametrize(
    "destino", ["mailto:ana@b.co", "https://b.co/?c=52345678", "tel:3105551234", "https://b.co/?q=ana%40b.co"]
)
def test_un_enlace_que_lleva_a_una_persona_queda_en_sus_palabras(destino: str) -> None:
    assert tachar(f'<p><a href="{destino}">Escríbame</a></p>', {}) == "<p>Escríbame</p>"


def test_los_demas_enlaces_quedan() -> None:
    html = '<p><a href="https://bogota.gov.co/ley?a=1&amp;b=2">Ley 594</a></p>'
    assert tachar(html, {}) == html


def test_una_marca_no_se_vuelve_etiqueta() -> None:
    assert tachar("<p>Ana</p>", {"Ana": "<b>"}) == "<p>&lt;b&gt;</p>"


def test_un_texto_llano_conserva_sus_signos() -> None:
    assert tachar_llano("Ana <ana@b.co> & 3 < 5", {"ana@b.co": "[correo]"}) == "Ana <[correo]> & 3 < 5"


@pytest.mark.parametrize("escrito", ["ANA RUÍZ", "ana ruiz", "Ána Rui\u0301z"])
def test_un_nombre_se_tacha_como_este_escrito(escrito: str) -> None:
    assert tachar(f"<p>Vino {escrito}.</p>", {"Ana Ruiz": "[d]"}) == "<p>Vino [d].</p>"


def test_unas_letras_no_se_tachan_dentro_de_otra_palabra() -> None:
    assert tachar("<p>Ana vino mañana con Mariana</p>", {"ana": "[d]"}) == "<p>[d] vino mañana con Mariana</p>"


def test_nada_no_esta_en_ningun_lado() -> None:
    assert pasaje_en("Ana", "  ") == []


def test_lo_que_se_cruza_se_tacha_entero() -> None:
    marcas = {"Juan Pérez": "[d]", "Pérez Gómez": "[d]"}
    assert tachar("<p>Vino Juan Pérez Gómez.</p>", marcas) == "<p>Vino [d].</p>"
