"""The deadline ledger: each date from reception to the due date, how it was treated and by which norm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from asiste.calendario.dias import UN_DIA, Calendario, es_fin_de_semana

FUENTE_RECEPCION = "Ley 1755 de 2015, art. 14: desde el día siguiente"
FUENTE_FIN_DE_SEMANA = "Ley 4 de 1913, art. 62"
FUENTE_PLAZO = "Lineamiento, numeral 5"


class Trato(StrEnum):
    """How a date was treated; the value is the `data-dia` of the page."""

    RADICADA = "radicada"
    CONTADO = "contado"
    POR_CONTAR = "por-contar"
    PAUSA = "pausa"
    FESTIVO = "festivo"
    FIN_SEMANA = "fin-semana"

    @property
    def rotulo(self) -> str:
        """Two words for the reader."""
        return _ROTULOS[self]


_ROTULOS = {
    Trato.RADICADA: "recibida",
    Trato.CONTADO: "se cuenta",
    Trato.POR_CONTAR: "por contar",
    Trato.PAUSA: "en pausa",
    Trato.FESTIVO: "no hábil",
    Trato.FIN_SEMANA: "no hábil",
}


@dataclass(frozen=True, slots=True)
class Pausa:
    """Dates from `desde` to `hasta`, both included, that are not counted; still open when `hasta` is None.

    A pause that ended before its first day (asked and answered on the same date) stops nothing.
    """

    desde: date
    hasta: date | None
    motivo: str
    quien: str

    def cubre(self, fecha: date) -> bool:
        """True if the date falls inside the pause."""
        return self.desde <= fecha and (self.hasta is None or fecha <= self.hasta)


@dataclass(frozen=True, slots=True)
class Prorroga:
    """Business days added to a term, why and by whom."""

    dias: int
    motivo: str
    quien: str


@dataclass(frozen=True, slots=True)
class Renglon:
    """One date: `numero` is its business day (0 on reception), None if it is not counted."""

    fecha: date
    trato: Trato
    numero: int | None
    nota: str
    fuente: str
    traslado: bool = False


@dataclass(frozen=True, slots=True)
class Semana:
    """The rows of one week, Monday to Sunday, with the empty days at its ends."""

    antes: int
    renglones: tuple[Renglon, ...]
    despues: int


@dataclass(frozen=True, slots=True)
class Suma:
    """Days after reception, by treatment; together they are `calendario`, the calendar days."""

    habiles: int
    pausa: int
    fin_semana: int
    festivo: int

    @property
    def calendario(self) -> int:
        """Calendar days from reception to the last row."""
        return self.habiles + self.pausa + self.fin_semana + self.festivo


@dataclass(frozen=True, slots=True)
class Libro:
    """A term of `dias` business days, extensions included, opened day by day, as seen on `hoy`.

    `vence` is None while an open pause keeps it from being known; `vence_sin_pausas` is the due date had
    there been none. `atraso` are the business days past due, 0 if not overdue.
    """

    recibida: date
    dias: int
    hoy: date
    vence: date | None
    vence_sin_pausas: date
    atraso: int
    renglones: tuple[Renglon, ...]

    def usados(self, hoy: date) -> int:
        """Business days counted up to and including `hoy`."""
        return sum(1 for renglon in self.renglones if renglon.numero and renglon.fecha <= hoy)

    @property
    def faltan(self) -> int:
        """Business days left after `hoy`; 0 on the due date, negative when overdue."""
        return self.dias - self.usados(self.hoy) - self.atraso

    @property
    def suma(self) -> Suma:
        """The addends of the account."""
        tratos = [renglon.trato for renglon in self.renglones]
        return Suma(
            habiles=tratos.count(Trato.CONTADO) + tratos.count(Trato.POR_CONTAR),
            pausa=tratos.count(Trato.PAUSA),
            fin_semana=tratos.count(Trato.FIN_SEMANA),
            festivo=tratos.count(Trato.FESTIVO),
        )

    def semanas(self) -> tuple[Semana, ...]:
        """The rows by weeks, for a table of seven columns."""
        por_semana = groupby(self.renglones, lambda renglon: renglon.fecha.isocalendar().week)
        grupos = [tuple(grupo) for _, grupo in por_semana]
        return tuple(Semana(grupo[0].fecha.weekday(), grupo, 6 - grupo[-1].fecha.weekday()) for grupo in grupos)

    def tramos(self) -> tuple[tuple[Renglon, ...], ...]:
        """Runs of consecutive dates treated alike, with the same note and source, for a list."""
        grupos = groupby(self.renglones, lambda renglon: (renglon.trato, renglon.nota, renglon.fuente))
        return tuple(tuple(grupo) for _, grupo in grupos)


def abrir_libro(
    *,
    calendario: Calendario,
    recibida: date,
    dias: int,
    pausas: Sequence[Pausa] = (),
    prorrogas: Sequence[Prorroga] = (),
    hoy: date,
) -> Libro:
    """Ledger of `dias` business days (1 or more) that begin after `recibida` (see `inicio_del_termino`).

    Those of the extensions come after them. It runs to the due date; with an open pause, to `hoy` (or to the first
    day of the pause, if later).
    Weekends and holidays inside a pause keep their own name. Raises `FueraDelCalendario`, and
    `ValueError` if `dias` is not positive. Disposición: 5-oportuna.
    """
    agregados = _agregados(dias, prorrogas)
    dias += len(agregados)
    vence_sin_pausas = calendario.sumar(recibida, dias)
    abierta = min((pausa.desde for pausa in pausas if pausa.hasta is None), default=None)
    hasta = None if abierta is None else max(abierta, hoy)
    renglones = []
    for renglon in _renglones(calendario, recibida, pausas, hoy):
        prorroga = agregados.get(renglon.numero or 0)
        renglones.append(_de_prorroga(renglon, prorroga) if prorroga else renglon)
        if renglon.numero == dias or (hasta is not None and renglon.fecha >= hasta):
            break
    vence = renglones[-1].fecha if renglones[-1].numero == dias else None
    return Libro(
        recibida=recibida,
        dias=dias,
        hoy=hoy,
        vence=vence,
        vence_sin_pausas=vence_sin_pausas,
        atraso=calendario.contar(vence, hoy) if vence and vence < hoy else 0,
        renglones=tuple(renglones),
    )


def _agregados(dias: int, prorrogas: Sequence[Prorroga]) -> dict[int, Prorroga]:
    """The extension that each business day after the first `dias` comes from."""
    todos = [prorroga for prorroga in prorrogas for _ in range(prorroga.dias)]
    return dict(enumerate(todos, start=dias + 1))


def _de_prorroga(renglon: Renglon, prorroga: Prorroga) -> Renglon:
    return replace(renglon, nota=f"Prórroga: {prorroga.motivo}", fuente=prorroga.quien)


def _renglones(calendario: Calendario, recibida: date, pausas: Sequence[Pausa], hoy: date) -> Iterator[Renglon]:
    """Rows from `recibida` on, without end other than that of the calendar."""
    yield Renglon(recibida, Trato.RADICADA, 0, "Día de recepción", FUENTE_RECEPCION)
    numero = 0
    fecha = recibida
    while True:
        fecha += UN_DIA
        renglon = _no_contado(calendario, fecha, pausas)
        if renglon is None:
            numero += 1
            trato, nota = (Trato.CONTADO, "Día hábil") if fecha <= hoy else (Trato.POR_CONTAR, "Por contar")
            renglon = Renglon(fecha, trato, numero, nota, FUENTE_PLAZO)
        yield renglon


def _no_contado(calendario: Calendario, fecha: date, pausas: Sequence[Pausa]) -> Renglon | None:
    motivo = calendario.motivo(fecha)
    if es_fin_de_semana(fecha):
        return Renglon(fecha, Trato.FIN_SEMANA, None, "Fin de semana", FUENTE_FIN_DE_SEMANA)
    if motivo is not None:
        return Renglon(fecha, Trato.FESTIVO, None, motivo.nombre, motivo.fuente, motivo.traslado)
    for pausa in pausas:
        if pausa.cubre(fecha):
            return Renglon(fecha, Trato.PAUSA, None, pausa.motivo, pausa.quien)
    return None
