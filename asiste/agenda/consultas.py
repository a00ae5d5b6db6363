"""Reads of the agenda that join several tables: who is free, and which offered hours still are."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from asiste.agenda.disponibilidad import Disponibilidad, Franja, huecos
from asiste.agenda.intervalos import Intervalo
from asiste.agenda.models import Encargado, FranjaOfrecida, HorarioAsesor, Propuesta
from asiste.calendario.dias import UN_DIA, Calendario
from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.calendario.termino import BOGOTA
from asiste.directorio.models import Ausencia, Funcionario

HORIZONTE = timedelta(days=60)  # nobody arranges a meeting further away


def huecos_comunes(
    *, personas: Collection[Funcionario], duracion: timedelta, desde: datetime, cuantos: int
) -> list[Intervalo]:
    """The next gaps that all of them have, up to `HORIZONTE`. Five queries, however many people and days.

    Raises `FueraDelCalendario` when nobody knows the holidays of that year. Disposición: 6.3-asesoria-demanda.
    """
    dia = timezone.localdate(desde, BOGOTA)
    hasta = dia + HORIZONTE
    calendario = cargar(dia, hasta)
    disponibles = disponibilidad_de(personas, desde, datetime.combine(hasta, datetime.min.time(), BOGOTA))
    encontrados = huecos(
        disponibles,
        dias=_habiles(calendario, dia, hasta),
        jornada=JornadaAtencion.objects.de_cada_fecha(),
        duracion=duracion,
        desde=desde,
    )
    return list(islice(encontrados, cuantos))


def _habiles(calendario: Calendario, desde: date, hasta: date) -> Iterator[date]:
    dia = desde
    while dia < min(hasta, calendario.hasta):
        if calendario.es_habil(dia):
            yield dia
        dia += UN_DIA


def disponibilidad_de(personas: Collection[Funcionario], desde: datetime, hasta: datetime) -> list[Disponibilidad]:
    """When each one may be found between two moments. Three queries."""
    horarios: dict[int, dict[int, list[Franja]]] = defaultdict(lambda: defaultdict(list))
    for franja in HorarioAsesor.objects.filter(funcionario__in=personas).order_by("inicia", "id"):
        horarios[franja.funcionario_id][franja.dia].append((franja.inicia, franja.termina))
    ausencias: dict[int, list[tuple[date, date]]] = defaultdict(list)
    fuera = Ausencia.objects.filter(
        asesor__in=personas, hasta__gte=timezone.localdate(desde), desde__lte=timezone.localdate(hasta)
    )
    for quien, sale, vuelve in fuera.order_by("id").values_list("asesor", "desde", "hasta"):
        ausencias[quien].append((sale, vuelve))
    ocupado: dict[int, list[Intervalo]] = defaultdict(list)
    encargos = Encargado.objects.filter(funcionario__in=personas, vigente=True, franja__overlap=(desde, hasta))
    for encargo in encargos.order_by("id"):
        ocupado[encargo.funcionario_id].append(Intervalo(encargo.franja.lower, encargo.franja.upper))
    return [
        Disponibilidad(horario=horarios[una.pk], ausencias=ausencias[una.pk], ocupado=ocupado[una.pk])
        for una in personas
    ]


def franjas_libres(propuesta: Propuesta, ahora: datetime) -> QuerySet[FranjaOfrecida]:
    """The hours offered that nobody took in the meantime and that have not gone by, in order. One query."""
    personas = propuesta.funcionarios.values("pk")
    ocupadas = Encargado.objects.filter(
        funcionario__in=personas,
        vigente=True,
        franja__startswith__lt=OuterRef("termina"),
        franja__endswith__gt=OuterRef("inicia"),
    )
    ausentes = Ausencia.objects.filter(asesor__in=personas, desde__lte=OuterRef("dia"), hasta__gte=OuterRef("dia"))
    futuras = propuesta.franjas.filter(inicia__gt=ahora).annotate(dia=TruncDate(F("inicia"), tzinfo=BOGOTA))
    return futuras.exclude(Exists(ocupadas)).exclude(Exists(ausentes)).order_by("inicia", "id")
