"""The HTML of a stranger, read by any parser in linear time: every tag closed, comments and declarations out."""

import re
from collections.abc import Iterator

MARCA = re.compile(r"(/?[a-z][a-z0-9:]*)(?=[\s/]|\Z)", re.IGNORECASE)
LARGA = 4_000  # characters of a tag: longer ones lose their attributes


def bien_cerrado(html: str) -> str:
    """The same text and tags; a loose «<» is text."""
    return "".join(_trozos(html.replace("\x00", "")))


def _trozos(html: str) -> Iterator[str]:
    primero, *trozos = html.split("<")
    yield primero
    en_comentario = False
    for trozo in trozos:
        if en_comentario or trozo.startswith("!--"):
            _, fin, resto = trozo.partition("-->")
            en_comentario = not fin
            yield resto
            continue
        marca, cierre, texto = trozo.partition(">")
        nombre = MARCA.match(marca)
        if nombre and cierre:
            yield f"<{marca if len(marca) < LARGA else nombre[1]}>{texto}"
        else:
            yield texto if cierre and marca.startswith(("!", "?")) else f"&lt;{trozo}"
