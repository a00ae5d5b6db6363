"""How else a person may be named: Spanish names have several given names and surnames, and are seldom written whole."""

from itertools import combinations

PARTICULAS = {"da", "de", "del", "la", "las", "los", "san", "santa", "y"}
PALABRAS = 6  # of a name that are combined
CORTO = 3  # letters


def maneras_de(nombre: str) -> list[str]:
    """The name, and each two or more of its words in their order, the longest first."""
    palabras = _palabras(nombre)
    if len(palabras) < 2:
        return [una for una in palabras if len(una) >= CORTO]
    grupos = (grupo for cuantas in range(2, PALABRAS + 1) for grupo in combinations(palabras[:PALABRAS], cuantas))
    maneras = {" ".join(palabras), *(" ".join(grupo) for grupo in grupos)}
    return sorted(maneras, key=lambda una: (-len(una), una))


def _palabras(nombre: str) -> list[str]:
    """Its words, each particle with the one that follows: «de la Cruz» is one."""
    juntas: list[str] = []
    sueltas = ""
    for palabra in nombre.split():
        if palabra.lower() in PARTICULAS:
            sueltas += f"{palabra} "
            continue
        juntas.append(f"{sueltas}{palabra}")
        sueltas = ""
    return juntas
