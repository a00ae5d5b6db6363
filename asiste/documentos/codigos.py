"""Codes that a machine reads, as drawings of our own: nothing inline but shapes, so any page may show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import segno
from barcode import Code128

MARGEN_DE_BARRAS = 10  # modules of blank at each side that Code 128 asks for
MARGEN_DE_QR = 4


@dataclass(frozen=True, slots=True)
class Dibujo:
    """Black shapes on white, measured in modules; `trazos` is the path of an SVG."""

    ancho: int
    alto: int
    trazos: str

    @property
    def svg(self) -> str:
        """As a drawing that stands alone, for a document."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.ancho} {self.alto}">'
            f'<rect width="100%" height="100%" fill="#fff"/><path d="{self.trazos}"/></svg>'
        )


def barras(texto: str) -> Dibujo:
    """The text, of ASCII, as Code 128; one module tall, to be stretched."""
    (modulos,) = Code128(texto).build()
    return Dibujo(len(modulos) + 2 * MARGEN_DE_BARRAS, 1, _tramos([modulos], MARGEN_DE_BARRAS, 0))


def qr(texto: str) -> Dibujo:
    """The text as a QR code that stands 15% of damage."""
    codigo = segno.make_qr(texto, error="m", boost_error=False)
    renglones = ["".join(str(modulo) for modulo in renglon) for renglon in codigo.matrix]
    lado = len(renglones) + 2 * MARGEN_DE_QR
    return Dibujo(lado, lado, _tramos(renglones, MARGEN_DE_QR, MARGEN_DE_QR))


def _tramos(renglones: Iterable[str], izquierda: int, arriba: int) -> str:
    """A rectangle for each run of dark modules, «1» in the rows."""
    trazos = []
    for y, renglon in enumerate(renglones, start=arriba):
        x = izquierda
        for modulo, tramo in groupby(renglon):
            largo = len(list(tramo))
            if modulo == "1":
                trazos.append(f"M{x} {y}h{largo}v1h-{largo}z")
            x += largo
    return "".join(trazos)
