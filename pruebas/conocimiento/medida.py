"""How well a search finds: nDCG@5 and recall@10 over the judged queries."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean

from asiste.conocimiento.models import Publicacion

JUICIOS = Path(__file__).parent / "relevancia.toml"
MUY, ALGO = 3, 1
Buscador = Callable[[str], Sequence[Publicacion]]  # the first ten for a query


@dataclass(frozen=True, slots=True)
class Juicio:
    """A query and how much each publication answers it, by its key; `reservado` when it was not used to adjust."""

    consulta: str
    grados: dict[int, int]
    reservado: bool


@dataclass(frozen=True, slots=True)
class Medida:
    """Averages, from 0 to 1."""

    ndcg: float
    recuerdo: float

    def __str__(self) -> str:
        return f"nDCG@5 {self.ndcg:.3f} · recall@10 {self.recuerdo:.3f}"


def juicios() -> list[Juicio]:
    """Those of the file, on what is in the bank. What is not in force answers a little less."""
    with JUICIOS.open("rb") as archivo:
        filas = tomllib.load(archivo)["juicio"]
    banco = list(Publicacion.objects.visibles().order_by("id"))
    hechos = []
    for puesto, fila in enumerate(filas):
        grados = {una.pk: MUY - (not una.vigente) for una in _de(banco, fila["muy"])}
        grados |= {una.pk: ALGO for una in _de(banco, fila["algo"])}
        hechos.append(Juicio(fila["consulta"], grados, reservado=puesto % 3 == 0))
    return hechos


def medir(buscador: Buscador, sobre: Iterable[Juicio]) -> Medida:
    """Averages of a way of searching."""
    pares = [(juicio, [juicio.grados.get(una.pk, 0) for una in buscador(juicio.consulta)]) for juicio in sobre]
    return Medida(
        ndcg=fmean(ndcg(logrados, juicio.grados) for juicio, logrados in pares),
        recuerdo=fmean(recuerdo(logrados, juicio.grados) for juicio, logrados in pares),
    )


def ndcg(logrados: list[int], grados: dict[int, int], hasta: int = 5) -> float:
    """Gain of the first ones over the best that was possible."""
    return _ganancia(logrados[:hasta]) / _ganancia(sorted(grados.values(), reverse=True)[:hasta])


def recuerdo(logrados: list[int], grados: dict[int, int], hasta: int = 10) -> float:
    """Share found of what fits in ten."""
    return sum(grado > 0 for grado in logrados[:hasta]) / min(hasta, len(grados))


def _ganancia(grados: list[int]) -> float:
    return float(sum((2**grado - 1) / log2(puesto + 2) for puesto, grado in enumerate(grados)))


def _de(banco: list[Publicacion], titulos: list[str]) -> list[Publicacion]:
    """Publications on those questions. Raises ValueError when a title is of none."""
    hallados = {titulo: [una for una in banco if _es_de(una.titulo, titulo)] for titulo in titulos}
    if perdidos := [titulo for titulo, suyas in hallados.items() if not suyas]:
        raise ValueError(f"No hay publicaciones sobre {perdidos}")
    return [una for suyas in hallados.values() for una in suyas]


def _es_de(suyo: str, titulo: str) -> bool:
    """True for the title itself, or with the kind of entity that asked after it."""
    return suyo == titulo or suyo.startswith(f"{titulo} en ")
