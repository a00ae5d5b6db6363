"""Words as they are compared: without capitals nor accents."""

from functools import lru_cache
from unicodedata import combining, normalize

GUARDADOS = 32  # texts kept: the same one is looked through for each passage


def llano(texto: str) -> str:
    """The text in small letters and without accents."""
    return "".join(letra for letra in normalize("NFD", texto.lower()) if not combining(letra))


def plegar(texto: str) -> str:
    """The letters of `letras_de`, with their spaces joined."""
    return " ".join(letras_de(texto)[0].split())


@lru_cache(maxsize=GUARDADOS)
def letras_de(texto: str) -> tuple[str, tuple[int, ...]]:
    """The same letters in small and without accents, and where each one is in the text."""
    pares = [
        (letra, lugar)
        for lugar, escrita in enumerate(texto)
        for letra in normalize("NFD", escrita.lower())
        if not combining(letra)
    ]
    return "".join(letra for letra, _ in pares), tuple(lugar for _, lugar in pares)


def tramo_de(texto: str, lugares: tuple[int, ...], inicio: int, fin: int) -> tuple[int, int]:
    """Where in the text is what goes from one letter to another, with the loose accents of the last one."""
    desde, hasta = lugares[inicio], lugares[fin - 1] + 1
    while hasta < len(texto) and combining(texto[hasta]):
        hasta += 1
    return desde, hasta
