"""The agenda with the keyboard, and on a phone."""

import re
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from asiste.cuentas.models import Usuario
from pruebas import fabricas, fabricas_agenda

Entrar = Callable[[Usuario], Page]


def test_se_pasa_de_mes_y_se_abre_una_sesion_sin_raton(entrar: Entrar) -> None:
    laura, ahora = fabricas.funcionario("stdi"), timezone.now()
    fabricas_agenda.sesion(dirige=laura, ahora=ahora, inicia=ahora + timedelta(minutes=1), titulo="Mapa de procesos")
    pagina = entrar(laura.usuario)
    pagina.goto("/equipo/agenda/?vista=lista")
    pagina.keyboard.press("ArrowRight")
    expect(pagina).to_have_url(re.compile(r"dia=\d{4}-\d\d-01"))
    pagina.keyboard.press("ArrowLeft")
    with pagina.expect_navigation(wait_until="load"):
        pagina.get_by_role("link", name="Hoy", exact=True).press("Enter")
    expect(pagina.get_by_text("Mapa de procesos").first).to_be_visible()
    pagina.keyboard.press("j")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mapa de procesos")


def test_en_un_telefono_el_mes_solo_muestra_los_dias_que_tienen_algo(entrar: Entrar) -> None:
    laura = fabricas.funcionario("stdi")
    fabricas_agenda.sesion(dirige=laura)
    pagina = entrar(laura.usuario)
    pagina.set_viewport_size({"width": 390, "height": 844})
    pagina.goto("/equipo/agenda/?dia=2026-11-20")
    expect(pagina.get_by_role("link", name="viernes 20 de noviembre de 2026")).to_be_visible()
    expect(pagina.get_by_role("link", name="martes 17 de noviembre de 2026")).to_be_hidden()


def test_cada_forma_de_reunirse_muestra_lo_que_pide(entrar: Entrar) -> None:
    pagina = entrar(fabricas.funcionario("stdi").usuario)
    pagina.goto("/equipo/agenda/nueva/")
    campos = [pagina.get_by_label(rotulo, exact=True) for rotulo in ("Lugar", "Teléfono al que se llama")]
    visibles = []
    for medio in ("Presencial", "Virtual", "Telefónica"):
        pagina.get_by_label(medio, exact=True).check()
        visibles.append([campo.is_visible() for campo in campos])
    assert visibles == [[True, False], [False, False], [False, True]]
