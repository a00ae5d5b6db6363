"""What a file is, told by its bytes: neither its name nor what the sender says counts."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from contextlib import suppress

import puremagic

DESCONOCIDO = "application/octet-stream"
ZIP = b"PK\x03\x04"
DE_UN_ZIP_ROTO = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,  # also of what is not implemented, and of what holds itself
    ValueError,
)
PROGRAMAS = {
    b"MZ": "application/x-dosexec",
    b"\x7fELF": "application/x-executable",
    b"#!": "text/x-shellscript",
    b"\xce\xfa\xed\xfe": "application/x-mach-binary",
    b"\xcf\xfa\xed\xfe": "application/x-mach-binary",
    b"\xca\xfe\xba\xbe": "application/x-mach-binary",
}
JAVA = "application/java-archive"
COMPRIMIDO = "application/zip"
TNEF = "application/ms-tnef"
MENSAJE = "message/rfc822"
# What most mails begin with. The library of signatures, slower, knows some of them.
_CABECERA = re.compile(
    rb"(?:return-path|received|delivered-to|x-original-to|authentication-results|(?:arc|dkim)-[a-z-]+|from|date|subject"
    rb"|message-id|mime-version):[ \t\r\n]",
    re.IGNORECASE,
)
FIRMAS = {**PROGRAMAS, b"\x78\x9f\x3e\x22": TNEF, b"%PDF-": "application/pdf"}
EJECUTABLES = frozenset({*PROGRAMAS.values(), JAVA})
OFICINA = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


IMAGENES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


ABIERTOS = {
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
}
EXTENSIONES = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    **dict(zip(OFICINA.values(), (".docx", ".xlsx", ".pptx"), strict=True)),
    **ABIERTOS,
}


def extension_de(tipo: str) -> str:
    """How the name of a file of that type ends; empty for one that tells no program."""
    return EXTENSIONES.get(tipo, "")


def imagen_segura(contenido: bytes) -> str:
    """Media type of a picture that may be shown inside a page, by its first bytes; empty for anything else."""
    return next((tipo for firma, tipo in IMAGENES.items() if contenido.startswith(firma)), "")


def tipo_real(contenido: bytes) -> str:
    """Media type told by the first bytes and, in a ZIP, by what it holds; else `application/octet-stream`."""
    for firma, tipo in FIRMAS.items():
        if contenido.startswith(firma):
            return tipo
    if contenido.startswith(ZIP):
        return _tipo_de_zip(contenido)
    if _CABECERA.match(contenido):
        return MENSAJE
    with suppress(puremagic.PureError, ValueError):
        tipo = str(puremagic.from_string(contenido, mime=True))
        if not any(
            palabra in tipo for palabra in ("executable", "java")
        ):  # its guesses: a text that starts by «Windows»
            return tipo or DESCONOCIDO
    return DESCONOCIDO


def _tipo_de_zip(contenido: bytes) -> str:
    """Office documents and programs of Java are ZIP files too: the names inside tell them apart."""
    with suppress(*DE_UN_ZIP_ROTO):
        paquete = zipfile.ZipFile(io.BytesIO(contenido))
        nombres = paquete.namelist()
        if "[Content_Types].xml" in nombres:
            return next(
                (tipo for raiz, tipo in OFICINA.items() if any(n.startswith(raiz) for n in nombres)), DESCONOCIDO
            )
        if "META-INF/MANIFEST.MF" in nombres:
            return JAVA
        if "mimetype" in nombres and (tipo := _primeros(paquete, "mimetype")) in ABIERTOS:
            return tipo
    return COMPRIMIDO


def _primeros(paquete: zipfile.ZipFile, nombre: str) -> str:
    """How a file inside a ZIP begins, as text."""
    with paquete.open(nombre) as abierto:
        return abierto.read(100).decode("ascii", "replace")
