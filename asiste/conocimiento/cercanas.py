"""Publications close to one: the same topics, and words in common with its title."""

import re

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from asiste.conocimiento.equivalencias import CONFIGURACION
from asiste.conocimiento.models import Publicacion

CANDIDATAS = 300  # the latest of its topics, which are compared
CUANTAS = 5


def cercanas(publicacion: Publicacion) -> list[Publicacion]:
    """The closest ones in force, the closest first. Two queries, whatever the size of the bank."""
    palabras = " or ".join(re.findall(r"\w{4,}", publicacion.titulo))
    pedida = SearchQuery(palabras, config=CONFIGURACION, search_type="websearch")
    entre = Publicacion.objects.filter(estado=Publicacion.Estado.VIGENTE).exclude(pk=publicacion.pk)
    temas = Publicacion.temas.through.objects.filter(publicacion=publicacion).values("tema")
    de_sus_temas = Publicacion.temas.through.objects.filter(tema__in=temas).values("publicacion")
    recientes = entre.filter(pk__in=de_sus_temas).order_by("-fecha", "-id").values("pk")[:CANDIDATAS]
    parecidas = entre.filter(pk__in=recientes).annotate(parecido=SearchRank(F("buscable"), pedida))
    return list(parecidas.completas().order_by("-parecido", "-fecha", "-id")[:CUANTAS])
