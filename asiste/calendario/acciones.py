"""Changes to the calendar. What they move in open requests is up to the modules above."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from asiste.calendario.festivos import propuestos
from asiste.calendario.models import DiaNoHabil, Festivo, JornadaAtencion

JORNADA_DESDE = date(2000, 1, 1)


class DiaNoHabilRechazado(ValueError):
    """The extra day cannot be added or removed; the message says why, in Spanish."""


@transaction.atomic
def proponer_festivos(*, desde_anio: int = 2015, hasta_anio: int = 2040) -> int:
    """Adds the legal holidays of the years that have none and returns how many; the table rules.

    A year with any holiday is left as it is: what was corrected or removed by hand stays so.
    """
    con_festivos = set(Festivo.objects.values_list("fecha__year", flat=True).distinct())
    nuevos = [
        Festivo(fecha=dia.fecha, nombre=dia.nombre, norma=dia.norma, traslado=dia.traslado)
        for dia in propuestos(desde_anio, hasta_anio)
        if dia.fecha.year not in con_festivos
    ]
    Festivo.objects.bulk_create(nuevos, ignore_conflicts=True)  # two loads at once do not clash
    return len(nuevos)


@transaction.atomic
def proponer_jornada() -> bool:
    """Writes the initial service hours (7:00 to 16:30) if there are none yet; True if it did."""
    if JornadaAtencion.objects.exists():
        return False
    JornadaAtencion.objects.create(desde=JORNADA_DESDE)
    return True


@transaction.atomic
def agregar_dia_no_habil(
    *,
    fecha: date,
    motivo: str,
    acto: str,
    alcance: DiaNoHabil.Alcance = DiaNoHabil.Alcance.DISTRITO,
    ahora: datetime | None = None,
) -> DiaNoHabil:
    """Takes a weekday out of the count by an act, as of `ahora` (None: it always was).

    Raises `DiaNoHabilRechazado` if it already is out.
    """
    dia = DiaNoHabil(fecha=fecha, motivo=motivo, acto=acto, alcance=alcance, agregado_en=ahora)
    try:
        dia.full_clean()
    except ValidationError as error:
        raise DiaNoHabilRechazado(" ".join(error.messages)) from error
    dia.save()
    return dia


@transaction.atomic
def retirar_dia(*, fecha: date, ahora: datetime) -> Festivo | DiaNoHabil:
    """Puts a holiday or an extra non-working day back into the count from now on; its row stays.

    Raises `DiaNoHabilRechazado` if it is none of them.
    """
    dia: Festivo | DiaNoHabil | None = (
        DiaNoHabil.objects.vigentes().select_for_update().filter(fecha=fecha).first()
        or Festivo.objects.vigentes().select_for_update().filter(fecha=fecha).first()
    )
    if dia is None:
        raise DiaNoHabilRechazado(f"El {fecha:%d/%m/%Y} no está entre los días no hábiles.")
    dia.retirado_en = ahora
    dia.save(update_fields=["retirado_en"])
    return dia
