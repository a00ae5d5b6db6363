"""The label and the receipt as they come out of a printer."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page
from pypdf import PdfReader

from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

PULGADA = 25.4  # millimetres; a point is 1/72 of it


@pytest.fixture
def radicada(base_real: str) -> Solicitud:
    """A request with everything that a label shows."""
    return fabricas.solicitud(
        canal=Solicitud.Canal.VENTANILLA, folios=3, contingencia="C-12", anexos=[fabricas.archivo()]
    )


@pytest.fixture
def ventana(pagina: Page, entrar: Callable[[Usuario], Page], radicada: Solicitud) -> Page:
    """The browser of a filing clerk."""
    return entrar(fabricas.funcionario("dddi", rol=Rol.RADICADOR).usuario)


def hojas(ventana: Page, ruta: str, carpeta: Path) -> list[tuple[int, int]]:
    """Width and height, in millimetres, of each page that the printer would get."""
    ventana.goto(ruta)
    ventana.pdf(path=carpeta / "impreso.pdf", prefer_css_page_size=True)
    cajas = [hoja.mediabox for hoja in PdfReader(carpeta / "impreso.pdf").pages]
    return [(round(caja.width / 72 * PULGADA), round(caja.height / 72 * PULGADA)) for caja in cajas]


def leer(imagen: Path) -> list[str]:
    """What zbar reads in an image."""
    if shutil.which("zbarimg") is None:
        pytest.skip("no hay zbarimg (en Debian, paquete zbar-tools)")
    salida = subprocess.run(["zbarimg", "-q", imagen], check=True, capture_output=True, text=True).stdout
    return sorted(salida.split("\n")[:-1])


def test_un_lector_lee_las_barras_y_el_qr_del_rotulo(ventana: Page, radicada: Solicitud, tmp_path: Path) -> None:
    ventana.goto(f"/equipo/solicitudes/{radicada}/rotulo/")
    rotulo = ventana.locator(".rotulo")
    rotulo.evaluate("nodo => { nodo.style.zoom = 3 }")  # as a printer of 288 points an inch
    rotulo.screenshot(path=tmp_path / "rotulo.png")
    consulta = f"{settings.URL_PUBLICA}/consultar/?radicado={radicada}"
    assert leer(tmp_path / "rotulo.png") == [f"CODE-128:{radicada}", f"QR-Code:{consulta}"]


def test_el_rotulo_es_una_etiqueta_de_cien_por_cincuenta(ventana: Page, radicada: Solicitud, tmp_path: Path) -> None:
    assert hojas(ventana, f"/equipo/solicitudes/{radicada}/rotulo/", tmp_path) == [(100, 50)]


def test_el_rotulo_cabe_tambien_en_una_hoja(ventana: Page, radicada: Solicitud, tmp_path: Path) -> None:
    assert hojas(ventana, f"/equipo/solicitudes/{radicada}/rotulo/?hoja", tmp_path) == [(216, 279)]


def test_el_comprobante_es_una_hoja(ventana: Page, radicada: Solicitud, tmp_path: Path) -> None:
    assert hojas(ventana, f"/equipo/solicitudes/{radicada}/comprobante/", tmp_path) == [(216, 279)]
    texto = PdfReader(tmp_path / "impreso.pdf").pages[0].extract_text()
    assert re.findall(r"AT-2026-\d+|C-12", texto)[0] == str(radicada)
