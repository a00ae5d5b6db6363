"""Spans of time and what they have in common; pure: no database, no clock."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce


@dataclass(frozen=True, slots=True, order=True)
class Intervalo:
    """From `inicia`, included, to `termina`, left out; both know their time zone."""

    inicia: datetime
    termina: datetime


def unir(tramos: Iterable[Intervalo]) -> list[Intervalo]:
    """The same time in order, in spans that neither touch nor overlap."""
    juntos: list[Intervalo] = []
    for tramo in sorted(uno for uno in tramos if uno.inicia < uno.termina):
        if juntos and tramo.inicia <= juntos[-1].termina:
            juntos[-1] = Intervalo(juntos[-1].inicia, max(juntos[-1].termina, tramo.termina))
        else:
            juntos.append(tramo)
    return juntos


def quitar(libres: Iterable[Intervalo], ocupados: Iterable[Intervalo]) -> list[Intervalo]:
    """What is left of some spans without others."""
    quedan = unir(libres)
    for ocupado in unir(ocupados):
        quedan = [trozo for libre in quedan for trozo in _sin(libre, ocupado)]
    return quedan


def _sin(libre: Intervalo, ocupado: Intervalo) -> Iterator[Intervalo]:
    """What one span leaves of another: the piece before it and the piece after it."""
    antes = Intervalo(libre.inicia, min(libre.termina, ocupado.inicia))
    despues = Intervalo(max(libre.inicia, ocupado.termina), libre.termina)
    yield from (trozo for trozo in (antes, despues) if trozo.inicia < trozo.termina)


def comunes(de_cada_uno: Sequence[Sequence[Intervalo]]) -> list[Intervalo]:
    """The time that is in all the lists; none when there are no lists."""
    if not de_cada_uno:
        return []
    return reduce(_en_ambas, de_cada_uno[1:], unir(de_cada_uno[0]))


def _en_ambas(unos: list[Intervalo], otros: Sequence[Intervalo]) -> list[Intervalo]:
    cruces = (Intervalo(max(a.inicia, b.inicia), min(a.termina, b.termina)) for a in unos for b in otros)
    return unir(cruces)


def partir(libres: Iterable[Intervalo], duracion: timedelta, desde: datetime, paso: timedelta) -> Iterator[Intervalo]:
    """Gaps of that length that follow one another inside the spans, from `desde` on, each one starting on a step.

    Steps are counted from midnight of the zone in which each span is told.
    """
    for libre in libres:
        inicia = al_paso(max(libre.inicia, desde.astimezone(libre.inicia.tzinfo)), paso)
        while inicia + duracion <= libre.termina:
            yield Intervalo(inicia, inicia + duracion)
            inicia = al_paso(inicia + duracion, paso)


def al_paso(momento: datetime, paso: timedelta) -> datetime:
    """The moment itself if it is on a step; otherwise the first step after it."""
    medianoche = momento.replace(hour=0, minute=0, second=0, microsecond=0)
    return medianoche - (medianoche - momento) // paso * paso
