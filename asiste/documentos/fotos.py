"""Photographs of strangers: only what draws them stays. Where and with what they were taken does not.

A JPEG keeps its picture, its colours and which side is up; a PNG, its picture and its colours.
"""

import struct
from collections.abc import Iterator
from datetime import date

from asiste.documentos.pdf import PlantillaInvalida, componer

TAMANO = 8 * 1024 * 1024  # bytes of one
PIXELES = 64_000_000  # beyond, opening it takes a whole machine
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
DE_PNG = {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"IDAT", b"IEND"}
APP0, APP1, APP2, APP14, APP15, COM = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
SOS, FIN = 0xDA, b"\xff\xd9"
TAMANOS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # segments that tell width and height
TINTAS = 4  # channels of a picture made for the press
ORIENTACION = 0x0112  # tag of Exif
EXIF = b"Exif\0\0"
PRUEBA = date(2026, 1, 1)


class FotoInvalida(ValueError):
    """It cannot go in a document; its text is a Spanish sentence that goes after the name of the file."""


def preparar_foto(contenido: bytes) -> bytes:
    """The picture without what it tells besides, tried in a document of ours. Raises `FotoInvalida`."""
    if len(contenido) > TAMANO:
        raise FotoInvalida(f"pesa más de {TAMANO // 1024**2} MB: redúzcala antes de subirla.")
    if not contenido.startswith((PNG, JPEG)):
        raise FotoInvalida("no es una foto JPEG o PNG.")
    try:
        limpia = b"".join(_de_png(contenido) if contenido.startswith(PNG) else _de_jpeg(contenido))
        componer("foto", {"titulo": "Foto"}, fecha=PRUEBA, imagenes={"foto": limpia})
    except (struct.error, PlantillaInvalida) as error:
        raise FotoInvalida("está dañada o incompleta.") from error
    return limpia


def _exigir_que_quepa(ancho: int, alto: int) -> None:
    if not 0 < ancho * alto <= PIXELES:
        raise FotoInvalida("tiene demasiados puntos: redúzcala antes de subirla.")


def _de_png(contenido: bytes) -> Iterator[bytes]:
    """The chunks that draw it, up to its end: what was hidden after it stays out."""
    yield PNG
    lugar, clase = len(PNG), b""
    _exigir_que_quepa(*struct.unpack_from(">II", contenido, lugar + 8))
    while clase != b"IEND":
        largo, clase = struct.unpack_from(">I4s", contenido, lugar)
        sigue = lugar + 12 + largo
        if sigue > len(contenido):
            raise FotoInvalida("está dañada o incompleta.")
        if clase in DE_PNG:
            yield contenido[lugar:sigue]
        lugar = sigue


def _de_jpeg(contenido: bytes) -> Iterator[bytes]:
    """The segments that draw it, and then its data up to its end."""
    yield JPEG
    lugar = len(JPEG)
    while True:
        marca, clase, largo = struct.unpack_from(">BBH", contenido, lugar)
        if marca != 0xFF:
            raise FotoInvalida("está dañada o incompleta.")
        if clase == SOS:
            yield contenido[lugar : contenido.rfind(FIN) + len(FIN)]
            return
        segmento = contenido[lugar : lugar + 2 + largo]
        yield _segmento(clase, segmento)
        lugar += 2 + largo


def _segmento(clase: int, segmento: bytes) -> bytes:
    """The segment, what is left of it, or nothing."""
    if clase in TAMANOS:
        alto, ancho, canales = struct.unpack_from(">HHB", segmento, 5)
        _exigir_que_quepa(ancho, alto)
        if canales == TINTAS:
            raise FotoInvalida("está en colores de imprenta (CMYK): guárdela en RGB.")
    if clase == APP1:
        return _solo_orientacion(segmento)
    de_mas = clase == COM or (APP1 < clase <= APP15 and clase != APP14 and not segmento[4:].startswith(b"ICC_PROFILE"))
    return b"" if de_mas else segmento


def _solo_orientacion(segmento: bytes) -> bytes:
    """Exif with nothing but which side is up; nothing when it is straight, or not known."""
    dentro = segmento[4 + len(EXIF) :]
    if not segmento[4:].startswith(EXIF) or dentro[:2] not in {b"II", b"MM"}:
        return b""
    orden = "<" if dentro.startswith(b"II") else ">"
    inicio = struct.unpack_from(f"{orden}I", dentro, 4)[0]
    for cual in range(struct.unpack_from(f"{orden}H", dentro, inicio)[0]):
        etiqueta, _, _, valor = struct.unpack_from(f"{orden}HHIH", dentro, inicio + 2 + 12 * cual)
        if etiqueta == ORIENTACION and 1 < valor <= 8:
            tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTACION, 3, 1, valor, 0, 0)
            return b"\xff\xe1" + struct.pack(">H", 2 + len(EXIF) + len(tiff)) + EXIF + tiff
    return b""
