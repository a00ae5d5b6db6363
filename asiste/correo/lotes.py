"""Lots: how many messages are received at a stretch."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

LOTE = 250  # messages of one transaction: some second; what is read for each lot weighs less on each message
MAXIMO = 20_000_000  # bytes: of what weighs more, fewer
Uno = TypeVar("Uno")


def en_lotes(mensajes: Iterable[Uno], tamano: Callable[[Uno], int]) -> Iterator[list[Uno]]:
    """The messages in their order, `LOTE` at a time, or as many as weigh `MAXIMO`."""
    lote: list[Uno] = []
    peso = 0
    for mensaje in mensajes:
        lote.append(mensaje)
        peso += tamano(mensaje)
        if len(lote) == LOTE or peso >= MAXIMO:
            yield lote
            lote, peso = [], 0
    if lote:
        yield lote
