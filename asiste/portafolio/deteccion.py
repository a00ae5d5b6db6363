"""Topics that a text seems to be about."""

import re
import unicodedata
from collections.abc import Iterable

from asiste.portafolio.models import Tema

MAXIMO = 3


def temas_en_texto(asunto: str, texto: str, temas: Iterable[Tema]) -> list[Tema]:
    """Up to three of the topics whose words appear, those of the subject first; longer words win over those they hold.

    It is a proposal for the adviser to correct, not a decision.
    """
    claves = {clave: tema for tema in temas for clave in sorted(tema.claves_busqueda, key=len)}
    hallados: dict[int, Tema] = {}
    for parte in (asunto, texto):
        resto = f" {_normal(parte)} "
        for clave in sorted(claves, key=len, reverse=True):
            if f" {clave} " in resto:
                hallados.setdefault(claves[clave].pk, claves[clave])
                resto = resto.replace(f" {clave} ", " ")
    return list(hallados.values())[:MAXIMO]


def _normal(texto: str) -> str:
    sin_tildes = unicodedata.normalize("NFKD", texto).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", sin_tildes)
