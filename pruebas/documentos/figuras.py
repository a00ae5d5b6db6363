"""Small pictures for the tests, of kinds that keep more than what they draw."""

import struct

AUTOR = b"Ana Ruiz"
CODIGO = bytes(range(48))


def tiff(*, orden: str = "<", autor: bytes = AUTOR, paginas: int = 1, por_pagina: bytes = b"\x0f\xf0\x0f\xf0") -> bytes:
    """Four rows of eight dots, with who made it, where it was taken and a thumbnail of the camera."""
    salida = bytearray((b"II" if orden == "<" else b"MM") + struct.pack(f"{orden}HI", 42, 0))
    apunta = 4
    for _ in range(paginas):
        datos, nombre = len(salida), len(salida) + len(por_pagina)
        salida += por_pagina + autor
        gps = len(salida)
        salida += struct.pack(f"{orden}HHHI4sI", 1, 29, 2, 4, b"4598"[:4], 0)
        campos = [
            *((256, 3, 1, 8), (257, 3, 1, 4), (258, 3, 1, 1), (259, 3, 1, 1), (262, 3, 1, 1)),
            *((273, 4, 1, datos), (278, 3, 1, 4), (279, 4, 1, len(por_pagina)), (315, 2, len(autor), nombre)),
            *((34853, 4, 1, gps),),
        ]
        struct.pack_into(f"{orden}I", salida, apunta, len(salida))
        salida += struct.pack(f"{orden}H", len(campos))
        for etiqueta, clase, cuantos, valor in campos:
            puesto = struct.pack(f"{orden}HH", valor, 0) if clase == 3 else struct.pack(f"{orden}I", valor)
            salida += struct.pack(f"{orden}HHI", etiqueta, clase, cuantos) + puesto
        apunta = len(salida)
        salida += bytes(4)
    return bytes(salida)


def corriente(*, comentario: bytes = AUTOR, cola: bytes = b"", mide: int | None = None) -> bytes:
    """The code of a JPEG 2000 of one tile, with a comment for all and another one for the tile."""
    nota = struct.pack(">HHH", 0xFF64, 4 + len(comentario), 1) + comentario
    tamano = struct.pack(">HHHIIIIIIIIH3B", 0xFF51, 41, 0, 8, 8, 0, 0, 8, 8, 0, 0, 1, 7, 1, 1)
    dentro = nota + b"\xff\x93" + CODIGO
    largo = 12 + len(dentro) if mide is None else mide
    tesela = struct.pack(">HHHIBB", 0xFF90, 10, 0, largo, 0, 1)
    return b"\xff\x4f" + tamano + nota + tesela + dentro + b"\xff\xd9" + cola


def caja(clase: bytes, datos: bytes, *, larga: bool = False) -> bytes:
    """A box of a JP2; `larga`, with its length in eight bytes."""
    if larga:
        return struct.pack(">I4sQ", 1, clase, 16 + len(datos)) + datos
    return struct.pack(">I4s", 8 + len(datos), clase) + datos


def jp2(*, larga: bool = False) -> bytes:
    """The same in its file, with what a camera and a program add."""
    cabecera = caja(b"ihdr", struct.pack(">IIHBBBB", 8, 8, 1, 7, 7, 0, 0)) + caja(b"xml ", b"<autor>Ana Ruiz</autor>")
    return b"".join(
        [
            caja(b"jP  ", b"\r\n\x87\n"),
            caja(b"ftyp", b"jp2 \0\0\0\0jp2 "),
            caja(b"jp2h", cabecera + caja(b"colr", b"\1\0\0\0\0\0\x11")),
            caja(b"uuid", b"JpgTiffExif->JP2" + tiff()),
            caja(b"jp2c", corriente(), larga=larga),
            caja(b"xml ", b"<autor>Ana Ruiz</autor>"),
        ]
    )


def emf(*, titulo: str = "Ana Ruiz\0Plano\0\0", comentarios: tuple[bytes, ...] = (b"GDIC\0\0\0\2Ana Ruiz",)) -> bytes:
    """A drawing of Windows with a title and comments."""
    letras = titulo.encode("utf-16-le")
    cabeza = struct.pack("<IIIIIIIIII4sI", 1, 108 + len(letras), 0, 0, 9, 9, 0, 0, 9, 9, b" EMF", 0x10000)
    cabeza += struct.pack("<IIHHII", 0, 0, 1, 0, len(titulo), 108 if titulo else 0)
    cabeza = cabeza.ljust(108, b"\0") + letras
    notas = [uno.ljust(-(-len(uno) // 4) * 4, b"\0") for uno in comentarios]
    registros = [struct.pack("<III", 70, 12 + len(uno), len(uno)) + uno for uno in notas]
    return cabeza + b"".join(registros) + struct.pack("<IIIII", 14, 20, 0, 16, 20)
