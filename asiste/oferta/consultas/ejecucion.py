"""Plan against execution, from the sessions held and who came to them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Count
from django.db.models.functions import ExtractMonth

from asiste.agenda.models import Asistencia, Sesion
from asiste.oferta.models import Actividad

DICIEMBRE = 12


class Situacion(models.TextChoices):
    """How an activity, or a month of it, goes."""

    CUMPLIDA = "cumplida", "Cumplida"
    AL_DIA = "al-dia", "Al día"
    ATRASADA = "atrasada", "Atrasada"


@dataclass(frozen=True, slots=True)
class Mes:
    """A month of an activity: `situacion` is empty when it was not planned and nothing happens in it."""

    numero: int
    previsto: bool
    realizadas: int
    programadas: int
    situacion: str


@dataclass(frozen=True, slots=True)
class Ejecucion:
    """An activity with the sessions held and to come, and the entities that came to them."""

    actividad: Actividad
    realizadas: int
    programadas: int
    entidades: int
    situacion: Situacion
    meses: list[Mes]


@dataclass(frozen=True, slots=True)
class Total:
    """The plan in figures."""

    actividades: int
    sesiones: int
    meta_sesiones: int
    cumplidas: int
    atrasadas: int


def ejecucion_de(actividades: Iterable[Actividad], hoy: date) -> list[Ejecucion]:
    """How each activity goes on that day. Two queries, besides that of the activities."""
    filas = list(actividades)
    sesiones, alcanzadas = _sesiones(filas), _alcanzadas(filas)
    return [_medir(una, sesiones[una.pk], alcanzadas.get(una.pk, 0), hoy) for una in filas]


def total_de(filas: Iterable[Ejecucion]) -> Total:
    """Those in the plan, added up."""
    suyas = [fila for fila in filas if fila.actividad.retirada_en is None]
    return Total(
        actividades=len(suyas),
        sesiones=sum(fila.realizadas for fila in suyas),
        meta_sesiones=sum(fila.actividad.meta_sesiones for fila in suyas),
        cumplidas=sum(fila.situacion == Situacion.CUMPLIDA for fila in suyas),
        atrasadas=sum(fila.situacion == Situacion.ATRASADA for fila in suyas),
    )


def _sesiones(actividades: list[Actividad]) -> dict[int, dict[tuple[int, bool], int]]:
    """Sessions of each activity by month, apart those held and those to come; the cancelled ones left out."""
    enlaces = Actividad.sesiones.through.objects.filter(actividad__in=[una.pk for una in actividades])
    filas = (
        enlaces.exclude(sesion__estado=Sesion.Estado.CANCELADA)
        .values_list("actividad", ExtractMonth("sesion__inicia"), "sesion__estado")
        .annotate(cuantas=Count("pk"))
        .order_by("actividad")
    )
    cuentas: dict[int, dict[tuple[int, bool], int]] = defaultdict(lambda: defaultdict(int))
    for actividad, mes, estado, cuantas in filas:
        cuentas[actividad][mes, estado == Sesion.Estado.REALIZADA] += cuantas
    return cuentas


def _alcanzadas(actividades: list[Actividad]) -> dict[int, int]:
    """Entities that came to some session of each activity; the cancelled ones left out."""
    suyas = Asistencia.objects.validas().filter(
        sesion__actividades__in=[una.pk for una in actividades], entidad__isnull=False
    )
    vigentes = suyas.exclude(sesion__estado=Sesion.Estado.CANCELADA)
    por_actividad = vigentes.values_list("sesion__actividades").annotate(entidades=Count("entidad", distinct=True))
    return dict(por_actividad.order_by("sesion__actividades"))


def _medir(actividad: Actividad, sesiones: dict[tuple[int, bool], int], entidades: int, hoy: date) -> Ejecucion:
    realizadas = sum(cuantas for (_, hecha), cuantas in sesiones.items() if hecha)
    situacion = _situacion(actividad, realizadas, entidades, meses_vencidos(actividad.plan.vigencia, hoy))
    return Ejecucion(
        actividad=actividad,
        realizadas=realizadas,
        programadas=sum(sesiones.values()) - realizadas,
        entidades=entidades,
        situacion=situacion,
        meses=[_mes(actividad, mes, sesiones, situacion, hoy) for mes in range(1, DICIEMBRE + 1)],
    )


def _situacion(actividad: Actividad, realizadas: int, entidades: int, vencidos: int) -> Situacion:
    """Behind is to have held fewer sessions than its past months asked for, or to end the year below a goal."""
    if realizadas >= actividad.meta_sesiones and entidades >= actividad.meta_entidades:
        return Situacion.CUMPLIDA
    pasados = sum(mes <= vencidos for mes in actividad.meses)
    esperadas = actividad.meta_sesiones * pasados // len(actividad.meses)
    terminada = pasados == len(actividad.meses)
    return Situacion.ATRASADA if terminada or realizadas < esperadas else Situacion.AL_DIA


def _mes(
    actividad: Actividad, numero: int, sesiones: dict[tuple[int, bool], int], situacion: Situacion, hoy: date
) -> Mes:
    realizadas, programadas = sesiones.get((numero, True), 0), sesiones.get((numero, False), 0)
    previsto = numero in actividad.meses
    paso = numero <= meses_vencidos(actividad.plan.vigencia, hoy)
    if realizadas:
        estado = Situacion.CUMPLIDA.value
    elif previsto and paso and situacion != Situacion.CUMPLIDA:
        estado = Situacion.ATRASADA.value
    else:
        estado = Situacion.AL_DIA.value if previsto or programadas else ""
    return Mes(numero, previsto, realizadas, programadas, estado)


def meses_vencidos(vigencia: int, hoy: date) -> int:
    """Months of that year that are over on a day."""
    if vigencia == hoy.year:
        return hoy.month - 1
    return DICIEMBRE if vigencia < hoy.year else 0
