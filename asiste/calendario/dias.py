"""Business-day arithmetic over a known range of years; pure: no database, no clock."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

UN_DIA = timedelta(days=1)


class FueraDelCalendario(ValueError):
    """The answer needs a date whose year has no holidays loaded; the message says so, in Spanish."""


class Tipo(StrEnum):
    """Why a weekday is not worked."""

    FESTIVO = "festivo"
    NO_HABIL = "no-habil"


@dataclass(frozen=True, slots=True)
class Motivo:
    """Name and norm that make a weekday non-working; `traslado` if the law moved it to a Monday."""

    nombre: str
    fuente: str
    tipo: Tipo
    traslado: bool = False


def es_fin_de_semana(fecha: date) -> bool:
    """True on Saturday and Sunday."""
    return fecha.weekday() >= 5


@dataclass(frozen=True)
class Calendario:
    """Immutable business days from `desde` to `hasta`, both included.

    `motivos` maps each non-working date to its reason; weekends need none. Every question about a date
    outside the range raises `FueraDelCalendario`: an unknown holiday would give a silently wrong answer.
    Source: Ley 4 de 1913, art. 62.
    """

    motivos: Mapping[date, Motivo]
    desde: date
    hasta: date
    _habiles: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        motivos = MappingProxyType(dict(self.motivos))
        ordinales = range(self.desde.toordinal(), self.hasta.toordinal() + 1)
        entre_semana = (date.fromordinal(ordinal) for ordinal in ordinales if (ordinal - 1) % 7 < 5)  # 1 was a Monday
        habiles = tuple(fecha for fecha in entre_semana if fecha not in motivos)
        object.__setattr__(self, "motivos", motivos)
        object.__setattr__(self, "_habiles", habiles)

    def motivo(self, fecha: date) -> Motivo | None:
        """Reason why the date is not worked; None if it has none (weekends included)."""
        self._exigir(fecha)
        return self.motivos.get(fecha)

    def es_habil(self, fecha: date) -> bool:
        """True from Monday to Friday, unless the date has a reason not to be worked."""
        return self.motivo(fecha) is None and not es_fin_de_semana(fecha)

    def siguiente_habil(self, fecha: date) -> date:
        """The date itself if it is a business day; otherwise the first one after it."""
        self._exigir(fecha)
        return self._habil(bisect_left(self._habiles, fecha))

    def sumar(self, fecha: date, dias: int) -> date:
        """Date of business day number `dias` (1 or more), the first being after `fecha`."""
        return self._habil(bisect_right(self._habiles, self._exigir(fecha)) + _positivo(dias) - 1)

    def restar(self, fecha: date, dias: int) -> date:
        """Date of business day number `dias` (1 or more) backwards, the first being before `fecha`."""
        return self._habil(bisect_left(self._habiles, self._exigir(fecha)) - _positivo(dias))

    def contar(self, desde: date, hasta: date) -> int:
        """Business days after `desde` up to and including `hasta`; negative when `hasta` is earlier."""
        return bisect_right(self._habiles, self._exigir(hasta)) - bisect_right(self._habiles, self._exigir(desde))

    def _exigir(self, fecha: date) -> date:
        if not self.desde <= fecha <= self.hasta:
            raise self._fuera(antes=fecha < self.desde)
        return fecha

    def _habil(self, posicion: int) -> date:
        if not 0 <= posicion < len(self._habiles):
            raise self._fuera(antes=posicion < 0)
        return self._habiles[posicion]

    def _fuera(self, *, antes: bool) -> FueraDelCalendario:
        limite = f"empieza el {self.desde:%d/%m/%Y}" if antes else f"llega hasta el {self.hasta:%d/%m/%Y}"
        return FueraDelCalendario(f"El calendario {limite}.")


def _positivo(dias: int) -> int:
    if dias < 1:
        raise ValueError("Los días hábiles de un plazo son uno o más.")
    return dias
