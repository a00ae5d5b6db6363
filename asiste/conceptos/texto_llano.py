"""What is typed without the editor, made rich text: paragraphs, lists and tables by their first sign."""

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

SIGNOS = {"ul": re.compile(r"^\s*[-•*]\s+"), "ol": re.compile(r"^\s*\d{1,3}[.)]\s+")}
TITULO = re.compile(r"^(#{1,2})\s+(.*)")


def desde_texto(texto: str) -> str:
    """Clean HTML of a plain text: an empty line parts two paragraphs; «- », «1. », «| », «> » and «# » start theirs."""
    bloques = re.split(r"\n\s*\n", texto.replace("\r\n", "\n").strip())
    return "\n".join(html for bloque in bloques for html in _partes(bloque))


def _partes(bloque: str) -> list[str]:
    lineas = [linea for linea in bloque.split("\n") if linea.strip()]
    return [_parte(clase, list(juntas)) for clase, juntas in groupby(lineas, _clase)]


def _clase(linea: str) -> str:
    if linea.startswith(("|", ">", "#")):
        return linea[0]
    return next((clase for clase, signo in SIGNOS.items() if signo.match(linea)), "p")


def _parte(clase: str, lineas: list[str]) -> str:
    if clase in SIGNOS:
        items = "".join(f"<li><p>{escape(SIGNOS[clase].sub('', linea), quote=False)}</p></li>" for linea in lineas)
        return f"<{clase}>{items}</{clase}>"
    if clase == "|":
        return f"<table><tbody>{''.join(map(_fila, enumerate(lineas)))}</tbody></table>"
    if clase == ">":
        return f"<blockquote><p>{_unidas(linea[1:].strip() for linea in lineas)}</p></blockquote>"
    if clase == "#":
        return "\n".join(_titulo(linea) for linea in lineas)
    return f"<p>{_unidas(lineas)}</p>"


def _unidas(lineas: Iterable[str]) -> str:
    return "<br>".join(escape(linea, quote=False) for linea in lineas)


def _fila(numerada: tuple[int, str]) -> str:
    lugar, linea = numerada
    marca = "td" if lugar else "th"
    celdas = linea.strip().strip("|").split("|")
    return f"<tr>{''.join(f'<{marca}><p>{escape(celda.strip(), quote=False)}</p></{marca}>' for celda in celdas)}</tr>"


def _titulo(linea: str) -> str:
    hallado = TITULO.match(linea)
    if hallado is None:
        return f"<p>{escape(linea, quote=False)}</p>"
    nivel = len(hallado[1]) + 2
    return f"<h{nivel}>{escape(hallado[2], quote=False)}</h{nivel}>"
