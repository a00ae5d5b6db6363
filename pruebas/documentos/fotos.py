"""Small photographs for the tests."""

import struct
import zlib
from base64 import b64decode
from collections.abc import Iterable

ANCHO, ALTO = 24, 16
# Blue over yellow, made by a browser
JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAA"
    "AChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZ"
    "WiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAA"
    "E9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4M"
    "ChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2Nj"
    "Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAA"
    "AAcG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAAAAABBP/EABsRAAEEAwAAAAAAAAAAAAAAAAAVFmLhY6Gi/9oADAMB"
    "AAIRAxEAPwDPChjK5MXVFT5asngoYOTF1QT5as//2Q=="
)


def jpeg(*, exif: tuple[int, bytes] | None = None, canales: int = 3) -> bytes:
    """A JPEG; with `exif`, the way it was held and a remark that tells where."""
    foto = JPEG
    if canales != 3:
        lugar = foto.index(b"\xff\xc0") + 9
        foto = foto[:lugar] + bytes([canales]) + foto[lugar + 1 :]
    if exif is None:
        return foto
    orientacion, nota = exif
    campos = struct.pack("<HHHIHH", 2, 0x0112, 3, 1, orientacion, 0) + struct.pack("<HHII", 0x010E, 2, len(nota), 38)
    dentro = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + campos + struct.pack("<I", 0) + nota
    return foto[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(dentro)) + dentro + foto[2:]


def png(
    *, ancho: int = ANCHO, alto: int = ALTO, extra: Iterable[tuple[bytes, bytes]] = (), datos: bytes | None = None
) -> bytes:
    """A PNG of one colour, with `extra` chunks."""
    renglones = zlib.compress((b"\0" + b"\x09\x43\xb5" * ANCHO) * ALTO) if datos is None else datos
    cabeza = struct.pack(">IIBBBBB", ancho, alto, 8, 2, 0, 0, 0)
    pedazos = [(b"IHDR", cabeza), *extra, (b"IDAT", renglones), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_pedazo(*uno) for uno in pedazos)


def _pedazo(clase: bytes, datos: bytes) -> bytes:
    return struct.pack(">I", len(datos)) + clase + datos + struct.pack(">I", zlib.crc32(clase + datos))
