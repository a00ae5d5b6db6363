"""Lists that a word processor pastes as paragraphs that start with a sign: made lists again."""

import re
from itertools import groupby
from typing import Any

Nodo = dict[str, Any]
# Word puts the sign, a run of hard spaces and the text
VINETA = re.compile(r"^[·•▪§o\uf0b7\uf0a7\u2013-][ \xa0]*\xa0[ \xa0]*")
NUMERAL = re.compile(r"^\(?(?:\d{1,3}|[a-z])[.)][ \xa0]*\xa0[ \xa0]*")


def con_listas(bloques: list[Nodo]) -> list[Nodo]:
    """The same blocks, each run of such paragraphs as one list."""
    salida: list[Nodo] = []
    for clase, juntos in groupby(bloques, _clase):
        if clase is None:
            salida += juntos
        else:
            items = [[{**bloque, "c": _sin_signo(bloque["c"])}] for bloque in juntos]
            salida.append({"t": "lista", "n": clase == "numeral", "desde": 1, "c": items})
    return salida


def _clase(bloque: Nodo) -> str | None:
    if bloque["t"] != "p":
        return None
    inicio = "".join(trozo["s"] for trozo in bloque["c"])
    if VINETA.match(inicio):
        return "viñeta"
    return "numeral" if NUMERAL.match(inicio) else None


def _sin_signo(trozos: list[Nodo]) -> list[Nodo]:
    """The pieces without the sign and its spaces, that may be in several of them."""
    inicio = "".join(trozo["s"] for trozo in trozos)
    hallado = VINETA.match(inicio) or NUMERAL.match(inicio)
    sobran = hallado.end() if hallado else 0
    quedan = []
    for trozo in trozos:
        quita = min(sobran, len(trozo["s"]))
        sobran -= quita
        if texto := trozo["s"][quita:]:
            quedan.append({**trozo, "s": texto})
    return quedan
