"""What somebody typed to search with: numbers of concepts, phrases and words."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from asiste.conocimiento.llano import llano

VACIAS = Path(__file__).parent / "catalogo" / "vacias.toml"
LARGO = 300  # characters of a search that are read
TOPE = 12  # words of a search that count
FRASE = re.compile(r'"([^"]+)"|«([^»]+)»|“([^”]+)”')
PALABRA = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
FINAL = re.compile(r"(?:[aei]r(?:l[aeo]s?|se|me|nos)?|[ai]d[ao]s?|[ai]ndo|iendo|[aei]mos|[aeiu]?ciones?|[aeiu]?cion)$")
BASTANTE = 5  # letters that are enough to tell a verb
COMPLETO = re.compile(r"\b(?:c[\s-]+)?([a-z]{3,8})[\s-]+((?:19|20)\d\d)[\s-]+(\d{1,6})\b", re.IGNORECASE)
CORTO = re.compile(r"\b(\d{1,6})\s*(?:del?|/|-)\s*((?:19|20)\d\d)\b")
DE_OTRO = re.compile(  # «circular externa n.º 12 de 2025», «leyes 594 de 2000 y 1712 de 2014»: numbers of no concept
    r"\b(?:ley(?:es)?|decretos?|acuerdos?|resolucion(?:es)?|circular(?:es)?|sentencias?|directivas?|normas?|articulos?"
    r"|ordenanzas?|conpes|actos?|actas?|autos?|contratos?|convenios?|oficios?|memorandos?|radicados?|expedientes?|ntc|iso)"
    r"(?:\s+(?!concepto)[a-z]+\.?){0,3}[\s.°º#-]*"
    rf"{CORTO.pattern}(?:(?:\s*,|\s+[ye])\s+{CORTO.pattern})*"
)


@dataclass(frozen=True, slots=True)
class Dicho:
    """What was typed, in parts; endings of the numbers that it may name: whole, or short, which only a concept has."""

    frases: tuple[str, ...]
    palabras: tuple[str, ...]
    completos: tuple[str, ...] = ()
    cortos: tuple[str, ...] = ()

    @property
    def solo_un_numero(self) -> bool:
        """True when there is nothing else to look for."""
        return not self.frases and not any(map(str.isalpha, "".join(self.palabras)))


def entender(consulta: str) -> Dicho:
    """Parts of a search. Words without matter are left out unless there are no others."""
    texto = consulta.replace("\0", " ")[:LARGO]
    frases = tuple(frase for partes in FRASE.findall(texto) if (frase := "".join(partes).strip()))
    sueltas = [palabra.lower() for palabra in PALABRA.findall(FRASE.sub(" ", texto))]
    con_materia = [palabra for palabra in sueltas if llano(palabra) not in vacias("lengua", "pregunta")]
    elegidas = con_materia or ([] if frases else sueltas)
    return Dicho(frases, tuple(dict.fromkeys(elegidas))[:TOPE], *_numeros(texto))


def _numeros(texto: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`DDAB-2026-12` of «c ddab 2026 12»; without one, `-2026-12` of «12 de 2026», unless it is that of a norm."""
    completos = tuple(f"{sigla.upper()}-{anio}-{int(numero)}" for sigla, anio, numero in COMPLETO.findall(texto))
    sueltos = "" if completos else DE_OTRO.sub(" ", llano(texto))
    return completos, tuple(f"-{anio}-{int(numero)}" for numero, anio in CORTO.findall(sueltos))


@cache
def vacias(*clases: str) -> frozenset[str]:
    """Words of vacias.toml that say nothing of the matter, without accents."""
    with VACIAS.open("rb") as archivo:
        listas: dict[str, str] = tomllib.load(archivo)
    return frozenset(palabra for clase in clases for palabra in listas[clase].split())


def comienzo(palabra: str) -> str:
    """What a verb and the noun made of it have in common: «elimin» of «eliminarlos» and of «eliminación».

    Empty for other words, and when what is left is too short to tell. The stems of the database keep them apart,
    because they are made after the accents are taken away.
    """
    llana = llano(palabra)
    final = FINAL.search(llana)
    parte = llana[: final.start()] if final else ""
    return parte if len(parte) >= BASTANTE else ""
