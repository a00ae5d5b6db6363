"""Who asked what and when, and what each answer did to the one before it on the same question."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from asiste.conocimiento.models import Relacion
from asiste.demo.banco.asuntos import Pregunta
from asiste.directorio.models import Entidad

PRIMERO = date(2019, 2, 1)
SABADO = 5
TIPO = Relacion.Tipo
TIPOS = [TIPO.REITERA] * 11 + [TIPO.ACLARA] * 4 + [TIPO.MODIFICA] * 3 + [TIPO.SIN_EFECTO] * 2


@dataclass(slots=True, eq=False)
class Emitido:
    """A concept that an entity got; `previo` is the earlier one on the same question, and `tipo` what it does to it."""

    pregunta: Pregunta
    entidad: Entidad
    fecha: date
    previo: "Emitido | None" = None
    tipo: Relacion.Tipo | None = None
    numero: str = field(default="")
    sin_efecto_por: "Emitido | None" = None


def emitidos(
    azar: Random, preguntas: Sequence[Pregunta], entidades: Sequence[Entidad], *, cuantos: int, hasta: date
) -> list[Emitido]:
    """So many of them by date, numbered by dirección and year; each question is asked about as often as any other."""
    todos: list[Emitido] = []
    for puesto, pregunta in enumerate(preguntas):
        veces = cuantos // len(preguntas) + (puesto < cuantos % len(preguntas))
        previo = None
        for fecha in sorted(_fecha(azar, hasta) for _ in range(veces)):
            previo = _emitir(azar, pregunta, azar.choice(entidades), fecha, previo)
            todos.append(previo)
    todos.sort(key=lambda emitido: emitido.fecha)
    _numerar(todos)
    return todos


def _emitir(azar: Random, pregunta: Pregunta, entidad: Entidad, fecha: date, previo: Emitido | None) -> Emitido:
    nuevo = Emitido(pregunta, entidad, fecha)
    if previo and previo.fecha < fecha:
        nuevo.previo, nuevo.tipo = previo, azar.choice(TIPOS)
        if nuevo.tipo == TIPO.SIN_EFECTO:
            previo.sin_efecto_por = nuevo
    return nuevo


def _fecha(azar: Random, hasta: date) -> date:
    """Some weekday since the first year."""
    dia = PRIMERO + timedelta(days=azar.randrange((hasta - PRIMERO).days))
    return dia - timedelta(days=2) if dia.weekday() >= SABADO else dia


def _numerar(todos: Sequence[Emitido]) -> None:
    cuenta: Counter[tuple[str, int]] = Counter()
    for emitido in todos:
        serie = (emitido.pregunta.direccion, emitido.fecha.year)
        cuenta[serie] += 1
        emitido.numero = f"C-{serie[0]}-{serie[1]}-{cuenta[serie]}"
