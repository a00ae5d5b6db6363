"""Two versions of a text side by side, with what only one of them says, and both in one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

PALABRAS = 4_000  # longer texts are compared by lines: comparing grows with the square


@dataclass(frozen=True, slots=True)
class Trozo:
    """A piece of a version; `solo` when the other one does not have it."""

    texto: str
    solo: bool


Cambio = tuple[str, list[Trozo], list[Trozo]]  # of what, and the pieces of before and after


def comparar(una: str, otra: str) -> tuple[list[Trozo], list[Trozo]]:
    """Both versions in pieces, by words."""
    de_una, de_otra = _piezas(una), _piezas(otra)
    if max(len(de_una), len(de_otra)) > PALABRAS:
        de_una, de_otra = una.splitlines(keepends=True), otra.splitlines(keepends=True)
    cambios = SequenceMatcher(None, de_una, de_otra).get_opcodes()
    return (
        _trozos((tipo, de_una[desde:hasta]) for tipo, desde, hasta, _, _ in cambios),
        _trozos((tipo, de_otra[desde:hasta]) for tipo, _, _, desde, hasta in cambios),
    )


def unir(una: str, otra: str) -> str:
    """A text with all the lines of both, in their order: where they differ, those of one and then the other's."""
    de_una, de_otra = una.splitlines(), otra.splitlines()
    unidas: list[str] = []
    for tipo, a, b, c, d in SequenceMatcher(None, de_una, de_otra).get_opcodes():
        unidas += de_una[a:b] if tipo == "equal" else [*de_una[a:b], *de_otra[c:d]]
    return "\n".join(unidas)


def _piezas(texto: str) -> list[str]:
    """Words, signs and the spaces between them."""
    return re.findall(r"\w+|\s+|[^\w\s]", texto)


def _trozos(partes: Iterable[tuple[str, list[str]]]) -> list[Trozo]:
    """The pieces of one side; a space alone between two that differ goes with them."""
    trozos = [Trozo("".join(piezas), tipo != "equal") for tipo, piezas in partes if piezas]
    juntos: list[Trozo] = []
    for lugar, trozo in enumerate(trozos):
        entre_dos = not trozo.texto.strip() and 0 < lugar < len(trozos) - 1
        solo = trozo.solo or entre_dos
        if juntos and juntos[-1].solo == solo:
            juntos[-1] = Trozo(juntos[-1].texto + trozo.texto, solo)
        else:
            juntos.append(Trozo(trozo.texto, solo))
    return juntos
