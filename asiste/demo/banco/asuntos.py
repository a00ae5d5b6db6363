"""What the invented concepts are about, as the files beside tell it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

AQUI = Path(__file__).parent
DE_CONCEPTOS = ("archivo_documental", "archivo_tecnologico", "desarrollo", "internacional")
DIRECCIONES = {"ssda": "DDAB", "sgpd": "DDAB", "stdi": "DDDI", "imprenta": "DDDI", "ddri": "DDRI"}


@dataclass(frozen=True, slots=True)
class Pregunta:
    """Something that entities ask, and its answer, within a subject."""

    titulo: str
    consulta: str
    respuesta: str
    oficina: str
    temas: tuple[str, ...]
    normas: tuple[str, ...]
    analisis: tuple[str, ...]
    recomienda: tuple[str, ...]

    @property
    def direccion(self) -> str:
        """Initials that its numbers carry."""
        return DIRECCIONES[self.oficina]


def leer(archivo: str) -> dict[str, Any]:
    """A file of the bank."""
    with (AQUI / f"{archivo}.toml").open("rb") as abierto:
        return tomllib.load(abierto)


def preguntas() -> Iterator[Pregunta]:
    """All of them, in the order of the files."""
    for archivo in DE_CONCEPTOS:
        for asunto in leer(archivo)["asunto"]:
            comun = {clave: tuple(asunto[clave]) for clave in ("temas", "normas", "analisis", "recomienda")}
            for titulo, consulta, respuesta in asunto["preguntas"]:
                yield Pregunta(titulo, consulta, respuesta, oficina=asunto["oficina"], **comun)
