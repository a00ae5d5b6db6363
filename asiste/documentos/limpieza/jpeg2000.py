"""JPEG 2000 (ISO 15444-1): the boxes that draw it, and its comments in blank."""

import struct
from collections.abc import Iterator

from asiste.documentos.limpieza.figura_rara import FiguraRara

CAJAS = b"\0\0\0\x0cjP  \r\n\x87\n"
CORRIENTE = b"\xff\x4f\xff\x51"
QUEDAN = {b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jp2c"}
DE_LA_CABECERA = {b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef", b"res "}
COMENTARIO, TESELA, DATOS, FIN = 0xFF64, 0xFF90, 0xFF93, 0xFFD9


def limpiar_cajas(contenido: bytes) -> bytes:
    """A JP2 with the boxes that draw it and no more: neither XML, nor UUID, nor what goes after. Raises."""
    return b"".join(_caja(clase, _dentro(clase, datos)) for clase, datos in _cajas(contenido) if clase in QUEDAN)


def limpiar_corriente(contenido: bytes) -> bytes:
    """The code of the picture, up to its end, with its comments in blank: what follows does not move. Raises."""
    limpia, lugar = bytearray(contenido), 2
    while True:
        marca = struct.unpack_from(">H", contenido, lugar)[0]
        if marca == FIN:
            return bytes(limpia[: lugar + 2])
        largo = struct.unpack_from(">H", contenido, lugar + 2)[0]
        if marca == COMENTARIO:
            _en_blanco(limpia, lugar + 6, lugar + 2 + largo)
        if marca != TESELA:
            lugar += 2 + _exigir(largo, 2)
            continue
        mide = struct.unpack_from(">I", contenido, lugar + 6)[0]
        acaba = lugar + mide if mide else len(limpia)
        _comentarios_de_tesela(limpia, lugar + 2 + _exigir(largo, 10), acaba)
        if not mide:  # up to the end
            return bytes(limpia)
        lugar += _exigir(mide, 14)


def _cajas(contenido: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and data of each box."""
    lugar = 0
    while len(contenido) - lugar >= 8:
        largo, clase = struct.unpack_from(">I4s", contenido, lugar)
        cabeza = 8
        if largo == 1:
            cabeza, largo = 16, struct.unpack_from(">Q", contenido, lugar + 8)[0]
        largo = largo or len(contenido) - lugar
        if largo < cabeza or lugar + largo > len(contenido):
            raise FiguraRara
        yield clase, contenido[lugar + cabeza : lugar + largo]
        lugar += largo


def _caja(clase: bytes, datos: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(datos), clase) + datos


def _dentro(clase: bytes, datos: bytes) -> bytes:
    if clase == b"jp2c":
        return limpiar_corriente(datos)
    if clase != b"jp2h":
        return datos
    return b"".join(_caja(una, suyos) for una, suyos in _cajas(datos) if una in DE_LA_CABECERA)


def _comentarios_de_tesela(limpia: bytearray, lugar: int, acaba: int) -> None:
    """Those of the header of a part of the picture, which must end inside it: each byte is read once."""
    while lugar < acaba:
        marca = struct.unpack_from(">H", limpia, lugar)[0]
        if marca == DATOS:
            return
        largo = struct.unpack_from(">H", limpia, lugar + 2)[0]
        if marca == COMENTARIO:
            _en_blanco(limpia, lugar + 6, lugar + 2 + largo)
        lugar += 2 + _exigir(largo, 2)
    raise FiguraRara


def _en_blanco(limpia: bytearray, desde: int, hasta: int) -> None:
    if not desde <= hasta <= len(limpia):
        raise FiguraRara
    limpia[desde:hasta] = b" " * (hasta - desde)


def _exigir(largo: int, minimo: int) -> int:
    if largo < minimo:
        raise FiguraRara
    return largo
