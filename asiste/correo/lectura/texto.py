"""One readable text out of the alternatives a mail brings."""

import re
from dataclasses import dataclass

_PALABRAS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Legible:
    """Some text, and whether it was HTML."""

    texto: str
    es_html: bool = False


def desdoblar(texto: str, *, borrar_espacio: bool) -> str:
    """Join the lines that format=flowed broke (RFC 3676), keeping each level of quotation apart."""
    parrafos: list[list[str]] = []
    abierta = False
    nivel_abierto = 0
    for linea in texto.replace("\r\n", "\n").split("\n"):
        sin_citas = linea.lstrip(">")
        nivel = len(linea) - len(sin_citas)
        contenido = sin_citas.removeprefix(" ")
        firma = contenido == "-- "
        sigue = contenido.endswith(" ") and not firma
        util = contenido[:-1] if sigue and borrar_espacio else contenido
        if abierta and nivel == nivel_abierto and not firma:
            parrafos[-1].append(util)
        else:
            parrafos.append(["> " * nivel, util])
        abierta, nivel_abierto = sigue, nivel
    return "\n".join("".join(trozos) for trozos in parrafos)


def elegir(alternativas: list[Legible]) -> Legible:
    """The alternative to read: plain text, unless it leaves out more than half of the words of the HTML one."""
    llanas = [a for a in alternativas if a.texto.strip() and not a.es_html]
    ricas = [a for a in alternativas if a.texto.strip() and a.es_html]
    if not llanas or not ricas:
        return (llanas or ricas or [Legible("")])[-1]
    palabras = set(_PALABRAS.findall(ricas[-1].texto.lower()))
    comunes = palabras & set(_PALABRAS.findall(llanas[0].texto.lower()))
    return ricas[-1] if 2 * len(comunes) < len(palabras) else llanas[0]


def juntar(textos: list[Legible]) -> Legible:
    """Texts that are read one after another."""
    utiles = [t for t in textos if t.texto.strip()]
    return Legible("\n\n".join(t.texto for t in utiles), es_html=any(t.es_html for t in utiles))
