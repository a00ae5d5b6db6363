"""OpenDocument: its properties, printer, thumbnail and pictures."""

import re

from asiste.documentos.limpieza.base import NoSeLimpia, Partes, limpiar_figura, limpiar_paquete

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
MINIATURA = re.compile(rb'<manifest:file-entry\s[^>]*full-path="Thumbnails/[^"]*"[^>]*/>')
IMPRESORA = re.compile(rb'(<config:config-item\s[^>]*config:name="Printer(?:Name|Setup)"[^>]*>)[^<]*')


def limpiar_opendocument(contenido: bytes) -> bytes:
    """The document without its properties nor who worked on it. Raises `NoSeLimpia`."""
    return limpiar_paquete(contenido, _cambiar, "mimetype")


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
        return MINIATURA.sub(b"", contenido)
    if nombre.endswith("settings.xml"):
        return IMPRESORA.sub(rb"\1", contenido)
    return limpiar_figura(nombre, contenido)
