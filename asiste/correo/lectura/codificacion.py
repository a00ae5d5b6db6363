"""Bytes to clean text: charsets that lie, transfer encodings that break, characters nobody can see."""

import binascii
import codecs
import quopri
import re
from functools import lru_cache

_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
# Codecs written for text; others (idna, punycode, unicode_escape…) are slow or change the meaning.
_DE_TEXTO = ("ascii", "utf", "iso", "cp", "koi8", "mac", "gb", "big5", "euc", "shift", "tis", "hz", "johab")
_SIN_CONFIANZA = {"", "ascii", "iso8859-1", "cp1252", "utf-7"}

_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_INVISIBLES = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
    f"|(?<![{_EMOJI}])[\u200c\u200d]|[\u200c\u200d](?![{_EMOJI}])"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FIN_DE_LINEA = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NO_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="))


@lru_cache
def _codec(declarado: str) -> str:
    """Name of a known text codec for the declared charset, or empty."""
    try:
        nombre = codecs.lookup(declarado.strip().strip("\"'").partition("*")[0]).name
    except (LookupError, ValueError):
        return ""
    return nombre if nombre.startswith(_DE_TEXTO) else ""


def _utf8_o_windows(datos: bytes) -> str:
    """UTF-8 when the bytes are, or nearly are; otherwise Windows-1252."""
    texto = datos.decode("utf-8", "replace")
    perdidos = texto.count("\ufffd")
    if not perdidos or len(_MULTIBYTE.findall(datos)) > 2 * perdidos:
        return texto
    return datos.decode("cp1252", "replace")


def decodificar(datos: bytes, declarado: str = "") -> str:
    """Text of some bytes, mending the usual lies: UTF-8 declared us-ascii, cp1252 declared latin-1. Never raises."""
    codec = _codec(declarado)
    if codec in _SIN_CONFIANZA or codec == "utf-8":
        return _utf8_o_windows(datos)
    try:
        return datos.decode(codec, "replace")
    except (LookupError, ValueError):
        return _utf8_o_windows(datos)


def desbase64(datos: bytes) -> bytes:
    """Decode base64 with noise inside, missing padding, or cut in the middle: what can be read is read."""
    salida = []
    for tramo in datos.translate(None, _NO_BASE64).replace(b"=", b" ").split():
        util = tramo[:-1] if len(tramo) % 4 == 1 else tramo
        salida.append(binascii.a2b_base64(util + b"=" * (-len(util) % 4)))
    return b"".join(salida)


def decodificar_transferencia(datos: bytes, codificacion: str) -> bytes:
    """Undo Content-Transfer-Encoding; an unknown one leaves the bytes as they came."""
    palabra = codificacion.strip().lower()
    if palabra.startswith("base64"):
        return desbase64(datos)
    if palabra.startswith("quoted-printable"):
        return quopri.decodestring(datos)
    return datos


def sin_invisibles(texto: str) -> str:
    """Drop control, zero-width and direction characters; joiners stay only between emoji."""
    return _INVISIBLES.sub("", _CONTROL.sub("", texto))


def en_una_linea(texto: str) -> str:
    """Clean text with every run of white space made one space."""
    if texto.isascii() and texto.isprintable():  # the most of what comes in headers, and nothing to clean in it
        return " ".join(texto.split())
    return " ".join(sin_invisibles(_FIN_DE_LINEA.sub(" ", texto)).split())


def en_parrafos(texto: str) -> str:
    """Clean text with line feeds only, no trailing blanks, and at most one blank line in a row."""
    limpio = sin_invisibles(_FIN_DE_LINEA.sub("\n", texto)).replace("\u00a0", " ")
    lineas = "\n".join(linea.rstrip() for linea in limpio.split("\n"))
    return re.sub("\n{3,}", "\n\n", lineas).strip("\n")
