"""The calendar read from its tables, in one query."""

from datetime import date, datetime
from itertools import takewhile

from django.db.models import Value

from asiste.calendario.dias import Calendario, FueraDelCalendario, Motivo, Tipo
from asiste.calendario.models import DiaNoHabil, Festivo


def cargar(desde: date, hasta: date, segun: datetime | None = None) -> Calendario:
    """Business days of the whole years from that of `desde` to that of `hasta`; one query.

    With `segun`, as the calendar was at that moment: what was decided later does not rewrite the past.
    The calendar ends before the first year without holidays in the table: what goes beyond raises
    `FueraDelCalendario` when asked. Raised here if the first year already has none.
    """
    rango = (date(desde.year, 1, 1), date(hasta.year, 12, 31))
    festivos = Festivo.objects.vigentes(segun).filter(fecha__range=rango).annotate(tipo=Value(Tipo.FESTIVO.value))
    extras = (
        DiaNoHabil.objects.vigentes(segun)
        .filter(fecha__range=rango)
        .annotate(traslado=Value(False), tipo=Value(Tipo.NO_HABIL.value))
    )
    filas = (
        festivos.values_list("fecha", "nombre", "norma", "traslado", "tipo")
        .union(extras.values_list("fecha", "motivo", "acto", "traslado", "tipo"), all=True)
        .order_by("-tipo", "fecha")  # a holiday goes last: it prevails over an extra day on its date
    )
    motivos = {fecha: Motivo(nombre, fuente, Tipo(tipo), traslado) for fecha, nombre, fuente, traslado, tipo in filas}
    con_festivos = {fecha.year for fecha, motivo in motivos.items() if motivo.tipo == Tipo.FESTIVO}
    anios = list(takewhile(con_festivos.__contains__, range(desde.year, hasta.year + 1)))
    if not anios:
        raise FueraDelCalendario(f"El calendario no tiene los festivos de {desde.year}.")
    return Calendario(motivos, desde=date(anios[0], 1, 1), hasta=date(anios[-1], 12, 31))
