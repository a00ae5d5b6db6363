"""Ways of searching the bank that were tried, from the plainest, to be measured with the judged queries."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector, TrigramWordSimilarity
from django.db.models import F, Func

from asiste.conocimiento import busqueda, equivalencias, palabras
from asiste.conocimiento.busqueda import buscar
from asiste.conocimiento.models import Publicacion, PublicacionQuerySet

DIEZ = 10
Buscador = Callable[[str], Sequence[Publicacion]]
Cambio = AbstractContextManager[Any]
SIN_SINONIMOS: Cambio = patch.object(equivalencias, "_sinonimos", lambda tramos: {})
SIN_CORREGIR: Cambio = patch.object(busqueda, "corregir", lambda escritas: {})
SIN_VACIAS: Cambio = patch.object(palabras, "vacias", lambda *clases: frozenset())
PESOS_DE_FABRICA: Cambio = patch.object(busqueda, "PESOS", (0.1, 0.2, 0.4, 1.0))
SIN_PREMIO: Cambio = patch.object(busqueda, "CON_TODAS", 0.0)
SIN_FAMILIA: Cambio = patch.object(equivalencias, "comienzo", lambda palabra: "")
POCAS: Cambio = patch.object(busqueda, "BASTAN", 5)
SIN_ESTADO: Cambio = patch.object(busqueda, "NO_RIGE", 1.0)


def tal_cual(consulta: str) -> Sequence[Publicacion]:
    """All the words as they were typed, accents and endings too."""
    vector = SearchVector("titulo", "resumen", "texto", config="simple")
    pedida = SearchQuery(consulta, config="simple")
    return _mejores(Publicacion.objects.annotate(todo=vector).filter(todo=pedida), SearchRank(F("todo"), pedida))


def raices(consulta: str) -> Sequence[Publicacion]:
    """All the words by their stems."""
    pedida = SearchQuery(consulta, config="asiste_es", search_type="websearch")
    return _mejores(Publicacion.objects.filter(buscable=pedida), SearchRank(F("buscable"), pedida))


def trigramas(consulta: str) -> Sequence[Publicacion]:
    """Groups of three letters in common with the title, and nothing else."""
    return _mejores(Publicacion.objects.all(), TrigramWordSimilarity(consulta, "titulo"))


def nuestra(consulta: str) -> Sequence[Publicacion]:
    """The search of the bank."""
    return list(buscar(consulta, Publicacion.objects.visibles())[:DIEZ])


BASE: list[Cambio] = [SIN_FAMILIA, POCAS, PESOS_DE_FABRICA, SIN_PREMIO, SIN_ESTADO]
INTENTOS: list[tuple[str, Buscador, Sequence[Cambio]]] = [
    ("Words as typed, all of them", tal_cual, []),
    ("Trigrams of the title only", trigramas, []),
    ("Stems without accents, all the words", raices, []),
    ("Stems; all, else two, else any", nuestra, [*BASE, SIN_SINONIMOS, SIN_CORREGIR, SIN_VACIAS]),
    ("+ words of a question left out", nuestra, [*BASE, SIN_SINONIMOS, SIN_CORREGIR]),
    ("+ synonyms", nuestra, [*BASE, SIN_CORREGIR]),
    ("+ slips corrected by trigrams", nuestra, BASE),
    ("+ what is in force first", nuestra, BASE[:-1]),
    ("+ weights and a prize for having all", nuestra, BASE[:2]),
    ("+ a verb finds its noun", nuestra, [POCAS]),
    ("+ ten are enough, not five: as it is", nuestra, []),
    ("As it is, without synonyms", nuestra, [SIN_SINONIMOS]),
    ("As it is, without correction of slips", nuestra, [SIN_CORREGIR]),
]


def intentos() -> Iterator[tuple[str, Buscador]]:
    """Each one, while it is the turn of it."""
    for nombre, buscador, cambios in INTENTOS:
        with _con(cambios):
            yield nombre, buscador


@contextmanager
def _con(cambios: Sequence[Cambio]) -> Iterator[None]:
    with ExitStack() as pila:
        for cambio in cambios:
            pila.enter_context(cambio)
        yield


def _mejores(encontradas: PublicacionQuerySet, medida: Func) -> list[Publicacion]:
    return list(encontradas.annotate(medida=medida).order_by("-medida", "-fecha", "-id")[:DIEZ])
