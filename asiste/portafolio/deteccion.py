"""Topics that a text seems to be about."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

from asiste.portafolio.models import Tema

MAXIMO = 3


class Detector:
    """Finds topics in many texts; the words of the topics are put in order once."""

    def __init__(self, temas: Iterable[Tema]) -> None:
        claves = {clave: tema for tema in temas for clave in sorted(tema.claves_busqueda, key=len)}
        self._por_palabra: dict[str, list[tuple[int, str, Tema]]] = defaultdict(list)
        for orden, clave in enumerate(sorted(claves, key=len, reverse=True)):
            self._por_palabra[clave.partition(" ")[0]].append((orden, f" {clave} ", claves[clave]))

    def temas(self, asunto: str, texto: str) -> list[Tema]:
        """Up to three topics whose words appear, those of the subject first; longer words win over those they hold.

        It is a proposal for the adviser to correct, not a decision.
        """
        hallados: dict[int, Tema] = {}
        for parte in (asunto, texto):
            resto = f" {_normal(parte)} "
            for _, clave, tema in self._posibles(resto):
                if clave in resto:
                    hallados.setdefault(tema.pk, tema)
                    resto = resto.replace(clave, " ")
        return list(hallados.values())[:MAXIMO]

    def _posibles(self, texto: str) -> list[tuple[int, str, Tema]]:
        """Those whose first word is in the text, the longest first: a few of hundreds."""
        hay = self._por_palabra.keys() & texto.split()
        return sorted((una for palabra in hay for una in self._por_palabra[palabra]), key=itemgetter(0))


def temas_en_texto(asunto: str, texto: str, temas: Iterable[Tema]) -> list[Tema]:
    """The topics of one text, as `Detector.temas`."""
    return Detector(temas).temas(asunto, texto)


def _normal(texto: str) -> str:
    sin_tildes = unicodedata.normalize("NFKD", texto).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", sin_tildes)
