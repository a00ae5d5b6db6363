"""Words of a search as the documents say them: with their synonyms, and without slips of the keyboard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery
from django.db import connection
from django.db.models import Case, F, IntegerField, TextField, Value, When
from django.db.models.functions import Cast

from asiste.conocimiento.llano import llano
from asiste.conocimiento.models import Sinonimo
from asiste.conocimiento.palabras import comienzo

CONFIGURACION = "asiste_es"
JUNTAS = 4  # words that a synonym may have
CORTA = 4  # letters of a word that is not corrected
PARECIDO = 0.42  # how alike two words must be to be the same one with a slip
Pedida = SearchQuery | CombinedSearchQuery
# Words of the latest titles: enough to know how the matters of the bank are written
VOCABULARIO = """
WITH titulos AS (SELECT titulo || ' ' || resumen AS dicho FROM conocimiento_publicacion ORDER BY id DESC LIMIT 2000),
conocidas AS (
  SELECT DISTINCT unnest(regexp_split_to_array(lower(unaccent(dicho)), '[^a-z0-9]+')) AS palabra FROM titulos
  UNION SELECT lower(unaccent(palabra)) FROM conocimiento_sinonimo
)
SELECT DISTINCT ON (escrita) escrita, palabra FROM unnest(%s::text[]) AS escrita CROSS JOIN conocidas
WHERE length(palabra) > 3 AND similarity(escrita, palabra) >= %s
ORDER BY escrita, similarity(escrita, palabra) DESC, palabra
"""


@dataclass(frozen=True, slots=True)
class Tramo:
    """Some words in a row, from `desde`."""

    desde: int
    palabras: tuple[str, ...]

    @property
    def texto(self) -> str:
        """As they were written."""
        return " ".join(self.palabras)

    @property
    def lugares(self) -> set[int]:
        """Places that they take."""
        return set(range(self.desde, self.desde + len(self.palabras)))


def expandir(palabras: Sequence[str]) -> list[Pedida]:
    """What to look for in place of each word, or of several in a row that have a synonym. One query."""
    tramos = list(_tramos(palabras))
    hallados = _sinonimos(tramos)
    tomados: set[int] = set()
    grupos: list[tuple[int, Pedida]] = []
    for puesto, tramo in enumerate(tramos):
        if tramo.lugares & tomados or (len(tramo.palabras) > 1 and puesto not in hallados):
            continue
        tomados |= tramo.lugares
        grupo = palabra(tramo.texto)
        for otra in hallados.get(puesto, []):
            grupo |= frase(otra)
        grupos.append((tramo.desde, grupo))
    return [grupo for _, grupo in sorted(grupos, key=lambda par: par[0])]


def corregir(palabras: Sequence[str]) -> dict[str, str]:
    """The word of the bank that each one may be, for those that are like one. One query."""
    largas = {llano(una): una for una in palabras if len(una) >= CORTA and una.isalpha()}
    if not largas:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(VOCABULARIO, [list(largas), PARECIDO])
        return {largas[escrita]: otra for escrita, otra in cursor.fetchall() if escrita != otra}


def al_menos_dos(grupos: Sequence[Pedida]) -> Pedida:
    """Two of them or more; the only one when there is one."""
    if len(grupos) == 1:
        return grupos[0]
    pares = [uno & reduce(or_, grupos[puesto + 1 :]) for puesto, uno in enumerate(grupos[:-1])]
    return reduce(or_, pares)


def palabra(texto: str) -> Pedida:
    """All its words, wherever they are; a verb finds also its noun, and a noun its verb."""
    comun = comienzo(texto)
    return _llana(texto) | que_empiece(comun) if comun else _llana(texto)


def frase(texto: str) -> Pedida:
    """Its words in a row."""
    return SearchQuery(texto, config=CONFIGURACION, search_type="phrase") if " " in texto.strip() else palabra(texto)


def que_empiece(comun: str) -> SearchQuery:
    """Words that begin so, whatever signs there are in it: in a raw query a quotation mark is syntax."""
    entero = comun.replace("\\", "\\\\").replace("'", "''")
    return SearchQuery(f"'{entero}':*", config="simple", search_type="raw")


def _llana(texto: str) -> SearchQuery:
    return SearchQuery(texto, config=CONFIGURACION, search_type="plain")


def _tramos(palabras: Sequence[str]) -> Iterator[Tramo]:
    """The longest first."""
    for cuantas in range(min(JUNTAS, len(palabras)), 0, -1):
        for desde in range(len(palabras) - cuantas + 1):
            yield Tramo(desde, tuple(palabras[desde : desde + cuantas]))


def _sinonimos(tramos: Sequence[Tramo]) -> dict[int, list[str]]:
    """What each stretch is called in the documents, by its place. They are compared by their stems."""
    raices = [Cast(_llana(tramo.texto), TextField()) for tramo in tramos]
    cual = Case(
        *(When(raiz=raiz, then=Value(puesto)) for puesto, raiz in enumerate(raices)), output_field=IntegerField()
    )
    suya = Cast(SearchQuery(F("palabra"), config=CONFIGURACION, search_type="plain"), TextField())
    filas = Sinonimo.objects.annotate(raiz=suya).exclude(raiz="").filter(raiz__in=raices).annotate(cual=cual)
    hallados: dict[int, list[str]] = {}
    for puesto, equivale in filas.order_by("id").values_list("cual", "equivale"):
        hallados.setdefault(puesto, []).append(equivale)
    return hallados
