"""A concept reviewed with a remark on what is marked in its text, and signed after its file is opened."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from asiste.conceptos.models import Observacion
from asiste.cuentas.models import Usuario
from pruebas import fabricas
from pruebas.arnes.paginas import faltas_de_accesibilidad, sobra_a_lo_ancho
from pruebas.conceptos import casos

MARCAR = """(parrafo) => {
  document.getSelection().selectAllChildren(parrafo);
  document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}"""


def test_lo_que_se_marca_en_el_texto_es_el_pasaje(pagina: Page, entrar: Callable[[Usuario], Page]) -> None:
    concepto = casos.en_revision()
    assert concepto.revisa is not None
    entrar(concepto.revisa.usuario)
    pagina.goto(f"/equipo/conceptos/{concepto.pk}/")
    pagina.locator("#s-conclusiones .rico p").evaluate(MARCAR)
    expect(pagina.get_by_label("Pasaje")).to_have_value(casos.CONCLUSIONES)
    expect(pagina.get_by_label("Sección")).to_have_value("conclusiones")
    pagina.locator("#observar_texto").fill("¿Cuáles tres?")
    pagina.get_by_role("button", name="Observar").click()
    expect(pagina.get_by_text("¿Cuáles tres?")).to_be_visible()
    expect(pagina.locator("#s-conclusiones .marca-obs")).to_have_text(casos.CONCLUSIONES)
    assert Observacion.objects.get().pasaje == casos.CONCLUSIONES
    assert (faltas_de_accesibilidad(pagina), sobra_a_lo_ancho(pagina)) == ([], 0)


def test_se_abre_se_confirma_y_se_firma(pagina: Page, entrar: Callable[[Usuario], Page]) -> None:
    concepto = casos.por_firmar()
    assert concepto.revisa is not None
    entrar(concepto.revisa.usuario)
    pagina.goto("/equipo/conceptos/?de=firmar")
    pagina.get_by_role("link", name=concepto.asunto).click()
    pagina.get_by_role("link", name="Firmar concepto").click()
    assert (faltas_de_accesibilidad(pagina), sobra_a_lo_ancho(pagina)) == ([], 0)
    with pagina.expect_download() as bajada:
        pagina.get_by_role("link", name="Abrir el PDF por firmar").click()
    assert bajada.value.suggested_filename.startswith("Por firmar C-DDDI-")
    pagina.get_by_label("Su contraseña, o el código de su aplicación").fill(fabricas.CONTRASENA)
    pagina.get_by_role("button", name="Firmar", exact=True).click()
    expect(pagina.get_by_text("Firmó el concepto C-DDDI-")).to_be_visible()
    assert (faltas_de_accesibilidad(pagina), sobra_a_lo_ancho(pagina)) == ([], 0)
