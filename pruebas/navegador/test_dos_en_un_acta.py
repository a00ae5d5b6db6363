"""Two people on the same minutes, and the entity that approves them on a phone."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from asiste.agenda import acciones
from asiste.agenda.models import Acta
from asiste.cuentas.models import Usuario
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas
from pruebas.agenda import actas
from pruebas.arnes.paginas import faltas_de_accesibilidad, sobra_a_lo_ancho
from pruebas.fabricas import AHORA

TELEFONO = {"width": 390, "height": 844}


def test_lo_escrito_entre_dos_se_une_y_la_entidad_lo_aprueba_en_su_telefono(
    pagina: Page, entrar: Callable[[Usuario], Page]
) -> None:
    laura, diana = fabricas.funcionario("stdi"), fabricas.funcionario("stdi", nombre="Diana Pérez")
    acta = actas.empezada(laura, objetivo="Acordar el mapa", acompanan=[diana])
    entrar(laura.usuario).goto(f"/equipo/agenda/{acta.sesion_id}/acta/")
    desarrollo = pagina.get_by_label("Desarrollo", exact=False).first
    desarrollo.press_sequentially("Lo de Laura.")
    expect(pagina.locator("#estado-desarrollo")).to_contain_text("Guardado")
    acciones.guardar_seccion(
        acta=acta, clave="desarrollo", texto="Lo de Diana.", version=1, autor=diana.usuario, ahora=AHORA
    )
    desarrollo.press_sequentially(" Sigue.")
    pagina.get_by_role("link", name="Comparar las dos versiones").click()
    pagina.get_by_role("button", name="Guardar este texto").click()
    expect(pagina.locator("#id_desarrollo-texto")).to_have_value("Lo de Diana.\nLo de Laura. Sigue.")
    pagina.get_by_role("link", name="Pasar a aprobación").click()
    pagina.get_by_label("Carlos Peña").check()
    pagina.get_by_role("button", name="Enviar a aprobación").click()
    pagina.get_by_role("link", name="Leer y decidir").click()
    pagina.get_by_role("button", name="Aprobar").click()
    expect(pagina.get_by_text("Usted lo aprobó")).to_be_visible()
    _aprobar_desde_el_telefono(pagina)
    assert Acta.objects.get().estado == Acta.Estado.APROBADA


def _aprobar_desde_el_telefono(pagina: Page) -> None:
    """Without signing in, with the link of the letter."""
    carta = Mensaje.objects.get(clave__startswith="acta-aprobar", para=actas.CORREO).texto
    enlace = re.search(r"/actas/aprobar/\S+", carta)
    assert enlace
    pagina.context.clear_cookies()
    pagina.set_viewport_size({"width": TELEFONO["width"], "height": TELEFONO["height"]})
    pagina.goto(enlace[0])
    assert (faltas_de_accesibilidad(pagina), sobra_a_lo_ancho(pagina)) == ([], 0)
    pagina.get_by_role("button", name="Aprobar").click()
    pagina.get_by_role("link", name="Verificarlo").click()
    expect(pagina.get_by_text("Sello válido")).to_be_visible()
