"""When people may be found, and the first hours they have in common; pure: no database, no clock."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from asiste.agenda.intervalos import Intervalo, comunes, partir, quitar, unir
from asiste.calendario.termino import BOGOTA, Jornada

PASO = timedelta(minutes=30)  # a meeting starts on the hour or at half past

Franja = tuple[time, time]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disponibilidad:
    """Hours of a person by ISO weekday (who has none attends in the service hours), days away and what is taken."""

    horario: Mapping[int, Sequence[Franja]]
    ausencias: Sequence[tuple[date, date]]
    ocupado: Sequence[Intervalo]

    def libres(self, dia: date, jornada: Jornada) -> list[Intervalo]:
        """What is free on a business day, in Bogotá time."""
        if any(desde <= dia <= hasta for desde, hasta in self.ausencias):
            return []
        franjas = self.horario.get(dia.isoweekday(), ()) if self.horario else [(jornada.inicio, jornada.cierre)]
        atiende = [Intervalo(_el(dia, inicia), _el(dia, termina)) for inicia, termina in franjas]
        return quitar(unir(atiende), self.ocupado)


def huecos(
    personas: Sequence[Disponibilidad],
    *,
    dias: Iterable[date],
    jornada: Callable[[date], Jornada],
    duracion: timedelta,
    desde: datetime,
) -> Iterator[Intervalo]:
    """Gaps of that length common to all the people, on those business days and from that moment on, in order."""
    for dia in dias:
        de_cada_uno = [una.libres(dia, jornada(dia)) for una in personas]
        yield from partir(comunes(de_cada_uno), duracion, desde, PASO)


def _el(dia: date, hora: time) -> datetime:
    return datetime.combine(dia, hora, BOGOTA)
