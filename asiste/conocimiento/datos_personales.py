"""Personal data that a text may tell: identity cards, mails, telephones and addresses of Colombia.

It proposes, and a person decides: it would rather ask too much than leave one in. A NIT is not of a person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

# Spaces are counted: an expression that takes any number of them is quadratic over a text of nothing else.
NUMERO = r"(?:n[uú]mero|n[.°ºo]{0,2}\.?|#|:)?\s{0,4}"
CON_PUNTOS = r"\d{1,3}(?:[.,' ]\d{3}){2,3}"
VIA = (
    r"(?:calle|cll?|carrera|cra|kra|cr|kr|avenida(?:\s{1,4}(?:calle|carrera))?|av|ac|ak|diagonal|diag|dg"
    r"|transversal|trans|tv)"
)
LADO = r"(?:\s{1,4}(?:sur|este|norte|oeste|bis)){0,3}"


@dataclass(frozen=True, slots=True)
class Hallazgo:
    """Something that looks like a personal datum, and where it is in the text."""

    clase: str
    texto: str
    inicio: int
    fin: int


def _patron(expresion: str) -> re.Pattern[str]:
    return re.compile(expresion, re.IGNORECASE)


# Of each kind, how it is written; the group is the datum. What comes first wins where two see the same.
PATRONES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("correo", _patron(r"(?<![\w.+-])([\w.+-]+@(?:[\w-]+\.)+[a-z]{2,})")),
    (
        "cedula",
        _patron(
            r"\b(?:c\.?\s?c\.?|c\.?\s?e\.?|t\.?\s?i\.?|c[eé]dulas?(?:\s{1,4}de\s{1,4}(?:ciudadan[ií]a|extranjer[ií]a))?"
            r"|documento(?:\s{1,4}de\s{1,4}identidad)?|identificad[oa]s?\s{1,4}con)\s{0,4}"
            + NUMERO
            + rf"({CON_PUNTOS}|\d{{1,3}}[.,]\d{{3}}|\d{{5,11}})(?!\d)"
        ),
    ),
    (
        "telefono",
        _patron(r"(?<![\d.-])((?:\+?57[\s.-]?)?3\d{2}[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2})(?![\d.-]{0,20}\d)"),
    ),
    (
        "telefono",
        _patron(r"(?<![\d.-])((?:\+?57[\s.-]?)?\(?60[1-8]\)?[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2})(?![\d.-]{0,20}\d)"),
    ),
    (
        "telefono",
        _patron(
            r"\b(?:tel[eé]fonos?|tel|tel[eé]f|fijo|pbx|conmutador|celular|cel|m[oó]vil|whatsapp)\b\.?\s{0,4}"
            + NUMERO
            + r"(\(?\d{1,3}\)?[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}|\d{3}[\s.-]?\d{2}[\s.-]?\d{2})(?!\d)"
        ),
    ),
    (
        "cedula",
        _patron(rf"(?<![\d.,$-])({CON_PUNTOS})(?![\d-]|[.,]\d|\s{{0,4}}(?:de\s{{1,4}})?(?:pesos|d[oó]lares|%|m/?cte))"),
    ),
    (
        "cedula",
        _patron(
            r"(?<![\d.,/$-])(1[01]\d{8}|(?!19\d{6}|20\d{6})[1-9]\d{7})(?![\d/-]|[.,]\d|\s{0,4}(?:pesos|d[oó]lares))"
        ),
    ),
    (
        "direccion",
        _patron(
            rf"\b({VIA}\.?\s{{0,4}}\d{{1,3}}\s?[a-z]{{0,2}}{LADO}\s{{0,4}}(?:#|n[.°ºo]{{1,2}}\.?|n[uú]mero)?\s{{0,4}}\d{{1,3}}\s?[a-z]?{LADO}\s{{0,4}}[-–]\s{{0,4}}\d{{1,3}})\b"
        ),
    ),
)
# What goes just before a figure that is nobody's card
AJENO = re.compile(
    r"(?:\bnit\.?|\bnits|\brut|\bradicad[oa]s?|\bexpediente|\$|\bcop)\s{0,4}(?:n[uú]mero|n[.°ºo]{0,2}\.?|:|#)?\s{0,4}$",
    re.IGNORECASE,
)
ANTES = 30  # characters that are looked at


def buscar(texto: str) -> list[Hallazgo]:
    """What looks like a personal datum, in the order of the text; two never overlap."""
    hallados: list[Hallazgo] = []
    for uno in chain.from_iterable(_de_una_clase(clase, patron, texto) for clase, patron in PATRONES):
        if all(uno.fin <= otro.inicio or uno.inicio >= otro.fin for otro in hallados):
            hallados.append(uno)
    return sorted(hallados, key=lambda uno: uno.inicio)


def _de_una_clase(clase: str, patron: re.Pattern[str], texto: str) -> Iterator[Hallazgo]:
    for halla in patron.finditer(texto):
        inicio, fin = halla.span(1)
        if clase != "cedula" or not AJENO.search(texto[max(0, inicio - ANTES) : inicio]):
            yield Hallazgo(clase, halla[1], inicio, fin)
