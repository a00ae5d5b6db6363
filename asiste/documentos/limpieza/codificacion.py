"""The XML of a package, all in one encoding: what is looked for in it is looked for in those bytes."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from asiste.documentos.limpieza.base import NoSeLimpia

XML = (".xml", ".rels", ".vml", ".rdf")
ANCHAS = (  # how a text in UTF-16 begins, whatever its name
    (re.compile(re.escape(BOM_UTF16_LE) + rb"<\0"), "utf-16"),
    (re.compile(re.escape(BOM_UTF16_BE) + rb"\0<"), "utf-16"),
    (re.compile(rb"<\0[!?\w]\0"), "utf-16-le"),
    (re.compile(rb"\0<\0[!?\w]"), "utf-16-be"),
)
DECLARADA = re.compile(rb"""\A(\s*<\?xml[^>]*?\bencoding\s*=\s*["'])([\w.:-]+)""")
DE_UN_BYTE = (b"utf-8", b"utf8", b"ascii", b"us-ascii", b"iso-8859-", b"windows-125")  # with «<» where it always is
RARA = "trae un texto en una codificación que no se admite: guárdelo de nuevo con su programa."


def en_utf8(nombre: str, contenido: bytes) -> bytes:
    """A part of a package: in UTF-8 when it came in UTF-16, and as it is when it is no text.

    Raises `NoSeLimpia` when it is XML in an encoding where what it says could not be found.
    """
    codificacion = next((cual for comienzo, cual in ANCHAS if comienzo.match(contenido)), "")
    if codificacion:
        contenido = DECLARADA.sub(rb"\1UTF-8", _leido(contenido, codificacion))
    if codificacion or nombre.lower().endswith(XML):
        _exigir_que_se_lea(contenido)
    return contenido


def _leido(contenido: bytes, codificacion: str) -> bytes:
    try:
        return contenido.decode(codificacion).encode()
    except UnicodeError as error:
        raise NoSeLimpia("está dañado o incompleto.") from error


def _exigir_que_se_lea(contenido: bytes) -> None:
    texto = contenido.removeprefix(BOM_UTF8)
    declarada = DECLARADA.match(texto)
    conocida = declarada is None or declarada[2].lower().startswith(DE_UN_BYTE)
    if not conocida or b"\0" in texto or texto.lstrip()[:1] not in {b"<", b""}:
        raise NoSeLimpia(RARA)
