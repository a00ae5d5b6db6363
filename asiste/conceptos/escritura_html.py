"""A tree written as HTML: always the same string for the same text, one block a line."""

from html import escape
from typing import Any

Nodo = dict[str, Any]
DE_LETRA = {"b": "strong", "i": "em", "u": "u", "s": "s", "sub": "sub", "sup": "sup"}


def escribir(bloques: list[Nodo]) -> str:
    """The blocks as HTML, each on its line."""
    return "\n".join(map(_bloque, bloques))


def _bloque(bloque: Nodo) -> str:
    match bloque["t"]:
        case "titulo":
            return f"<h{bloque['n'] + 2}>{_trozos(bloque['c'])}</h{bloque['n'] + 2}>"
        case "lista":
            return _lista(bloque)
        case "cita":
            return f"<blockquote>{_juntos(bloque['c'])}</blockquote>"
        case "tabla":
            return _tabla(bloque)
        case _:
            return f"<p>{_trozos(bloque['c'])}</p>"


def _lista(lista: Nodo) -> str:
    items = "".join(f"<li>{_juntos(item)}</li>" for item in lista["c"])
    if not lista["n"]:
        return f"<ul>{items}</ul>"
    desde = f' start="{lista["desde"]}"' if lista["desde"] != 1 else ""
    return f"<ol{desde}>{items}</ol>"


def _tabla(tabla: Nodo) -> str:
    filas: list[list[Nodo]] = [[] for _ in range(tabla["filas"])]
    for celda in tabla["c"]:
        filas[celda["y"]].append(celda)
    renglones = "".join(f"<tr>{''.join(map(_celda, fila))}</tr>" for fila in filas)
    return f"<table><tbody>{renglones}</tbody></table>"


def _celda(celda: Nodo) -> str:
    ancho = f' colspan="{celda["ancho"]}"' if celda["ancho"] > 1 else ""
    alto = f' rowspan="{celda["alto"]}"' if celda["alto"] > 1 else ""
    marca = "th" if celda["th"] else "td"
    return f"<{marca}{ancho}{alto}>{_juntos(celda['c']) or '<p></p>'}</{marca}>"


def _juntos(bloques: list[Nodo]) -> str:
    return "".join(map(_bloque, bloques))


def _trozos(trozos: list[Nodo]) -> str:
    return "".join(map(_trozo, trozos))


def _trozo(trozo: Nodo) -> str:
    texto = escape(trozo["s"], quote=False).replace("\n", "<br>")
    for marca in trozo["m"]:
        texto = f"<{DE_LETRA[marca]}>{texto}</{DE_LETRA[marca]}>"
    return f'<a href="{escape(trozo["a"])}">{texto}</a>' if trozo.get("a") else texto
