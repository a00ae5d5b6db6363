"""Hours found and offered by an adviser; who asked chooses one on a phone, without signing in."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, ViewportSize, expect

from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

TELEFONO: ViewportSize = {"width": 390, "height": 844}


def ofrecer_dos_horas(ventana: Page, caso: Solicitud) -> str:
    """From the case to the mail; gives the first hour offered, as the page tells it."""
    ventana.goto(f"/equipo/solicitudes/{caso.radicado}/")
    ventana.get_by_role("link", name="Buscar una hora").click()
    for cual in (3, 5):
        ventana.get_by_role("checkbox", name=re.compile("^El ")).nth(cual).check()
    ventana.get_by_role("button", name="Ofrecer las marcadas").click()
    hora = ventana.locator("main li", has_text=", de ").first.inner_text()
    ventana.get_by_label("Modalidad").select_option(label="Mesa de trabajo")
    ventana.get_by_role("button", name="Enviar las horas").click()
    expect(ventana.get_by_role("status")).to_contain_text("Las horas salieron para carlos.pena@shd.gov.co.")
    return hora


def test_quien_pide_elige_la_hora_desde_el_telefono(pagina: Page, entrar: Callable[[Usuario], Page]) -> None:
    laura = fabricas.funcionario("stdi")
    caso = fabricas.solicitud(asesor=laura, estado=Solicitud.Estado.EN_TRAMITE)
    hora = ofrecer_dos_horas(entrar(laura.usuario), caso)
    texto = Mensaje.objects.get(clave__startswith="propuesta-oferta").texto
    enlace = next(renglon for renglon in texto.splitlines() if "/agenda/horas/" in renglon)
    pagina.context.clear_cookies()
    pagina.set_viewport_size(TELEFONO)
    pagina.goto(urlsplit(enlace).path)
    expect(pagina.get_by_role("radio")).to_have_count(2)
    pagina.get_by_role("radio").first.check()
    pagina.get_by_role("button", name="Elegir esta hora").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Quedó programada")
    expect(pagina.locator("main")).to_contain_text(hora)
    assert Sesion.objects.get().solicitudes.get() == caso
