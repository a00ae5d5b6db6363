"""How far a plan went: four steps of the cycle in each of its lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from asiste.archivo.models import LineaAccion

PASOS = 4


@dataclass(frozen=True, slots=True)
class Avance:
    """Lines agreed, those that finished, and the per cent of the cycle that all of them walked."""

    lineas: int
    terminadas: int
    por_ciento: int


def avance_de(lineas: Iterable[LineaAccion]) -> Avance:
    """Of the lines given, the agreed ones. Disposición: 7.1.1-phva."""
    en_curso = [linea for linea in lineas if linea.en_curso]
    recorridas = sum(linea.en_fase.recorridas for linea in en_curso)
    total = len(en_curso) * PASOS
    terminadas = sum(linea.terminada for linea in en_curso)
    return Avance(len(en_curso), terminadas, round(100 * recorridas / total) if total else 0)
