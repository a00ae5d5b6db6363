"""Mail with its format: what is shown of a stranger's HTML, and what never is."""

import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asiste.correo.lectura.formato import con_formato
from asiste.correo.presentacion import MAXIMO_MARCAS, presentar
from pruebas.arnes.html import faltas
from pruebas.correo.conftest import MENSAJES
from pruebas.correo.redaccion import correo

PERMITIDO = re.compile(
    r"</?(?:p|div|span|blockquote|ul|ol|li|pre|table|thead|tbody|tfoot|tr|b|strong|i|em|u|s|sub|sup|small|br|hr)>"
    r"|</?t[dh]>|<t[dh](?: (?:col|row)span=\"\d{1,2}\"){1,2}>|</a>"
    r"|<a href=\"(?:https?:|mailto:)[^\"<>]*\" rel=\"noopener noreferrer nofollow\">"
    r"|<img src=\"/imagen/\d+\" alt=\"[^\"<>]*\">",
    re.IGNORECASE,
)
TROZOS = [
    *(
        "<div>",
        "</div>",
        "<p",
        ">",
        "<",
        "</",
        "<a href='",
        "http://x.example",
        "javascript:alert(1)",
        "'",
        '"',
        "<img src=",
    ),
    *(
        "cid:logo",
        "<script>",
        "</script>",
        "<style>",
        "<!--",
        "-->",
        "<svg onload=x>",
        "onerror=alert(1)",
        "<td colspan=3>",
    ),
    *(
        "<table>",
        "</table>",
        "&lt;b&gt;",
        "&quot;",
        "hola",
        " ",
        "<h1>",
        "</h1>",
        "style=x",
        "class=y",
        "<![CDATA[",
        "]]>",
    ),
]


def limpio(html: str, **opciones: bool) -> str:
    return presentar(html, {"logo": "/imagen/0"}, **opciones).html


def test_ninguno_de_los_sesenta_trae_nada_vivo(esperado: dict[str, Any]) -> None:
    formato = con_formato((MENSAJES / esperado["archivo"]).read_bytes())
    imagenes = {identificador: f"/imagen/{n}" for n, identificador in enumerate(formato.imagenes)}
    html = presentar(formato.html, imagenes).html
    assert faltas(html) == []
    assert PERMITIDO.sub("", html).count("<") == 0
    assert [frase for frase in ("rastreo.example", "document.cookie", "onerror") if frase in html] == []


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(TROZOS), max_size=25).map("".join))
def test_ninguna_combinacion_deja_pasar_otra_etiqueta(html: str) -> None:
    for salida in (limpio(html), limpio(html, enlaces=False)):
        assert PERMITIDO.sub("", salida).count("<") == 0
        assert faltas(salida) == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_ningun_texto_lo_rompe(html: str) -> None:
    assert PERMITIDO.sub("", limpio(html)).count("<") == 0


def test_el_html_hostil_se_muestra_limpio() -> None:
    formato = con_formato(next(MENSAJES.glob("057-*")).read_bytes())
    presentable = presentar(formato.html, {})
    assert presentable.ocultas == 1
    assert "&lt;b&gt;sin falta&lt;/b&gt;" in presentable.html
    assert "Agenda propuesta" in presentable.html
    assert "<a" not in presentable.html


@pytest.mark.parametrize(
    ("html", "salida"),
    [
        ('<p class="MsoNormal" style="color:red" id=x onclick=y>Hola</p>', "<p>Hola</p>"),
        ("<script>alert(1)</script>Hola<style>p{}</style>", "Hola"),
        ("<!--[if mso]><xml><o:x/></xml><![endif]-->Hola", "Hola"),
        ("<![if !vml]>Hola<![endif]>", "Hola"),
        ("<h1>Título</h1>", "<p>Título</p>"),
        ("a < b y c > d", "a &lt; b y c &gt; d"),
        ("<p>uno<p>dos", "<p>uno</p><p>dos</p>"),
        ("<b>negra</p></b>", "<b>negra</b>"),
        ("<form action='http://x.example'><input name=clave>Hola</form>", "Hola"),
        ('<img src="cid:logo" alt="Logo">', '<img src="/imagen/0" alt="Logo">'),
        ('<img src="cid:otro">', ""),
        ('<img src="data:image/png;base64,AA">', ""),
        ("<table><tr><td colspan=2>a<td colspan=9999>b</table>", None),
    ],
)
def test_lo_que_queda_de_cada_cosa(html: str, salida: str | None) -> None:
    esperada = (
        salida if salida is not None else ('<table><tbody><tr><td colspan="2">a</td><td>b</td></tr></tbody></table>')
    )
    assert limpio(html) == esperada


@pytest.mark.parametrize(
    ("html", "ocultas"),
    [
        ('<img src="http://a.example/p.gif"><img src="//b.example/p.gif" width=1><img src="HTTPS://c.example/x">', 3),
        ('<img src="cid:logo"><img src="x.png"><img>', 0),
    ],
)
def test_las_imagenes_de_otros_sitios_se_cuentan_y_no_se_piden(html: str, ocultas: int) -> None:
    presentable = presentar(html, {"logo": "/imagen/0"})
    assert (presentable.ocultas, "example" in presentable.html) == (ocultas, False)


def test_junto_al_enlace_esta_su_destino() -> None:
    html = '<a href="http://malo.example/x?a=1&amp;b=2">https://alcaldia.example</a>'
    assert limpio(html).endswith("https://alcaldia.example</a> <small>(http://malo.example/x?a=1&amp;b=2)</small>")
    assert limpio(html, enlaces=False) == "https://alcaldia.example <small>(http://malo.example/x?a=1&amp;b=2)</small>"


def test_el_enlace_que_ya_dice_su_destino_no_lo_repite() -> None:
    assert "<small>" not in limpio('<a href="https://a.example">https://a.example</a>')


@pytest.mark.parametrize(
    "destino", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "/relativo", "file:///x"]
)
def test_un_enlace_que_no_lleva_a_un_sitio_es_solo_texto(destino: str) -> None:
    assert limpio(f'<a href="{destino}">Pulse</a>') == "Pulse"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * MAXIMO_MARCAS,
        "<table><tr><td>" * (MAXIMO_MARCAS // 3),
        "<div><!--</div>-->" * (MAXIMO_MARCAS // 3),
        '<td a="' * MAXIMO_MARCAS,
        "<a " + "b=c " * 1_000_000,
        "<ul><li>" * (MAXIMO_MARCAS // 2),
    ],
    ids=["div", "tablas", "comentarios", "comillas", "atributos", "listas"],
)
def test_nada_tarda_mas_que_su_tamano(html: str) -> None:
    antes = time.process_time()
    presentar(html, {})
    assert time.process_time() - antes < 10


def test_lo_excesivo_se_dice_y_no_se_muestra() -> None:
    assert presentar("<b>" * (MAXIMO_MARCAS + 1), {}).excesivo
    assert presentar("a" * 6_000_001, {}).excesivo


def test_el_html_de_dos_megas_se_muestra_entero() -> None:
    formato = con_formato(next(MENSAJES.glob("058-*")).read_bytes())
    antes = time.process_time()
    html = presentar(formato.html, {}).html
    assert time.process_time() - antes < 3
    assert "¿las alcaldías locales reportan el FURAG por separado" in " ".join(html.split())


def test_un_correo_sin_html_no_tiene_formato() -> None:
    assert con_formato(correo(texto="Hola")).html == ""


def test_el_texto_suelto_de_un_correo_con_html_tambien_se_ve() -> None:
    crudo = (
        b"From: a@b.co\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nUno <dos>\n--x\n"
        b"Content-Type: text/html\n\n<b>tres</b>\n--x--"
    )
    assert limpio(con_formato(crudo).html) == "<p>Uno &lt;dos&gt;</p>\n<b>tres</b>"
