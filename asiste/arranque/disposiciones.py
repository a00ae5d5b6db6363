"""The dispositions of the lineamiento, as data."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

CATALOGO = Path(__file__).parent / "catalogo" / "disposiciones.toml"


@dataclass(frozen=True, slots=True)
class Disposicion:
    """What the lineamiento demands: `tipo` is oblig, capac or dato; `modulo` owns it."""

    id: str
    numeral: str
    tipo: str
    modulo: str
    texto: str


def cargar() -> list[Disposicion]:
    """Every disposition, in the order of the lineamiento."""
    with CATALOGO.open("rb") as archivo:
        return [Disposicion(**fila) for fila in tomllib.load(archivo)["disposicion"]]
