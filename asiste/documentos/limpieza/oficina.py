"""Word, Excel and PowerPoint: properties, people, paths and pictures."""

import re

from asiste.documentos.limpieza.base import NoSeLimpia, Partes, limpiar_figura, limpiar_paquete

PROPIEDADES = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
    "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'custom-properties"/>',
}
# Of a part of that name with that inside, why it is not published
REPAROS: tuple[tuple[re.Pattern[str], re.Pattern[bytes], str], ...] = (
    (re.compile(r"vbaProject\.bin$"), re.compile(b""), "trae macros: guárdelo sin ellas."),
    (re.compile(r"^_xmlsignatures/"), re.compile(b""), "trae una firma digital: suba la versión sin firmar."),
    (
        re.compile(r"^word/[^/]+\.xml$"),
        re.compile(rb"<\w+:(?:ins|del|moveFrom|moveTo)[\s>]"),
        "trae cambios sin aceptar: acéptelos o rechácelos antes de subirlo.",
    ),
    (re.compile(r"^word/comments[^/]*\.xml$"), re.compile(rb"<\w+:comment\s"), "trae comentarios: bórrelos antes."),
    (re.compile(r"^ppt/comments/"), re.compile(b""), "trae comentarios: bórrelos antes."),
    (re.compile(r"/embeddings/.*\.bin$"), re.compile(b""), "trae otros archivos incrustados: quítelos."),
)
FUERA = re.compile(r"^(?:docProps/thumbnail\.|customXml/)")
# Of every part of XML, what names a person, a machine or what was taken out
BORRAR: tuple[tuple[re.Pattern[bytes], bytes], ...] = (
    (re.compile(rb'<Relationship\s[^>]*Target="[^"]*(?:docProps/thumbnail\.|customXml/)[^"]*"[^>]*/>'), b""),
    (re.compile(rb'<Override\s[^>]*PartName="/customXml/[^"]*"[^>]*/>'), b""),
    (re.compile(rb'(<Relationship\s[^>]*Target=")file:[^"]*"'), rb'\1Normal.dotm"'),
    (re.compile(rb"<fileSharing\s[^>]*/>"), b""),
    (re.compile(rb'(absPath\s[^>]*url=")[^"]*"'), rb'\1"'),
    (re.compile(rb"<author>[^<]*</author>"), b"<author></author>"),
    (re.compile(rb'(<person\s[^>]*?displayName=")[^"]*"'), rb'\1Autor"'),
    (re.compile(rb'(<person\s[^>]*?userId=")[^"]*"'), rb'\1"'),
    (re.compile(rb'(<\w+:person\s[^>]*?\w+:author=")[^"]*"'), rb'\1Autor"'),
    (re.compile(rb'(<\w+:presenceInfo\s[^>]*?\w+:userId=")[^"]*"'), rb'\1"'),
    (re.compile(rb'(<\w+:cmAuthor\s[^>]*?\bname=")[^"]*"'), rb'\1Autor"'),
)


def limpiar_oficina(contenido: bytes) -> bytes:
    """The document without its properties nor who worked on it. Raises `NoSeLimpia`."""
    return limpiar_paquete(contenido, _cambiar, "[Content_Types].xml")


def _cambiar(partes: Partes) -> Partes:
    for nombre, contenido in partes.items():
        if porque := next((r for donde, que, r in REPAROS if donde.search(nombre) and que.search(contenido)), ""):
            raise NoSeLimpia(porque)
    return {nombre: _limpia(nombre, contenido) for nombre, contenido in partes.items() if not FUERA.match(nombre)}


def _limpia(nombre: str, contenido: bytes) -> bytes:
    if nombre in PROPIEDADES:
        return PROPIEDADES[nombre]
    if "/embeddings/" in nombre:  # the workbook behind a chart
        return limpiar_oficina(contenido)
    if not nombre.endswith((".xml", ".rels")):
        return limpiar_figura(nombre, contenido)
    for patron, cambio in BORRAR:
        contenido = patron.sub(cambio, contenido)
    return contenido
