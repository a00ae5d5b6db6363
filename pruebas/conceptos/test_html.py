"""Rich text: what may pass, what Word leaves, and the tree that the PDF sets."""

from time import process_time

import pytest

from asiste.conceptos.html import limpiar, para_pdf, sin_formato
from asiste.conceptos.texto_llano import desde_texto

DE_WORD = """<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<style>p.MsoNormal {margin:0cm}</style>
<p class=MsoNormal style='margin:0cm'><b><span lang=ES style='font-size:11.0pt'>Primero.</span></b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>Uno</p>
<p class=MsoListParagraphCxSpLast>·&nbsp;&nbsp;&nbsp;&nbsp; Dos</p>"""


@pytest.mark.parametrize(
    "malo",
    [
        "<script>alert(1)</script>",
        "<style>p{color:red}</style>",
        "<img src=x onerror=alert(1)>",
        "<iframe src=https://x.co></iframe>",
        "<svg><script>1</script></svg>",
    ],
)
def test_lo_peligroso_no_pasa(malo: str) -> None:
    assert limpiar(f"<p>Antes</p>{malo}<p>Después</p>") == "<p>Antes</p>\n<p>Después</p>"


def test_de_lo_bueno_solo_quedan_los_atributos_que_sirven() -> None:
    sucio = '<p class="x" style="color:red" onclick="x()"><a href="https://a.co/?b=1&c=2" target="_blank">Ver</a></p>'
    assert limpiar(sucio) == '<p><a href="https://a.co/?b=1&amp;c=2">Ver</a></p>'


@pytest.mark.parametrize("destino", ["javascript:alert(1)", "data:text/html,x", "/equipo/", "#x", ""])
def test_un_enlace_que_no_sale_a_la_red_queda_en_su_texto(destino: str) -> None:
    assert limpiar(f'<p><a href="{destino}">Ver</a></p>') == "<p>Ver</p>"


def test_lo_pegado_de_word_queda_limpio_y_con_su_lista() -> None:
    assert limpiar(DE_WORD) == "<p><strong>Primero.</strong></p>\n<ul><li><p>Uno</p></li><li><p>Dos</p></li></ul>"


def test_la_lista_numerada_de_word_tambien() -> None:
    assert limpiar("<p>1.&nbsp;&nbsp;Uno</p><p>2.&nbsp;&nbsp;Dos</p>") == (
        "<ol><li><p>Uno</p></li><li><p>Dos</p></li></ol>"
    )


def test_un_parrafo_que_empieza_con_numero_sigue_siendo_parrafo() -> None:
    assert limpiar("<p>1. La entidad pregunta.</p>") == "<p>1. La entidad pregunta.</p>"


def test_lo_ya_limpio_no_cambia() -> None:
    limpio = limpiar(
        DE_WORD + "<h2>T</h2><table><tr><th>A</th></tr><tr><td>1</td></tr></table><ol start=4><li>x</li></ol>"
    )
    assert limpiar(limpio) == limpio


def test_los_titulos_caben_bajo_los_del_concepto() -> None:
    assert limpiar("<h1>Uno</h1><h5>Dos</h5>") == "<h3>Uno</h3>\n<h4>Dos</h4>"


@pytest.mark.parametrize(
    "vacio", ["", "<p></p>", "<p> <br></p><ul><li></li></ul>", "<table><tr><td></td></tr></table>"]
)
def test_lo_que_no_dice_nada_queda_vacio(vacio: str) -> None:
    assert limpiar(vacio) == ""


def test_una_tabla_torcida_queda_cuadrada() -> None:
    torcida = (
        "<table><tr><th colspan=9999>A</th></tr><tr><td rowspan=9>1</td><td>2</td></tr><tr><td>3</td></tr></table>"
    )
    (tabla,) = para_pdf(limpiar(torcida))
    lugares = [(celda["x"], celda["y"], celda["ancho"], celda["alto"]) for celda in tabla["c"]]
    assert (tabla["cabeza"], tabla["filas"]) == (True, 3)
    assert [lugar for lugar in lugares if lugar[1] > 0][:2] == [(0, 1, 1, 2), (1, 1, 1, 1)]
    ocupadas = [(x + dx, y + dy) for x, y, ancho, alto in lugares for dx in range(ancho) for dy in range(alto)]
    assert sorted(ocupadas) == [(x, y) for x in range(tabla["columnas"]) for y in range(3)]


def test_lo_muy_hondo_se_aplana_sin_perder_nada() -> None:
    hondo = "<ul><li>" * 200 + "fondo" + "</li></ul>" * 200
    limpio = limpiar(hondo)
    assert (sin_formato(limpio).strip(" -\n"), limpio.count("<ul>") < 10) == ("fondo", True)


@pytest.mark.parametrize("roto", ["<p>a<b>b", "</p></ul>a", "<td>a</td>", "<li>a", "<table><tr>a</table>", "a < b > c"])
def test_lo_roto_no_lo_detiene(roto: str) -> None:
    assert "a" in sin_formato(limpiar(roto))


def test_sin_formato_se_lee_y_vuelve_a_ser_lo_mismo() -> None:
    html = (
        "<h3>Uno</h3>\n<p>Texto con<br>corte.</p>\n<ul><li><p>a</p></li><li><p>b</p></li></ul>\n"
        "<ol><li><p>c</p></li></ol>\n<blockquote><p>Cita</p></blockquote>\n"
        "<table><tbody><tr><th><p>A</p></th></tr><tr><td><p>1</p></td></tr></tbody></table>"
    )
    texto = "# Uno\n\nTexto con corte.\n\n- a\n- b\n\n1. c\n\n> Cita\n\n| A\n| 1"
    assert sin_formato(html) == texto
    assert sin_formato(limpiar(desde_texto(texto))) == texto


def test_lo_escrito_sin_editor_no_es_html() -> None:
    assert desde_texto("<b>x</b> & y") == "<p>&lt;b&gt;x&lt;/b&gt; &amp; y</p>"


@pytest.mark.parametrize(
    "hostil",
    [
        "<blockquote>",
        "<b>",
        "<p><b>",
        "<ul><li>",
        "<table><tr><td>",
        "<a",
        "<!--",
        "<![",
        "</p",
        "<p x='",
        "&#",
        "<svg>",
    ],
)
def test_lo_hecho_para_atascar_se_lee_en_poco_tiempo(hostil: str) -> None:
    antes = process_time()
    limpiar(hostil * 50_000 + "x")
    assert process_time() - antes < 5
