"""The holidays that the law gives each year, to be proposed to the table; the table rules afterwards."""

from dataclasses import dataclass
from datetime import date

from holidays import country_holidays

OBSERVADO = " (observado)"  # how `holidays` marks one moved to Monday
LEY_51 = "Ley 51 de 1983, art. 1"
NORMAS = {"Día de Nuestra Señora del Rosario de Chiquinquirá": "Ley 2578 de 2026, art. 6"}
ANIO_DIVERSIDAD = 2021  # Resolución 0138 de 2021 del Ministerio de Cultura renamed 12 October


@dataclass(frozen=True, slots=True)
class FestivoPropuesto:
    """A holiday by law: `traslado` if it was moved to this Monday. Two on one date keep both names."""

    fecha: date
    nombre: str
    norma: str
    traslado: bool


def propuestos(desde_anio: int, hasta_anio: int) -> list[FestivoPropuesto]:
    """Holidays of Colombia from one year to another, both included, by date; one row for each date."""
    feriados = country_holidays("CO", years=range(desde_anio, hasta_anio + 1), language="es")
    return [_propuesto(fecha, nombres.split("; ")) for fecha, nombres in sorted(feriados.items())]


def _propuesto(fecha: date, nombres: list[str]) -> FestivoPropuesto:
    oficiales = [_nombre_oficial(nombre.removesuffix(OBSERVADO), fecha.year) for nombre in nombres]
    return FestivoPropuesto(
        fecha=fecha,
        nombre="; ".join(oficiales),
        norma="; ".join(dict.fromkeys(NORMAS.get(nombre, LEY_51) for nombre in oficiales)),
        traslado=any(nombre.endswith(OBSERVADO) for nombre in nombres),
    )


def _nombre_oficial(nombre: str, anio: int) -> str:
    if nombre == "Día de la Raza" and anio >= ANIO_DIVERSIDAD:
        return "Día de la Diversidad Étnica y Cultural de la Nación Colombiana"
    return "Ascensión del Señor" if nombre == "Ascensión del señor" else nombre
