"""Taking passages out of a clean HTML: what is read goes, also across its marks, and its structure stays."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote

from asiste.conocimiento.datos_personales import buscar
from asiste.conocimiento.llano import letras_de, plegar, tramo_de

PIEZA = re.compile(r"""<(?:[^>"']|"[^"]*"|'[^']*')*>|&(?:\#\d+|\#x[0-9a-f]+|[a-z]\w*);|.""", re.IGNORECASE | re.DOTALL)
EN_LINEA = re.compile(r"</?(?:a|abbr|b|code|del|em|i|ins|mark|s|small|span|strong|sub|sup|u)\b", re.IGNORECASE)
ENLACE = re.compile(r"""(<a\b(?:[^>"']|"[^"]*"|'[^']*')*>)(.*?)</a>""", re.IGNORECASE | re.DOTALL)
DE_PERSONA = re.compile(r"\b(?:mailto|tel|sms|callto|skype|whatsapp):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lectura:
    """What a person reads of an HTML, and where each of its characters is. Blocks are parted by a line feed."""

    texto: str
    lugares: list[tuple[int, int]]


def leer(html: str) -> Lectura:
    """The visible text of a clean HTML."""
    letras: list[str] = []
    lugares: list[tuple[int, int]] = []
    for pieza in PIEZA.finditer(html):
        cruda, (inicio, fin) = pieza[0], pieza.span()
        etiqueta = len(cruda) > 1 and cruda.startswith("<")
        if etiqueta and EN_LINEA.match(cruda):
            continue
        leida, donde = ("\n", (inicio, inicio)) if etiqueta else (unescape(cruda), (inicio, fin))
        letras.append(leida)
        lugares.extend([donde] * len(leida))
    return Lectura("".join(letras), lugares)


def pasaje_en(texto: str, pasaje: str) -> list[tuple[int, int]]:
    """Where a passage is, whatever its spaces, capitals and accents; not inside a longer figure or word."""
    palabras = plegar(pasaje).split()
    if not palabras:
        return []
    antes, despues = _borde(palabras[0][0], "<!"), _borde(palabras[-1][-1], "!")
    busca = re.compile(antes + r"\s+".join(map(re.escape, palabras)) + despues)
    letras, lugares = letras_de(texto)
    return [tramo_de(texto, lugares, *hallado.span()) for hallado in busca.finditer(letras)]


def tachar(html: str, marcas: Mapping[str, str]) -> str:
    """The HTML with each passage replaced by its mark, and without links that lead to a person."""
    lectura = leer(html)
    cortes: dict[tuple[int, int], str] = {}
    for pasaje in sorted(marcas, key=len, reverse=True):  # the longest first: one may be part of another
        for inicio, fin in pasaje_en(lectura.texto, pasaje):
            letras = list(dict.fromkeys(lugar for lugar in lectura.lugares[inicio:fin] if lugar[0] != lugar[1]))
            libres = [lugar for lugar in letras if lugar not in cortes]
            cortes |= dict.fromkeys(libres, "")
            if len(libres) == len(letras):  # what steps on another one goes with its mark
                cortes[letras[0]] = escape(marcas[pasaje])
    trozos, hasta = [], 0
    for (inicio, fin), marca in sorted(cortes.items()):
        trozos += [html[hasta:inicio], marca]
        hasta = fin
    return sin_enlaces_de_persona("".join([*trozos, html[hasta:]]))


def tachar_llano(texto: str, marcas: Mapping[str, str]) -> str:
    """The same on a text without marks."""
    return unescape(tachar(escape(texto, quote=False), marcas))


def sin_enlaces_de_persona(html: str) -> str:
    """The HTML where a link to a mail, to a telephone or with a personal datum in its address is only its words."""
    return ENLACE.sub(lambda enlace: enlace[2] if _lleva_a_persona(enlace[1]) else enlace[0], html)


def _borde(letra: str, lado: str) -> str:
    """What must not be next to the end of a passage for it to be whole."""
    if letra.isdigit():
        return rf"(?{lado}\d)"
    return rf"(?{lado}[^\W\d_])" if letra.isalpha() else ""


def _lleva_a_persona(etiqueta: str) -> bool:
    direccion = unquote(unescape(etiqueta))
    return bool(DE_PERSONA.search(direccion) or buscar(direccion))
