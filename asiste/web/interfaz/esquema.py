"""The operative scheme as the pages show it: each step with, for the team, how many requests are there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from asiste.archivo.esquema.dibujo import Casilla, dibujo


@dataclass(frozen=True, slots=True)
class Marca:
    """A step, how many requests are in it and where they are listed; without count for the public."""

    casilla: Casilla
    cuenta: int | None = None
    url: str = ""


def contexto(cuentas: Mapping[str, int], base: str = "") -> dict[str, Any]:
    """What the templates of the scheme need; `base` is the list whose filter is the state."""
    marcas = [
        Marca(casilla, cuentas[casilla.paso.clave], f"{base}?estado={casilla.paso.clave}")
        if casilla.paso.clave in cuentas
        else Marca(casilla)
        for casilla in dibujo().casillas
    ]
    return {"dibujo": dibujo(), "marcas": marcas}
