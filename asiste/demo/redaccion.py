"""Texts of believable length and vocabulary, made by the hundred thousand."""

import random
import tomllib
from pathlib import Path

SURTIDO = 20_000  # different sentences
RAREZA = 2_000  # one text in so many has a sentence that almost no other has
LARGOS = [0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 6, 10, 20]  # sentences of a text: most are short, a few long


class Redactor:
    """Writes what an entity says beyond its subject. The same seed writes the same."""

    def __init__(self, azar: random.Random) -> None:
        self.azar = azar
        with (Path(__file__).parent / "frases.toml").open("rb") as archivo:
            datos = tomllib.load(archivo)
        self.raras: list[str] = datos["raras"]
        self.frases = [self._llenar(azar.choice(datos["frases"]), datos["blancos"]) for _ in range(SURTIDO)]

    def _llenar(self, frase: str, blancos: dict[str, list[str]]) -> str:
        azar = self.azar
        cifras = {
            "numero": azar.randrange(100, 9_999),
            "anio": azar.randrange(2008, 2027),
            "dia": azar.randrange(1, 29),
            "cantidad": azar.randrange(2, 90),
        }
        return frase.format(**cifras, **{blanco: azar.choice(opciones) for blanco, opciones in blancos.items()})

    def parrafo(self) -> str:
        """Some sentences; very seldom, one that almost no other text has."""
        frases = self.azar.choices(self.frases, k=self.azar.choice(LARGOS))
        if self.azar.randrange(RAREZA) == 0:
            frases.append(self.azar.choice(self.raras))
        return " ".join(frases)
