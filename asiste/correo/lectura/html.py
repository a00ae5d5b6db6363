"""Readable text out of the HTML of a mail, without asking the network for anything and in bounded time."""

import re
from collections.abc import Mapping
from html import unescape
from itertools import chain

from inscriptis import get_text
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_properties import Display
from inscriptis.model.canvas import Canvas
from inscriptis.model.config import ParserConfig
from inscriptis.model.html_document_state import HtmlDocumentState
from inscriptis.model.html_element import HtmlElement
from inscriptis.model.table import TableCell
from inscriptis.model.tag import CustomHtmlTagHandlerMapping

MAXIMO_MARCAS = 100_000
MAXIMO_NIVELES = 200

_INSTRUCCION = re.compile(r"<\?[^<>]*>")
_ETIQUETA = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
# Tags that don't nest, and how many levels of the tree the others open when it is not one.
_SIN_NIVEL = {"p", "li", "td", "tr", "th", "tbody", "br", "img", "hr", "meta", "link", "input", "col", "wbr", "option"}
_NIVELES = {"table": 4, "ul": 4, "ol": 4}
_OCULTO = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MARCA = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]*)")
_SIN_TEXTO = {"script", "style", "head", "title", "iframe", "object", "template"}
_EN_BLOQUE = {"p", "div", "br", "tr", "li", "table", "blockquote", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"}


def html_a_texto(html: str) -> str:
    """Visible text of a mail in HTML; scripts, styles and frames never show.

    What is too deep or too big for the careful conversion loses its layout, never its words.
    """
    # Outlook's <?xml:namespace?> swallows the text behind it; a bare &amp; would be unescaped twice.
    limpio = _INSTRUCCION.sub("", html.replace("\x00", "")).replace("&amp;", "&amp;amp;")
    if _demasiado_complejo(limpio):
        return _quitar_marcas(html)
    try:
        texto = str(get_text(limpio, _configuracion()))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, SyntaxError):
        texto = ""
    return texto if texto.strip() else _quitar_marcas(html)


def _demasiado_complejo(html: str) -> bool:
    """More tags or more levels than the tree parser takes: past 256 levels it drops the text in silence."""
    if html.count("<") > MAXIMO_MARCAS:
        return True
    nivel = 0
    for cierre, marca, resto in _ETIQUETA.findall(html):
        nombre = marca.lower()
        if resto.endswith("/") or nombre in _SIN_NIVEL:
            continue
        nivel = max(nivel + _NIVELES.get(nombre, 1) * (-1 if cierre else 1), 0)
        if nivel > MAXIMO_NIVELES:
            return True
    return False


def _configuracion() -> ParserConfig:
    """Fresh settings for one conversion: the library writes on the `body` entry, so it can't be shared by threads."""
    estilos = dict(CSS_PROFILES["strict"])
    estilos["body"] = HtmlElement(display=Display.inline)
    estilos["ul"] = estilos["ol"] = HtmlElement(display=Display.block, padding_inline=2)
    for marca in ("iframe", "object", "template"):
        estilos[marca] = HtmlElement(display=Display.none)
    propias = CustomHtmlTagHandlerMapping(start_tag_mapping={"table": _abrir_tabla}, end_tag_mapping={})
    configuracion = ParserConfig(css=estilos, custom_html_tag_handler_mapping=propias)
    # Of the sender's styles only «hidden» counts: margins and paddings can ask for gigabytes of blanks.
    configuracion.attribute_handler.attribute_mapping = {"style": _aplicar_oculto}
    return configuracion


def _aplicar_oculto(estilo: str, elemento: HtmlElement) -> None:
    if _OCULTO.search(estilo):
        elemento.display = Display.none


def _abrir_tabla(estado: HtmlDocumentState, _atributos: Mapping[str, str]) -> None:
    estado.tags[-1].set_canvas(Canvas())
    estado.current_table.append(_TablaLlana())


class _TablaLlana:
    """A table without column padding, which a hostile cell could turn into gigabytes."""

    def __init__(self) -> None:
        self.filas: list[list[TableCell]] = []

    def add_row(self) -> None:
        self.filas.append([])

    def add_cell(self, celda: TableCell) -> None:
        if not self.filas:
            self.add_row()
        self.filas[-1].append(celda)

    def get_text(self) -> str:
        return "\n".join(_texto_de_fila(fila) for fila in self.filas) + "\n"

    def get_annotations(self, _inicio: int, _margen: int) -> list[object]:
        return []


def _texto_de_fila(fila: list[TableCell]) -> str:
    """Data cells go on one line; cells with several paragraphs are page layout and go one under another."""
    celdas: list[list[str]] = []
    for celda in fila:
        celda.normalize_blocks()
        lineas = [linea.strip() for linea in celda.blocks]
        if any(lineas):
            celdas.append(lineas)
    if len(celdas) == 1 or any(len(lineas) > 5 for lineas in celdas):
        return "\n".join(chain.from_iterable(celdas))
    return " | ".join(" ".join(linea for linea in lineas if linea) for lineas in celdas)


def _quitar_marcas(html: str) -> str:
    """Words of an HTML text without building any tree: linear in time whatever comes."""
    salida: list[str] = []
    callado = ""
    primero, *trozos = html.split("<")
    salida.append(primero)
    for trozo in trozos:
        marca, cierre, texto = trozo.partition(">")
        encontrada = _MARCA.match(marca)
        if not encontrada:
            if not callado and not marca.startswith(("!", "?")):
                salida.append("<" + trozo)
            elif not callado and cierre:
                salida.append(texto)
            continue
        nombre = encontrada.group(1).lower()
        if callado:
            callado = "" if marca.startswith("/") and nombre == callado else callado
        elif nombre in _SIN_TEXTO and not marca.startswith("/"):
            callado = nombre
        if not callado:
            salida.append(("\n" if nombre in _EN_BLOQUE else "") + texto)
    return unescape("".join(salida))
