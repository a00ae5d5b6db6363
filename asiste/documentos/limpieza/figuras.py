"""Pictures inside a document, without what they tell besides."""

import gzip
import logging
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath

from asiste.documentos.fotos import FotoInvalida, sin_datos
from asiste.documentos.limpieza.base import NoSeLimpia
from asiste.documentos.limpieza.figura_rara import FiguraRara
from asiste.documentos.limpieza.jpeg2000 import CAJAS, CORRIENTE, limpiar_cajas, limpiar_corriente
from asiste.documentos.limpieza.metarchivo import es_metarchivo, limpiar_metarchivo
from asiste.documentos.limpieza.tiff import GRANDES, TIFF, limpiar_tiff

FOTOS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
COMPRIMIDA = b"\x1f\x8b"
DESCOMPRIMIDA = 64 * 1024 * 1024  # bytes of a drawing that came compressed
# What begins the data of a camera or of a program of drawing, in any kind of picture
SENALES = re.compile(rb"Exif\0\0|<x:xmpmeta|<\?xpacket|http://ns\.adobe\.com/xap/|Photoshop 3\.0\0")
registro = logging.getLogger(__name__)


def limpiar_figura(nombre: str, contenido: bytes) -> bytes:
    """A picture without what it tells besides; of a kind that tells nothing, or no picture, as it is.

    Raises `NoSeLimpia` when it tells something that cannot be taken out of it.
    """
    if contenido.startswith(FOTOS):
        return _foto(nombre, contenido)
    try:
        return _limpia(contenido)
    except (FiguraRara, struct.error, zlib.error) as error:
        raise _no_se_limpia(nombre) from error


def _foto(nombre: str, contenido: bytes) -> bytes:
    try:
        return sin_datos(contenido)
    except FotoInvalida as error:
        if SENALES.search(contenido):
            raise _no_se_limpia(nombre) from error
        registro.info("la imagen %s queda como vino: %s", nombre, error)
        return contenido


def _limpia(contenido: bytes) -> bytes:
    if contenido.startswith(GRANDES):
        raise FiguraRara
    if contenido.startswith(COMPRIMIDA):
        return _comprimida(contenido)
    limpia = _quien_limpia(contenido)(contenido)
    if SENALES.search(limpia):
        raise FiguraRara
    return limpia


def _quien_limpia(contenido: bytes) -> Callable[[bytes], bytes]:
    """What takes its data out of that kind of picture; of any other, nothing does."""
    if es_metarchivo(contenido):
        return limpiar_metarchivo
    return next((como for comienzo, como in POR_COMIENZO.items() if contenido.startswith(comienzo)), bytes)


def _comprimida(contenido: bytes) -> bytes:
    """A drawing of Office that came compressed (.emz), cleaned inside; its name of before goes too."""
    flujo = zlib.decompressobj(wbits=31)
    dentro = flujo.decompress(contenido, DESCOMPRIMIDA)
    if flujo.unconsumed_tail or not flujo.eof or dentro.startswith(COMPRIMIDA):
        raise FiguraRara
    return gzip.compress(_limpia(dentro), mtime=0)


def _no_se_limpia(nombre: str) -> NoSeLimpia:
    cual = f", «{PurePosixPath(nombre).name}»," if nombre else ""
    return NoSeLimpia(f"trae una imagen{cual} con datos que no sabemos quitar: cámbiela por una JPEG o PNG.")


POR_COMIENZO: dict[bytes, Callable[[bytes], bytes]] = {
    CAJAS: limpiar_cajas,
    CORRIENTE: limpiar_corriente,
    **dict.fromkeys(TIFF, limpiar_tiff),
}
