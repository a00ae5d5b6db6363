"""What a winmail.dat brings inside (TNEF): its files and, when the mail had none, its text."""

import logging
import struct
from dataclasses import dataclass

from tnefparse import TNEF

from asiste.correo.lectura.codificacion import decodificar
from asiste.correo.lectura.mapi import es_cabal

FIRMA = b"\x78\x9f\x3e\x22"
MAXIMO_OBJETOS = 2_000
MAXIMO_TRABAJO = 4_000_000_000  # objects × bytes: the library copies what is left of the file for each object

_CABEZA, _COLA = 9, 2  # bytes around the data of an object
_MENSAJE = {0x8008, 0x9006, 0x9007, 0x9003, 0x800C}  # class, version, code page, properties, body
_ANEXO = {0x9002, 0x8010, 0x800F, 0x9005}  # start of an attachment, title, data, properties
_EMPIEZA_ANEXO = 0x9002
_NIVEL_ANEXO = 2
_PROPIEDADES = {0x9003, 0x9005}

# It reports every odd property it meets at the level of an error: they are the sender's, not ours
logging.getLogger("tnefparse").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Tnef:
    """Files by the name they had, and the text as plain text and as HTML; empty what there is not."""

    archivos: tuple[tuple[str, bytes], ...] = ()
    texto: str = ""
    html: str = ""


def abrir_tnef(contenido: bytes) -> Tnef:
    """What is inside; nothing when it cannot be read. Never raises, and its time is bounded whatever the bytes."""
    util = _lo_que_se_lee(contenido)
    if util is None:
        return Tnef()
    try:
        abierto = TNEF(util, do_checksum=False)
        archivos = tuple((_nombre(anexo.long_filename()), bytes(anexo.data)) for anexo in abierto.attachments)
        return Tnef(archivos, _texto(abierto.body), _texto(abierto.htmlbody))
    except Exception:
        # The library fails in as many ways as there are bad files; the winmail.dat itself stays whole in the case
        logging.getLogger(__name__).info("Un winmail.dat no se pudo abrir", exc_info=True)
        return Tnef()


def _lo_que_se_lee(contenido: bytes) -> bytes | None:
    """The same file with only the objects that are read here, or None when it is none or too much work."""
    if not contenido.startswith(FIRMA):
        return None
    trozos, posicion, hay_anexo = [contenido[:6]], 6, False
    while posicion + _CABEZA + _COLA < len(contenido):
        nivel, nombre, _, largo = struct.unpack_from("<BHHI", contenido, posicion)
        fin = posicion + _CABEZA + largo + _COLA
        hay_anexo = hay_anexo or nombre == _EMPIEZA_ANEXO
        suyo = nombre in _MENSAJE or (nombre in _ANEXO and nivel == _NIVEL_ANEXO and hay_anexo)
        if suyo and (nombre not in _PROPIEDADES or es_cabal(contenido[posicion + _CABEZA : fin - _COLA])):
            trozos.append(contenido[posicion:fin])
        posicion = fin
        if len(trozos) > MAXIMO_OBJETOS or len(trozos) * len(contenido) > MAXIMO_TRABAJO:
            return None
    return b"".join(trozos)


def _nombre(nombre: str | bytes) -> str:
    return (decodificar(nombre) if isinstance(nombre, bytes) else nombre).strip("\x00")


def _texto(cuerpo: str | bytes | list[str | bytes] | None) -> str:
    """A property as text: the library gives it in several shapes."""
    if isinstance(cuerpo, list):
        return "\n".join(_texto(parte) for parte in cuerpo)
    return _nombre(cuerpo or "")
