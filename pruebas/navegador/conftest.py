"""Debian's chromium over the site, on a database of its own for each test."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from asiste.cuentas.models import Usuario
from pruebas import fabricas
from pruebas.arnes.paginas import Vigilante
from pruebas.arnes.servidor import servido

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ESPERA = 15_000  # milliseconds


@pytest.fixture(scope="session")
def navegador() -> Iterator[Browser]:
    """One browser for each test process; without chromium, the tests that ask for it are skipped."""
    if CHROMIUM is None:
        pytest.skip("no hay chromium")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as ambiente:
        ambiente.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # playwright leaves its loop running in this thread
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def sitio(base_real: str) -> Iterator[str]:
    """Address of the site, served on a database where commits are real."""
    with servido() as direccion:
        yield direccion


@pytest.fixture
def pagina(navegador: Browser, sitio: str) -> Iterator[Page]:
    """A window of 1440 px in Spanish of Colombia; at the end nothing may have failed in it."""
    contexto = navegador.new_context(
        base_url=sitio, locale="es-CO", timezone_id="America/Bogota", viewport={"width": 1440, "height": 900}
    )
    contexto.set_default_timeout(ESPERA)
    ventana = contexto.new_page()
    vigilante = Vigilante(ventana, sitio)
    yield ventana
    contexto.close()
    assert vigilante.faltas == []


@pytest.fixture
def entrar(pagina: Page, sitio: str) -> Callable[[Usuario], Page]:
    """Signs a person in without the pages of the sign-in, which have tests of their own."""

    def como(persona: Usuario) -> Page:
        galletas = fabricas.sesion(persona).cookies
        pagina.context.clear_cookies()
        pagina.context.add_cookies([{"name": g.key, "value": g.value, "url": sitio} for g in galletas.values()])
        return pagina

    return como
