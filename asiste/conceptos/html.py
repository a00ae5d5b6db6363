"""The rich text of a section: cleaned, without its format, and as the tree that the PDF sets.

It is read into a tree of a bounded depth and written again, one block a line, so that the same text is always the same
string, whichever editor wrote it. nh3, that takes quadratic time on deep trees, has the last word on what may pass.
"""

from typing import Any

import nh3

from asiste.conceptos.arbol import leer
from asiste.conceptos.escritura_html import escribir
from asiste.conceptos.listas_de_word import con_listas
from asiste.conceptos.marcado import bien_cerrado

LARGO = 200_000  # characters of a section
_CELDA = {"colspan", "rowspan"}
_LIMPIADOR = nh3.Cleaner(
    tags={
        *("p", "br", "h3", "h4", "blockquote", "ul", "ol", "li", "strong", "em", "u", "s", "sub", "sup", "a"),
        *("table", "tbody", "tr", "th", "td"),
    },
    attributes={"a": {"href"}, "ol": {"start"}, "th": _CELDA, "td": _CELDA},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def limpiar(html: str) -> str:
    """The same text with nothing but what a concept may hold; empty when it says nothing."""
    nuestro = escribir(con_listas(leer(bien_cerrado(html))))
    return escribir(leer(_LIMPIADOR.clean(nuestro)))


def para_pdf(html: str) -> list[dict[str, Any]]:
    """The clean text as a tree of plain data, that the template of the PDF sets: never markup."""
    return leer(html)


def sin_formato(html: str) -> str:
    """The words of a clean text, a line for each paragraph, item and row: what `desde_texto` reads."""
    return "\n\n".join(_en_lineas(bloque) for bloque in leer(html))


def _en_lineas(bloque: dict[str, Any], sangria: str = "") -> str:
    match bloque["t"]:
        case "lista":
            return "\n".join(_item(bloque, lugar, item, sangria) for lugar, item in enumerate(bloque["c"]))
        case "tabla":
            return "\n".join(_renglon(fila) for fila in _filas(bloque))
        case "cita":
            return "\n".join(f"> {_en_lineas(uno)}" for uno in bloque["c"])
        case "titulo":
            return f"{'#' * bloque['n']} {_palabras(bloque['c'])}"
        case _:
            return sangria + _palabras(bloque["c"])


def _item(lista: dict[str, Any], lugar: int, item: list[dict[str, Any]], sangria: str) -> str:
    signo = f"{lista['desde'] + lugar}." if lista["n"] else "-"
    primero, *resto = item or [{"t": "p", "c": []}]
    lineas = [f"{sangria}{signo} {_en_lineas(primero).lstrip()}"]
    return "\n".join([*lineas, *(_en_lineas(uno, sangria + "  ") for uno in resto)])


def _renglon(celdas: list[dict[str, Any]]) -> str:
    return "| " + " | ".join(" ".join(_en_lineas(uno) for uno in celda["c"]).replace("\n", " ") for celda in celdas)


def _filas(tabla: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [[celda for celda in tabla["c"] if celda["y"] == y] for y in range(tabla["filas"])]


def _palabras(trozos: list[dict[str, Any]]) -> str:
    return "".join(trozo["s"] for trozo in trozos).replace("\n", " ").strip()
