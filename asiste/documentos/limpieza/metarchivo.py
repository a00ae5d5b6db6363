"""Drawings of Windows (EMF): without their title nor the comments of the program that made them."""

import struct

from asiste.documentos.limpieza.figura_rara import FiguraRara

CABECERA, COMENTARIO, FIN = 1, 70, 14  # kinds of record
FIRMA, DONDE_FIRMA = b" EMF", 40
DESCRIPCION = 60  # where the header says how long its title is, in letters of two bytes, and where
DIBUJA = b"EMF+"  # of the comments, the only ones that draw


def es_metarchivo(contenido: bytes) -> bool:
    """True of an EMF."""
    return contenido.startswith(b"\1\0\0\0") and contenido[DONDE_FIRMA : DONDE_FIRMA + 4] == FIRMA


def limpiar_metarchivo(contenido: bytes) -> bytes:
    """The drawing up to its end, its records where they were. Raises `FiguraRara` or `struct.error`."""
    limpio, lugar, clase = bytearray(contenido), 0, 0
    while clase != FIN:
        clase, largo = struct.unpack_from("<II", contenido, lugar)
        sigue = lugar + largo
        if largo < 8 or sigue > len(contenido):
            raise FiguraRara
        if clase == CABECERA:
            _sin_titulo(limpio, lugar, sigue)
        elif clase == COMENTARIO and contenido[lugar + 12 : lugar + 16] != DIBUJA:
            limpio[lugar + 12 : sigue] = bytes(max(0, largo - 12))
        lugar = sigue
    return bytes(limpio[:lugar])


def _sin_titulo(limpio: bytearray, lugar: int, fin: int) -> None:
    """Nothing of the title, nor of where it was."""
    letras, desde = struct.unpack_from("<II", limpio, lugar + DESCRIPCION)
    hasta = lugar + desde + 2 * letras
    if letras and (desde < DESCRIPCION + 8 or hasta > fin):
        raise FiguraRara
    if letras:
        limpio[lugar + desde : hasta] = bytes(2 * letras)
        struct.pack_into("<II", limpio, lugar + DESCRIPCION, 0, 0)
