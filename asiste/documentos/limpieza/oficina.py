"""Word, Excel and PowerPoint: properties, people, paths and pictures."""

import re
from collections.abc import Callable
from functools import partial

from asiste.documentos.limpieza.base import (
    INCRUSTADOS,
    NoSeLimpia,
    Partes,
    Presupuesto,
)
from asiste.documentos.limpieza.etiquetas import abre, atributos, con_valores, nombre_de
from asiste.documentos.limpieza.figuras import limpiar_figura
from asiste.documentos.limpieza.paquete import limpiar_paquete
from asiste.documentos.limpieza.propiedades import CONTENIDOS, sin_propiedades
from asiste.documentos.tipos import OFICINA, ZIP, tipo_real

# Of a part of that name with that inside, why it is not published
REPAROS: tuple[tuple[re.Pattern[str], re.Pattern[bytes], str], ...] = (
    (re.compile(r"vbaProject\.bin$"), re.compile(b""), "trae macros: guárdelo sin ellas."),
    (re.compile(r"^_xmlsignatures/"), re.compile(b""), "trae una firma digital: suba la versión sin firmar."),
    (
        re.compile(r"^word/[^/]+\.xml$"),
        re.compile(rb"<\w+:(?:ins|del|moveFrom|moveTo|\w+PrChange)[\s>]"),
        "trae cambios sin aceptar: acéptelos o rechácelos antes de subirlo.",
    ),
    (re.compile(r"^word/comments[^/]*\.xml$"), re.compile(rb"<\w+:comment\s"), "trae comentarios: bórrelos antes."),
    (re.compile(r"^ppt/comments/"), re.compile(b""), "trae comentarios: bórrelos antes."),
    (
        re.compile(r"^xl/(?:comments|threadedComments)"),
        re.compile(rb"<(?:\w+:)?(?:comment|threadedComment)\s"),
        "trae comentarios: bórrelos antes.",
    ),
    (re.compile(r"^xl/revisions/"), re.compile(b""), "trae el historial de sus cambios: deje de compartir el libro."),
    (re.compile(r"/embeddings/.*\.bin$"), re.compile(b""), INCRUSTADOS),
)
FUERA = re.compile(r"(?:^|/)(?:docProps/thumbnail\.|customXml/)")
# Of every part of XML, what names a person or a machine: tag, and what its attributes say instead
CAMBIOS = {
    "absPath": {"url": ""},
    "person": {"displayName": "Autor", "userId": "", "author": "Autor"},
    "presenceInfo": {"userId": ""},
    "cmAuthor": {"name": "Autor", "initials": ""},
    "author": {"name": "Autor", "initials": "", "userId": ""},
}
ETIQUETAS = abre("Relationship", "Override", "fileSharing", *CAMBIOS)
MARCADO = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}<")  # XML, whatever its name
AUTOR = re.compile(rb"(<(?:\w+:)?author>)[^<]*")


def limpiar_oficina(contenido: bytes) -> bytes:
    """The document without its properties nor who worked on it. Raises `NoSeLimpia`."""
    presupuesto = Presupuesto()
    return _paquete(contenido, presupuesto, partial(_incrustado, presupuesto))


def _paquete(contenido: bytes, presupuesto: Presupuesto, incrustado: Callable[[bytes], bytes]) -> bytes:
    return limpiar_paquete(contenido, partial(_cambiar, incrustado), CONTENIDOS, presupuesto)


def _incrustado(presupuesto: Presupuesto, contenido: bytes) -> bytes:
    """The workbook behind a chart, which holds no other one."""
    if tipo_real(contenido) not in OFICINA.values():
        raise NoSeLimpia(INCRUSTADOS)
    return _paquete(contenido, presupuesto, _ninguno)


def _ninguno(contenido: bytes) -> bytes:
    raise NoSeLimpia(INCRUSTADOS)


def _cambiar(incrustado: Callable[[bytes], bytes], partes: Partes) -> Partes:
    for nombre, contenido in partes.items():
        if porque := next((r for donde, que, r in REPAROS if donde.search(nombre) and que.search(contenido)), ""):
            raise NoSeLimpia(porque)
    quedan = {nombre: contenido for nombre, contenido in partes.items() if not FUERA.search(nombre)}
    limpias = {nombre: _limpia(nombre, contenido, incrustado) for nombre, contenido in quedan.items()}
    return limpias | sin_propiedades(quedan)


def _limpia(nombre: str, contenido: bytes, incrustado: Callable[[bytes], bytes]) -> bytes:
    if "/embeddings/" in nombre or contenido.startswith(ZIP):
        return incrustado(contenido)
    es_texto = nombre.endswith((".xml", ".rels"))
    if es_texto or MARCADO.match(contenido):
        contenido = AUTOR.sub(rb"\1", ETIQUETAS.sub(_etiqueta, contenido))
    return contenido if es_texto else limpiar_figura(nombre, contenido)


def _etiqueta(hallada: re.Match[bytes]) -> bytes:
    """The tag without what it names; nothing of one that leads to what was taken out."""
    nombre, suyos = nombre_de(hallada), atributos(hallada)
    destino = suyos.get("Target", suyos.get("PartName", ""))
    sobra = FUERA.search(destino) and suyos.get("TargetMode") != "External"
    if sobra or nombre == "fileSharing":
        return b""
    de_esta_maquina = {"Target": "Normal.dotm"} if destino.lower().startswith("file:") else {}
    return con_valores(hallada, CAMBIOS.get(nombre, de_esta_maquina))
