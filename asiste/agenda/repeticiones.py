"""The days on which a session is repeated. Pure: no database, no clock."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from asiste.calendario.dias import Calendario

MAXIMO = 52  # sessions made at once


class Cada(TextChoices):
    """How often."""

    UNA_VEZ = "una-vez", "Una sola vez"
    SEMANA = "semana", "Cada semana"
    QUINCENA = "quincena", "Cada dos semanas"
    MES = "mes", "Cada mes"


DIAS = {Cada.SEMANA: 7, Cada.QUINCENA: 14}


@dataclass(frozen=True, slots=True)
class Fecha:
    """A business day, and the one it was meant for."""

    pensada: date
    dia: date

    @property
    def movida(self) -> bool:
        """True when the day it was meant for is not a business day."""
        return self.dia != self.pensada


def fechas_de(desde: date, cada: Cada, veces: int, calendario: Calendario) -> list[Fecha]:
    """As many days from `desde` on, each moved to the next business day when it is not one, without repeats.

    Raises `FueraDelCalendario` beyond the years whose holidays are known.
    """
    cuantas = 1 if cada == Cada.UNA_VEZ else veces
    pensadas = [_pensada(desde, cada, vez) for vez in range(cuantas)]
    movidas = {calendario.siguiente_habil(pensada): pensada for pensada in reversed(pensadas)}
    return sorted((Fecha(pensada, dia) for dia, pensada in movidas.items()), key=lambda fecha: fecha.dia)


def _pensada(desde: date, cada: Cada, vez: int) -> date:
    if cada in DIAS:
        return desde + timedelta(days=DIAS[cada] * vez)
    anios, mes = divmod(desde.month - 1 + vez, 12)
    anio = desde.year + anios
    return date(anio, mes + 1, min(desde.day, monthrange(anio, mes + 1)[1]))
