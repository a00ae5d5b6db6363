"""The search of the bank: words by their stems, with synonyms; all of them, else most, else any.

What was tried, and how well each thing finds, is in docs/busqueda.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import SearchRank
from django.db.models import Case, Expression, F, FloatField, IntegerField, Q, Value, When
from django.db.models.functions import Cast

from asiste.conocimiento.equivalencias import Pedida, al_menos_dos, corregir, expandir, frase
from asiste.conocimiento.models import Publicacion, PublicacionQuerySet
from asiste.conocimiento.palabras import Dicho, entender

BASTAN = 10  # publications that make it needless to look for less
PESOS = (0.1, 0.2, 0.6, 1.0)  # of no field, of the text, of the summary, and of the title and number
CON_TODAS = 0.5  # added to what has all the words
NO_RIGE = 0.5  # of what it would have if it were in force
PRIMERO = 100_000_000  # relevance of a number that was asked
ESCALA = 1_000_000  # relevance is a whole number, so that pages can be marked with it
ENTEROS = 20  # publications that a number may be of


@dataclass(frozen=True, slots=True)
class Consulta:
    """A search already understood: what must match, what all of it would be, and the publications it names."""

    pedida: Pedida | None
    todas: Pedida | None
    nombradas: tuple[int, ...] = ()

    def estricta(self) -> "Consulta":
        """The same, with no less than all of it: for what goes by date, where nobody sees how near each one is."""
        return replace(self, pedida=self.todas)

    def aplicar(self, entre: PublicacionQuerySet) -> PublicacionQuerySet:
        """Those among `entre` that match, with their `relevancia`, the most relevant and newest first."""
        if self.pedida is None:
            return entre.annotate(relevancia=Value(0)).order_by("-fecha", "-id")
        cuales = Q(buscable=self.pedida)
        if self.nombradas:
            cuales |= Q(pk__in=self.nombradas)
        medida = self._relevancia(self.pedida)
        return entre.filter(cuales).annotate(relevancia=medida).order_by("-relevancia", "-fecha", "-id")

    def _relevancia(self, pedida: Pedida) -> Expression:
        """How much of it each one has, and where; less when it is not in force, and first of all when it was named."""
        parecido = SearchRank(F("buscable"), pedida, weights=list(PESOS), normalization=Value(1))
        entera = Case(When(buscable=self.todas, then=Value(CON_TODAS)), default=0.0, output_field=FloatField())
        rige = Case(When(estado=Publicacion.Estado.VIGENTE, then=Value(1.0)), default=NO_RIGE)
        medida = Cast((parecido + entera) * rige * Value(float(ESCALA)), IntegerField())
        if not self.nombradas:
            return medida
        nombrada = Case(When(pk__in=self.nombradas, then=Value(PRIMERO)), default=0)
        return Cast(medida + nombrada, IntegerField())


def buscar(consulta: str, entre: PublicacionQuerySet) -> PublicacionQuerySet:
    """Publications among `entre` for what somebody typed, with their `relevancia`, best first; empty gives them all.

    Disposición: 7.1.3-banco-conceptos.
    """
    return leer(consulta).aplicar(entre)


def leer(consulta: str) -> Consulta:
    """Understands a search once, to apply it to as many sets as needed."""
    dicho = entender(consulta)
    if not dicho.palabras and not dicho.frases:
        return Consulta(None, None)
    visibles = Publicacion.objects.visibles()
    nombradas = _nombradas(dicho, visibles)
    grupos = _grupos(dicho.palabras, dicho.frases)
    todas = reduce(and_, grupos)
    exacta = nombradas and (dicho.completos or dicho.solo_un_numero)
    if not exacta and not _hay(visibles, todas, BASTAN):
        if corregidas := _corregidas(dicho.palabras, visibles):
            grupos = _grupos(corregidas, dicho.frases)
            todas = reduce(and_, grupos)
        return Consulta(_menos_estricta(grupos, len(dicho.frases), visibles), todas, nombradas)
    return Consulta(todas, todas, nombradas)


def _grupos(palabras: Sequence[str], frases: Sequence[str]) -> list[Pedida]:
    """What must be there; phrases first."""
    return [*(frase(una) for una in frases), *(expandir(palabras) if palabras else [])]


def _menos_estricta(grupos: list[Pedida], frases: int, visibles: PublicacionQuerySet) -> Pedida:
    """The strictest way of asking that gives enough; a phrase in quotes is never given up."""
    fijas, sueltas = grupos[:frases], grupos[frases:]
    if not sueltas:
        return reduce(and_, fijas)
    con_dos = reduce(and_, [*fijas, al_menos_dos(sueltas)])
    return con_dos if _hay(visibles, con_dos, BASTAN) else reduce(and_, fijas or [reduce(or_, sueltas)])


def _hay(visibles: PublicacionQuerySet, pedida: Pedida, cuantas: int) -> bool:
    return visibles.filter(buscable=pedida).order_by().values("pk")[:cuantas].count() >= cuantas


def _nombradas(dicho: Dicho, visibles: PublicacionQuerySet) -> tuple[int, ...]:
    """Publications whose number was typed whole, or concepts whose number was typed short."""
    completos = [Q(numero__endswith=final) for final in dicho.completos]
    cortos = [Q(numero__endswith=final, clase=Publicacion.Clase.CONCEPTO) for final in dicho.cortos]
    if not completos and not cortos:
        return ()
    cual = reduce(or_, [*completos, *cortos])
    return tuple(visibles.filter(cual).order_by("-fecha", "-id").values_list("pk", flat=True)[:ENTEROS])


def _corregidas(palabras: Sequence[str], visibles: PublicacionQuerySet) -> list[str]:
    """The words with the unknown ones corrected; nothing when all are known or none can be."""
    desconocidas = [una for una in palabras if not _hay(visibles, reduce(or_, expandir([una])), 1)]
    otras = corregir(desconocidas)
    return [otras.get(una, una) for una in palabras] if otras else []
