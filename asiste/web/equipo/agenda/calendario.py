"""The sessions by month, by week and as a list by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby

from django.utils import timezone

from asiste.agenda.models import Sesion
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.calendario.dias import Calendario, es_fin_de_semana
from asiste.web.equipo.agenda.previa import calendario_entre

UN_DIA, UNA_SEMANA = timedelta(days=1), timedelta(days=7)
ANIOS = range(2000, 2101)
CABEN = 4  # sessions of a day in the month; of the others it is said how many


class Vista(StrEnum):
    """How the sessions are seen."""

    MES = "mes"
    SEMANA = "semana"
    LISTA = "lista"


@dataclass(frozen=True, slots=True)
class Dia:
    """A day with its sessions: `porque` names the holiday, `otro_mes` when it only completes a week."""

    fecha: date
    sesiones: list[Sesion]
    sobran: int
    porque: str
    habil: bool
    otro_mes: bool


@dataclass(frozen=True, slots=True)
class Periodo:
    """Days from `desde` to `hasta`, both included, and where the arrows lead."""

    vista: Vista
    dia: date
    desde: date
    hasta: date
    anterior: date
    siguiente: date


def periodo_de(vista: Vista, dia: date) -> Periodo:
    """The month of a day in whole weeks, its week, or from the day on."""
    if vista == Vista.SEMANA:
        lunes = dia - UN_DIA * dia.weekday()
        return Periodo(vista, dia, lunes, lunes + 6 * UN_DIA, dia - UNA_SEMANA, dia + UNA_SEMANA)
    primero = dia.replace(day=1)
    antes, despues = (primero - UN_DIA).replace(day=1), (primero + 31 * UN_DIA).replace(day=1)
    if vista == Vista.LISTA:
        return Periodo(vista, dia, dia, despues - UN_DIA, antes, despues)
    ultimo = despues - UN_DIA
    return Periodo(
        vista, dia, primero - UN_DIA * primero.weekday(), ultimo + UN_DIA * (6 - ultimo.weekday()), antes, despues
    )


def dia_pedido(texto: str, hoy: date) -> date:
    """The day that an address asks for; today when it is none, or too far away."""
    try:
        dia = date.fromisoformat(texto)
    except ValueError:
        return hoy
    return dia if dia.year in ANIOS else hoy


def comienzo(dia: date) -> datetime:
    """Midnight in Bogotá."""
    return timezone.make_aware(datetime.combine(dia, time()))


def semanas_de(periodo: Periodo, sesiones: SesionQuerySet) -> list[list[Dia]]:
    """The days of a month or of a week, by weeks. The query of the sessions, and one for the holidays."""
    del_periodo = sesiones.entre(comienzo(periodo.desde), comienzo(periodo.hasta + UN_DIA))
    por_dia = dict(por_dias(del_periodo))
    calendario = calendario_entre(periodo.desde, periodo.hasta)
    cuantos = (periodo.hasta - periodo.desde).days + 1
    fechas = [periodo.desde + UN_DIA * lugar for lugar in range(cuantos)]
    dias = [_dia(fecha, por_dia.get(fecha, []), calendario, periodo) for fecha in fechas]
    return [dias[lunes : lunes + 7] for lunes in range(0, cuantos, 7)]


def _dia(fecha: date, sesiones: list[Sesion], calendario: Calendario | None, periodo: Periodo) -> Dia:
    del_mes = periodo.vista == Vista.MES
    caben = sesiones[:CABEN] if del_mes else sesiones
    motivo = calendario.motivos.get(fecha) if calendario else None
    return Dia(
        fecha=fecha,
        sesiones=caben,
        sobran=len(sesiones) - len(caben),
        porque=motivo.nombre if motivo else "",
        habil=motivo is None and not es_fin_de_semana(fecha),
        otro_mes=del_mes and fecha.month != periodo.dia.month,
    )


def por_dias(sesiones: Iterable[Sesion]) -> list[tuple[date, list[Sesion]]]:
    """Sessions in the order they come, by the day they begin in Bogotá."""
    return [(dia, list(suyas)) for dia, suyas in groupby(sesiones, lambda una: timezone.localdate(una.inicia))]
