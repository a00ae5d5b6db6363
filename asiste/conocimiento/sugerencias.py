"""What the bank already says on the matter of a request, while it is written or once it is a case."""

from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchRank
from django.db.models import Case, F, Value, When

from asiste.conocimiento.busqueda import NO_RIGE, PESOS
from asiste.conocimiento.equivalencias import Pedida, al_menos_dos, frase, que_empiece
from asiste.conocimiento.models import Publicacion, PublicacionQuerySet
from asiste.conocimiento.palabras import comienzo
from asiste.conocimiento.terminos import sinonimos, terminos

CUANTAS = 5
CANDIDATAS = 250  # the latest that share two words: measuring each one costs a tenth of a millisecond
MINIMO = 12  # letters of a request that are worth looking for
CERCA = 0.35  # of the relevance of the first: what is further away is left out


def sugeridas(asunto: str, texto: str, *, entre: PublicacionQuerySet, cuantas: int = CUANTAS) -> list[Publicacion]:
    """Publications among `entre` on the matter of a request, the closest first. Six queries, whatever the bank has.

    Disposición: 7.1.3-ans-niveles, 7.1.3-banco-conceptos.
    """
    asunto, texto = (parte.replace("\0", " ") for parte in (asunto, texto))
    if len(asunto.strip()) + len(texto.strip()) < MINIMO:
        return []
    grupos = _grupos(asunto, texto)
    if not grupos:
        return []
    recientes = entre.filter(buscable=al_menos_dos(grupos)).order_by("-fecha", "-id").values_list("pk", flat=True)
    cuales = list(recientes[:CANDIDATAS])
    parecido = SearchRank(F("buscable"), reduce(or_, grupos), weights=list(PESOS), normalization=Value(1))
    rige = Case(When(estado=Publicacion.Estado.VIGENTE, then=Value(1.0)), default=NO_RIGE)
    medidas = Publicacion.objects.filter(pk__in=cuales).annotate(relevancia=parecido * rige)
    ligeras = medidas.completas().defer("html", "texto", "buscable")
    mejores = list(ligeras.order_by("-relevancia", "-fecha", "-id")[:cuantas])
    return [una for una in mejores if _relevancia(una) >= CERCA * _relevancia(mejores[0])]


def _relevancia(una: Publicacion) -> float:
    return float(getattr(una, "relevancia", 0.0))


def _grupos(asunto: str, texto: str) -> list[Pedida]:
    """The stems that tell the most, and what the documents call some of it."""
    comunes = dict.fromkeys(_comun(uno.raiz) for uno in terminos(asunto, texto))
    return [*map(que_empiece, comunes), *(frase(otra) for otra in sinonimos(asunto, texto))]


def _comun(raiz: str) -> str:
    """What a stem shares with those of its family."""
    return comienzo(raiz) or raiz
