"""Two people on the same answer: they see each other, nobody loses a word, and it goes out once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.acciones import guardar_plantilla
from asiste.solicitudes.models import Redaccion, Solicitud
from pruebas import fabricas
from pruebas.arnes.paginas import Vigilante, faltas_de_accesibilidad, sobra_a_lo_ancho

ESPERA = 15_000  # milliseconds
UNIDO = "Va la guía de marzo. Y el formato.\n\nQuedo atenta, Laura Ortiz."
SIN_RED = ("ERR_FAILED", "htmx:sendError", "htmx:afterRequest")  # what the console says when the network is cut


@pytest.fixture
def ventanas(navegador: Browser, sitio: str) -> Iterator[dict[str, Page]]:
    """A window of Laura, who has the case, and another of Diana, who heads the office."""
    laura = fabricas.funcionario("stdi", nombre="Laura Ortiz")
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez", rol=Rol.SUBDIRECCION)
    fabricas.solicitud(asesor=laura, estado=Solicitud.Estado.EN_TRAMITE)
    guardar_plantilla(dependencia=laura.dependencia, nombre="Despedida", texto="Quedo atenta, {asesor}.")
    abiertas = {"laura": _abrir(navegador, sitio, laura.usuario), "diana": _abrir(navegador, sitio, diana.usuario)}
    vigilantes = [Vigilante(pagina, sitio) for pagina in abiertas.values()]
    yield abiertas
    for pagina in abiertas.values():
        pagina.context.close()
    faltas = [falta for vigilante in vigilantes for falta in vigilante.faltas]
    assert [falta for falta in faltas if not any(cual in falta for cual in SIN_RED)] == []


def _abrir(navegador: Browser, sitio: str, persona: Usuario) -> Page:
    contexto = navegador.new_context(base_url=sitio, locale="es-CO", viewport={"width": 1440, "height": 900})
    contexto.set_default_timeout(ESPERA)
    galletas = fabricas.sesion(persona).cookies.values()
    contexto.add_cookies([{"name": galleta.key, "value": galleta.value, "url": sitio} for galleta in galletas])
    return contexto.new_page()


def escribir(pagina: Page, texto: str) -> None:
    """Types at the end of the message."""
    pagina.get_by_label("Mensaje").press("Control+End")
    pagina.get_by_label("Mensaje").press_sequentially(texto)


def laura_escribe_aunque_se_vaya_la_red(laura: Page) -> None:
    """Without network the text goes on in the page, and is saved when it comes back."""
    escribir(laura, "Va la guía.")
    expect(laura.locator("#estado-redaccion")).to_contain_text("Guardado a las")
    laura.route("**/borrador/", _sin_red)
    escribir(laura, " Y el formato.")
    expect(laura.get_by_text("No se pudo guardar: sigue en esta página")).to_be_visible()
    laura.unroute("**/borrador/")
    escribir(laura, " Hoy.")
    expect(laura.get_by_text("No se pudo guardar")).to_be_hidden()
    laura.reload()
    expect(laura.get_by_label("Mensaje")).to_have_value("Va la guía. Y el formato. Hoy.")


def diana_une_las_dos_versiones(diana: Page) -> None:
    """She opened the page before: she is told, compares and makes one text of both."""
    escribir(diana, "Va la guía de marzo.")
    diana.get_by_role("link", name="Comparar las dos versiones").click()
    expect(diana.locator("section ins")).to_have_text(["de marzo"])
    assert faltas_de_accesibilidad(diana) == []
    assert sobra_a_lo_ancho(diana) == 0
    diana.get_by_label("Un texto con lo de ambas").fill("Va la guía de marzo. Y el formato.")
    diana.get_by_role("button", name="Guardar este texto").click()


def diana_inserta_un_texto_y_envia(diana: Page) -> None:
    diana.get_by_label("Insertar un texto").select_option(index=1)
    diana.get_by_role("button", name="Insertar").click()
    expect(diana.get_by_label("Mensaje")).to_have_value(UNIDO)
    assert faltas_de_accesibilidad(diana) == []
    assert sobra_a_lo_ancho(diana) == 0
    diana.get_by_role("button", name="Enviar").click()
    expect(diana.locator("main")).to_contain_text("Mensaje enviado a")


def test_dos_personas_escriben_la_misma_respuesta_y_no_se_pierde_nada(ventanas: dict[str, Page]) -> None:
    laura, diana = ventanas["laura"], ventanas["diana"]
    caso = Solicitud.objects.get()
    for ventana in (laura, diana):
        ventana.goto(f"/equipo/solicitudes/{caso.radicado}/respuesta/")
    expect(diana.locator("#presentes")).to_contain_text("Laura Ortiz está escribiendo la respuesta")
    laura_escribe_aunque_se_vaya_la_red(laura)
    diana_une_las_dos_versiones(diana)
    diana_inserta_un_texto_y_envia(diana)

    escribir(laura, " Saludos.")
    laura.get_by_role("button", name="Enviar").click()
    expect(laura.locator("main")).to_contain_text("Diana Pérez ya envió la respuesta")
    expect(laura.locator("#ultima")).to_contain_text("Quedo atenta, Laura Ortiz.")
    assert Redaccion.objects.get(usuario=None).texto == "Va la guía. Y el formato. Hoy. Saludos."
    assert list(caso.actuaciones.filter(tipo="respuesta").values_list("texto", flat=True)) == [UNIDO]


def _sin_red(ruta: Route) -> None:
    ruta.abort()
