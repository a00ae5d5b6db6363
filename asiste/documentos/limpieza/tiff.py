"""TIFF (6.0): made anew with the fields that draw each page, and its data."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from asiste.documentos.limpieza.figura_rara import FiguraRara

TIFF = (b"II*\0", b"MM\0*")
GRANDES = (b"II+\0", b"MM\0+")  # of more than four gigabytes
PAGINAS = 1_000
CORTO, LARGO = 3, 4  # kinds of number
TAMANOS = {1: 1, 2: 1, CORTO: 2, LARGO: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
# Where the data of a page are, and how long each piece is: in strips, or in tiles
DATOS = {273: 279, 324: 325}
QUEDAN = {
    *(254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 274, 277, 278, 279, 280, 281, 282, 283, 284, 290, 291),
    *(292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 325, 332, 334, 336, 338, 339, 340, 341, 342, 347),
    *(529, 530, 531, 532, 34675),
}
SE_LEEN = QUEDAN | DATOS.keys()
ENTRADA = 12  # bytes that each field takes in its page
COMPRESION, JPEG_VIEJO = 259, 6  # its data are anywhere in the file


@dataclass(frozen=True, slots=True)
class Campo:
    """A field of a page, with its value as it is written."""

    etiqueta: int
    clase: int
    cuantos: int
    valor: bytes


def limpiar_tiff(contenido: bytes) -> bytes:
    """The same pages, with nothing but what draws them. Raises `FiguraRara` or `struct.error`."""
    orden = "<" if contenido.startswith(TIFF[0]) else ">"
    nuevo, apunta = bytearray(contenido[:4] + bytes(4)), 4
    for campos in _paginas(contenido, orden):
        apunta = _agregar(nuevo, apunta, _con_sus_datos(nuevo, campos, contenido, orden), orden)
        if len(nuevo) > 2 * len(contenido):  # pages that share their data, made to fill the machine
            raise FiguraRara
    return bytes(nuevo)


def _paginas(contenido: bytes, orden: str) -> Iterator[dict[int, Campo]]:
    """The fields of each page."""
    lugar, vistas, leidos, entradas = struct.unpack_from(f"{orden}I", contenido, 4)[0], set[int](), 0, 0
    while lugar:
        if lugar in vistas or len(vistas) >= PAGINAS:
            raise FiguraRara
        vistas.add(lugar)
        cuantos = struct.unpack_from(f"{orden}H", contenido, lugar)[0]
        if (entradas := entradas + cuantos) * ENTRADA > len(contenido):  # pages one over another
            raise FiguraRara
        campos: dict[int, Campo] = {}
        for cual in range(cuantos):
            campo = _campo(contenido, lugar + 2 + ENTRADA * cual, orden)
            if campo and (leidos := leidos + len(campo.valor)) > len(contenido):  # told more than there is
                raise FiguraRara
            if campo:
                campos[campo.etiqueta] = campo
        yield campos
        lugar = struct.unpack_from(f"{orden}I", contenido, lugar + 2 + ENTRADA * cuantos)[0]


def _campo(contenido: bytes, lugar: int, orden: str) -> Campo | None:
    """A field that draws; None of any other."""
    etiqueta, clase, cuantos = struct.unpack_from(f"{orden}HHI", contenido, lugar)
    if etiqueta not in SE_LEEN:
        return None
    largo = TAMANOS.get(clase, 0) * cuantos
    desde = lugar + 8 if largo <= 4 else struct.unpack_from(f"{orden}I", contenido, lugar + 8)[0]
    valor = contenido[desde : desde + largo]
    if not largo or len(valor) != largo:
        raise FiguraRara
    return Campo(etiqueta, clase, cuantos, valor)


def _con_sus_datos(nuevo: bytearray, campos: dict[int, Campo], contenido: bytes, orden: str) -> list[Campo]:
    """The fields in order, once the data of the page are written and those that say where they are know it."""
    if (modo := campos.get(COMPRESION)) and _numeros(modo, orden) == [JPEG_VIEJO]:
        raise FiguraRara
    for donde, cuanto in DATOS.items():
        if donde not in campos:
            continue
        if cuanto not in campos:
            raise FiguraRara
        desde, largos = _numeros(campos[donde], orden), _numeros(campos[cuanto], orden)
        if len(desde) != len(largos) or sum(largos) > len(contenido):
            raise FiguraRara
        lugares = [_escribir(nuevo, contenido[uno : uno + largo]) for uno, largo in zip(desde, largos, strict=True)]
        valor = struct.pack(f"{orden}{len(lugares)}I", *lugares)
        campos[donde] = Campo(donde, LARGO, len(lugares), valor)
    return [campos[etiqueta] for etiqueta in sorted(campos)]


def _numeros(campo: Campo, orden: str) -> list[int]:
    letra = {CORTO: "H", LARGO: "I"}.get(campo.clase)
    if letra is None:
        raise FiguraRara
    return list(struct.unpack(f"{orden}{campo.cuantos}{letra}", campo.valor))


def _agregar(nuevo: bytearray, apunta: int, campos: list[Campo], orden: str) -> int:
    """Writes a page, which the one before is told of; gives where it will say which one follows."""
    entradas = bytearray(struct.pack(f"{orden}H", len(campos)))
    for uno in campos:
        corto = len(uno.valor) <= 4
        valor = uno.valor.ljust(4, b"\0") if corto else struct.pack(f"{orden}I", _escribir(nuevo, uno.valor))
        entradas += struct.pack(f"{orden}HHI", uno.etiqueta, uno.clase, uno.cuantos) + valor
    lugar = _escribir(nuevo, bytes(entradas) + bytes(4))
    struct.pack_into(f"{orden}I", nuevo, apunta, lugar)
    return lugar + len(entradas)


def _escribir(nuevo: bytearray, datos: bytes) -> int:
    """Where those bytes are now, at an even place."""
    nuevo += b"\0" * (len(nuevo) % 2)
    lugar = len(nuevo)
    nuevo += datos
    return lugar
