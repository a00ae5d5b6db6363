"""OpenDocument: its properties, printer, thumbnail and pictures."""

import re

from asiste.documentos.limpieza.base import (
    INCRUSTADOS,
    NoSeLimpia,
    Partes,
    Presupuesto,
)
from asiste.documentos.limpieza.etiquetas import abre, atributos
from asiste.documentos.limpieza.figuras import limpiar_figura
from asiste.documentos.limpieza.paquete import limpiar_paquete
from asiste.documentos.tipos import ZIP

META = (
    b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/>'
    b"</office:document-meta>"
)
REPAROS: tuple[tuple[re.Pattern[str], re.Pattern[bytes], str], ...] = (
    (re.compile(r"^(?:Basic|Scripts)/"), re.compile(b""), "trae macros: guárdelo sin ellas."),
    (re.compile(r"^META-INF/.*signatures"), re.compile(b""), "trae una firma digital: suba la versión sin firmar."),
    (re.compile(r"manifest\.xml$"), re.compile(b"encryption-data"), "está protegido con clave: quítesela."),
    (
        re.compile(r"content\.xml$"),
        re.compile(rb"<(?:text|table):tracked-changes"),
        "trae cambios sin aceptar: acéptelos o rechácelos antes de subirlo.",
    ),
    (re.compile(r"(?:content|styles)\.xml$"), re.compile(b"<office:annotation"), "trae comentarios: bórrelos antes."),
)
ENTRADA = abre("file-entry")
AJUSTE = re.compile(abre("config-item").pattern + rb"[^<]*+")
IMPRESORA = {"PrinterName", "PrinterSetup"}


def limpiar_opendocument(contenido: bytes) -> bytes:
    """The document without its properties nor who worked on it. Raises `NoSeLimpia`."""
    return limpiar_paquete(contenido, _cambiar, "mimetype", Presupuesto())


def _cambiar(partes: Partes) -> Partes:
    for nombre, contenido in partes.items():
        if porque := next((r for donde, que, r in REPAROS if donde.search(nombre) and que.search(contenido)), ""):
            raise NoSeLimpia(porque)
    return {
        nombre: _limpia(nombre, contenido)
        for nombre, contenido in partes.items()
        if not nombre.startswith("Thumbnails/")
    }


def _limpia(nombre: str, contenido: bytes) -> bytes:
    if nombre.endswith("meta.xml"):
        return META
    if nombre == "META-INF/manifest.xml":
        return ENTRADA.sub(_sin_miniatura, contenido)
    if nombre.endswith("settings.xml"):
        return AJUSTE.sub(_sin_impresora, contenido)
    if contenido.startswith(ZIP):
        raise NoSeLimpia(INCRUSTADOS)
    return contenido if nombre.endswith(".xml") else limpiar_figura(nombre, contenido)


def _sin_miniatura(hallada: re.Match[bytes]) -> bytes:
    return b"" if atributos(hallada).get("full-path", "").startswith("Thumbnails/") else hallada[0]


def _sin_impresora(hallada: re.Match[bytes]) -> bytes:
    """The setting, empty when it tells of a printer."""
    de_ella = atributos(hallada).get("name") in IMPRESORA
    return b"<" + hallada[1] + hallada[2] + b">" if de_ella else hallada[0]
