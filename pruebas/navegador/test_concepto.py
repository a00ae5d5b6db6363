"""A concept written with the editor, by two people and from a word processor."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from asiste.conceptos.models import Concepto, SeccionConcepto
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_conceptos
from pruebas.arnes.paginas import faltas_de_accesibilidad, sobra_a_lo_ancho

PEGAR = """(nodo, html) => {
  const datos = new DataTransfer();
  datos.setData("text/html", html);
  nodo.dispatchEvent(new ClipboardEvent("paste", { clipboardData: datos, bubbles: true, cancelable: true }));
}"""
DE_WORD = (
    "<p class=MsoNormal><b>Según la guía:</b><o:p></o:p></p>"
    "<p class=MsoListParagraph><span style='mso-list:Ignore'>·&nbsp;&nbsp;</span>Uno</p>"
    "<p class=MsoListParagraph><span style='mso-list:Ignore'>·&nbsp;&nbsp;</span>Dos</p>"
    "<p class=MsoListParagraph><span style='mso-list:Ignore'>1.&nbsp;&nbsp;</span>"
    "<span style='font-weight:bold'>Tres</span></p>"
)


def abrir(pagina: Page, concepto: Concepto) -> Locator:
    pagina.goto(f"/equipo/conceptos/{concepto.pk}/")
    expect(pagina.get_by_role("toolbar")).to_be_visible()
    return pagina.locator("#s-analisis .ProseMirror")


def html(concepto: Concepto) -> str:
    return str(SeccionConcepto.objects.juntas().get(concepto=concepto, clave="analisis").texto)


def guardado(pagina: Page) -> None:
    expect(pagina.locator("#estado-analisis > p")).to_contain_text("Guardado")


def test_se_escribe_con_formato_y_se_guarda_solo(pagina: Page, entrar: Callable[[Usuario], Page]) -> None:
    laura: Funcionario = fabricas.funcionario("stdi")
    concepto = fabricas_conceptos.concepto(autor=laura)
    entrar(laura.usuario)
    texto = abrir(pagina, concepto)
    texto.click()
    pagina.get_by_role("button", name="Negrita").click()
    texto.press_sequentially("Procede")
    guardado(pagina)
    assert html(concepto) == "<p><strong>Procede</strong></p>"
    assert (faltas_de_accesibilidad(pagina), sobra_a_lo_ancho(pagina)) == ([], 0)


def test_una_tabla_se_pone_con_su_encabezado(pagina: Page, entrar: Callable[[Usuario], Page]) -> None:
    laura = fabricas.funcionario("stdi")
    concepto = fabricas_conceptos.concepto(autor=laura)
    entrar(laura.usuario)
    abrir(pagina, concepto).click()
    pagina.get_by_role("button", name="Tabla", exact=True).click()
    pagina.keyboard.type("Proceso")
    pagina.get_by_role("button", name="+ Columna").click()
    guardado(pagina)
    expect(pagina.locator(".ProseMirror table tr").first.locator("th")).to_have_count(4)
    pagina.reload()
    expect(pagina.locator(".ProseMirror table tr")).to_have_count(3)


def test_lo_de_word_se_pega_limpio(pagina: Page, entrar: Callable[[Usuario], Page]) -> None:
    laura = fabricas.funcionario("stdi")
    concepto = fabricas_conceptos.concepto(autor=laura)
    entrar(laura.usuario)
    abrir(pagina, concepto).evaluate(PEGAR, DE_WORD)
    guardado(pagina)
    assert html(concepto) == (
        "<p><strong>Según la guía:</strong></p>\n<ul><li><p>Uno</p></li><li><p>Dos</p></li></ul>\n"
        "<ol><li><p><strong>Tres</strong></p></li></ol>"
    )


def test_dos_escriben_y_nada_se_pierde(pagina: Page, entrar: Callable[[Usuario], Page]) -> None:
    laura, diana = fabricas.funcionario("stdi"), fabricas.funcionario("stdi", nombre="Diana Pérez")
    concepto = fabricas_conceptos.concepto(autor=laura)
    entrar(laura.usuario)
    texto = abrir(pagina, concepto)
    fabricas_conceptos.escribir(concepto, diana, "analisis", "<p>Lo de Diana.</p>")
    texto.press_sequentially("Lo de Laura.")
    pagina.get_by_role("link", name="Comparar las dos versiones").click()
    expect(pagina.locator(".ProseMirror p")).to_have_text(["Lo de Diana.", "Lo de Laura."])
    pagina.get_by_role("button", name="Guardar este texto").click()
    expect(pagina.get_by_text("quedó con un solo texto")).to_be_visible()
    assert html(concepto) == "<p>Lo de Diana.</p>\n<p>Lo de Laura.</p>"
