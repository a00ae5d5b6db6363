"""The words of a request that tell what it is about: those that it repeats and that few publications have."""

from dataclasses import dataclass
from math import log, sqrt

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection
from django.db.models import F, Value

from asiste.conocimiento.equivalencias import CONFIGURACION
from asiste.conocimiento.models import Sinonimo
from asiste.conocimiento.palabras import vacias

COMIENZO = 3_000  # characters of a request that are read
CUANTOS = 9  # words that are looked for
DE_MAS = 4  # synonyms besides them
DEL_ASUNTO = 2.5  # what a word of the subject weighs, compared with one of the text
VECES = 4  # that a word counts at most
RARA = 0.0015  # share of the bank that has a word of which the database keeps no figure
# How common each word is comes from the statistics that the database keeps of the column, as of its last analysis
DICHAS = """
WITH dichas AS (
  SELECT lexeme, cardinality(positions) AS veces, 'A' = ANY(weights) AS del_asunto
  FROM unnest(
    setweight(to_tsvector('asiste_es', %(asunto)s), 'A') || setweight(to_tsvector('asiste_es', %(texto)s), 'C')
  ) WHERE lexeme <> ALL(tsvector_to_array(to_tsvector('asiste_es', %(vacias)s)))
), comunes AS (
  SELECT * FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS una(palabra, frecuencia)
  WHERE schemaname = current_schema() AND tablename = 'conocimiento_publicacion' AND attname = 'buscable'
)
SELECT lexeme, veces, del_asunto, coalesce(frecuencia, 0) FROM dichas LEFT JOIN comunes ON palabra = lexeme
"""


@dataclass(frozen=True, slots=True)
class Termino:
    """A stem of the request and how much it tells."""

    raiz: str
    peso: float


def terminos(asunto: str, texto: str) -> list[Termino]:
    """The stems that tell the most, first. One query."""
    que_no_dicen = " ".join(sorted(vacias("lengua", "pregunta", "solicitud")))
    with connection.cursor() as cursor:
        cursor.execute(DICHAS, {"asunto": asunto, "texto": texto[:COMIENZO], "vacias": que_no_dicen})
        filas = cursor.fetchall()
    hallados = [
        Termino(raiz, _peso(veces, del_asunto, frecuencia))
        for raiz, veces, del_asunto, frecuencia in filas
        if raiz.isalpha() and len(raiz) > 1
    ]
    return sorted(hallados, key=lambda uno: (-uno.peso, uno.raiz))[:CUANTOS]


def sinonimos(asunto: str, texto: str) -> list[str]:
    """How the documents call some of what it says. One query."""
    dicho = SearchVector(Value(f"{asunto} {texto[:COMIENZO]}"), config=CONFIGURACION)
    palabra = SearchQuery(F("palabra"), config=CONFIGURACION, search_type="phrase")
    filas = Sinonimo.objects.alias(dicho=dicho).filter(dicho=palabra)
    return list(dict.fromkeys(filas.order_by("id").values_list("equivale", flat=True)))[:DE_MAS]


def _peso(veces: int, del_asunto: bool, frecuencia: float) -> float:
    return sqrt(min(veces, VECES)) * (DEL_ASUNTO if del_asunto else 1) * log(1 / (frecuencia or RARA))
