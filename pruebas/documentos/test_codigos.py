"""Codes drawn by us, read back by a reader that is not ours."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from asiste.documentos.codigos import Dibujo, barras, qr

PUNTOS = 4  # pixels a module
TRAMO = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\3z")


def pintar(dibujo: Dibujo, ruta: Path, renglones: int = 1) -> Path:
    """The drawing as a grey image; each of its rows `renglones` modules tall."""
    filas = [[255] * dibujo.ancho for _ in range(dibujo.alto)]
    for x, y, largo in (map(int, tramo) for tramo in TRAMO.findall(dibujo.trazos)):
        filas[y][x : x + largo] = [0] * largo
    puntos = b"".join(bytes(tono for tono in fila for _ in range(PUNTOS)) * (PUNTOS * renglones) for fila in filas)
    alto = dibujo.alto * PUNTOS * renglones
    ruta.write_bytes(f"P5 {dibujo.ancho * PUNTOS} {alto} 255\n".encode() + puntos)
    return ruta


def leer(imagen: Path) -> str:
    """What zbar reads in an image, with the kind of code."""
    if shutil.which("zbarimg") is None:
        pytest.skip("no hay zbarimg (en Debian, paquete zbar-tools)")
    return subprocess.run(["zbarimg", "-q", imagen], check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("radicado", ["AT-2026-1", "AT-2026-590", "AT-2026-12345", "AT-2026-999999999"])
def test_las_barras_dicen_el_radicado(tmp_path: Path, radicado: str) -> None:
    assert leer(pintar(barras(radicado), tmp_path / "barras.pgm", 20)) == f"CODE-128:{radicado}"


def test_el_qr_dice_la_direccion(tmp_path: Path) -> None:
    direccion = "https://asistencia.ejemplo.gov.co/consultar/?radicado=AT-2026-590"
    assert leer(pintar(qr(direccion), tmp_path / "qr.pgm")) == f"QR-Code:{direccion}"


def test_llevan_alrededor_el_blanco_que_pide_la_norma() -> None:
    trazos = [tuple(map(int, tramo)) for tramo in TRAMO.findall(barras("AT-2026-1").trazos)]
    ancho = barras("AT-2026-1").ancho
    assert (trazos[0][0], ancho - trazos[-1][0] - trazos[-1][2]) == (10, 10)
    esquina = min((int(y), int(x)) for x, y, _ in TRAMO.findall(qr("Asiste").trazos))
    assert esquina == (4, 4)
