"""What a document of Word, Excel, PowerPoint or OpenDocument says: the text of its parts, without marks."""

import re
from html import unescape

from asiste.documentos.limpieza.base import Partes, Presupuesto, abrir_paquete

CON_TEXTO = re.compile(
    r"^(?:word/(?:document|header\d*|footer\d*|footnotes|endnotes)|xl/(?:sharedStrings|worksheets/[^/]+)"
    r"|ppt/(?:slides|notesSlides)/[^/]+|content|styles)\.xml$"
)
DE_OTRA_PARTE = re.compile(r'<c\b[^<>]*\bt="s"[^<>]*>\s*<v>\d*</v>\s*</c>')  # a cell whose words are in sharedStrings
CORTES = re.compile(
    r"</(?:[wa]:p|text:[ph]|si|c|row|table:table-cell)>|<(?:[wa]:br|w:tab|text:(?:s|tab|line-break))\b[^<>]*>"
)
MARCAS = re.compile(r"<[^<>]*>")
ESPACIOS = re.compile(r"[^\S\n]*\n\s*")


def palabras_de_oficina(contenido: bytes) -> str:
    """The words of its text, header, notes, cells and slides. Raises `NoSeLimpia` when it is broken or locked."""
    return "\n".join(filter(None, map(_texto, _con_texto(abrir_paquete(contenido, Presupuesto())))))


def _con_texto(partes: Partes) -> list[bytes]:
    return [contenido for nombre, contenido in partes.items() if CON_TEXTO.match(nombre)]


def _texto(parte: bytes) -> str:
    escrito = CORTES.sub("\n", DE_OTRA_PARTE.sub("", parte.decode("utf-8", "replace")))
    return ESPACIOS.sub("\n", unescape(MARCAS.sub("", escrito))).strip()
