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
    limpia = sin_datos(contenido)
    if _de_imprenta(limpia):
        raise FotoInvalida("está en colores de imprenta (CMYK): guárdela en RGB.")
    try:
        componer("foto", {"titulo": "Foto"}, fecha=PRUEBA, imagenes={"foto": limpia})
    except PlantillaInvalida as error:
        raise FotoInvalida("está dañada o incompleta.") from error
    return limpia


def sin_datos(contenido: bytes) -> bytes:
    """The picture, JPEG or PNG, without what it tells besides. Raises `FotoInvalida`."""
    if not contenido.startswith((PNG, JPEG)):
        raise FotoInvalida("no es una foto JPEG o PNG.")
    try:
        return b"".join(_de_png(contenido) if contenido.startswith(PNG) else _de_jpeg(contenido))
    except struct.error as error:
        raise FotoInvalida("está dañada o incompleta.") from error


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
    for clase, segmento in _segmentos(contenido):
        yield segmento if clase == SOS else _segmento(clase, segmento)


def _segmentos(contenido: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment of a JPEG; the last one goes on with the data of the picture."""
    lugar, clase = len(JPEG), 0
    while clase != SOS:
        marca, clase, largo = struct.unpack_from(">BBH", contenido, lugar)
        if marca != 0xFF:
            raise FotoInvalida("está dañada o incompleta.")
        sigue = contenido.rfind(FIN) + len(FIN) if clase == SOS else lugar + 2 + largo
        yield clase, contenido[lugar:sigue]
        lugar = sigue


def _de_imprenta(contenido: bytes) -> bool:
    """True of a JPEG in the four inks of the press."""
    if contenido.startswith(PNG):
        return False
    return any(clase in TAMANOS and segmento[9] == TINTAS for clase, segmento in _segmentos(contenido))


def _segmento(clase: int, segmento: bytes) -> bytes:
    """The segment, what is left of it, or nothing."""
    if clase in TAMANOS:
        alto, ancho, _canales = struct.unpack_from(">HHB", segmento, 5)
        _exigir_que_quepa(ancho, alto)
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
