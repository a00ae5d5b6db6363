"""Topics asked again and again that the plan of the year has no activity for."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from asiste.directorio.models import Entidad
from asiste.oferta.consultas.ambito import Ambito, lapso
from asiste.oferta.models import Actividad
from asiste.portafolio.models import Tema
from asiste.solicitudes.models import Solicitud, TemaSolicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet

VECES, ENTIDADES = 5, 3  # what is proposed as recurring; who looks may ask for other figures
NO_CUENTAN = [Solicitud.Estado.ANULADA, Solicitud.Estado.FUSIONADA, Solicitud.Estado.TRASLADADA]


@dataclass(frozen=True, slots=True)
class Recurrente:
    """A topic, how often it was asked and by how many, and whether next year's plan has it already."""

    tema: Tema
    veces: int
    entidades: int
    planeado: bool


def pedidas(ambito: Ambito) -> SolicitudQuerySet:
    """Requests received in the year by a known entity; not those that turned out to be no request."""
    desde, hasta = lapso(ambito.vigencia)
    recibidas = ambito.solicitudes.filter(recibida_en__gte=desde, recibida_en__lt=hasta, entidad__isnull=False)
    return recibidas.exclude(estado__in=NO_CUENTAN)


def recurrentes(ambito: Ambito, *, veces: int, entidades: int) -> list[Recurrente]:
    """Topics asked at least so many times by so many entities, without an activity that year. Three queries."""
    filas = list(
        TemaSolicitud.objects.filter(
            solicitud__in=pedidas(ambito).order_by().values("pk"), tema__in=ambito.temas.order_by().values("pk")
        )
        .exclude(tema__in=_planeados(ambito, ambito.vigencia))
        .values("tema")
        .annotate(veces=Count("solicitud", distinct=True), cuantas=Count("solicitud__entidad", distinct=True))
        .filter(veces__gte=veces, cuantas__gte=entidades)
        .order_by("-veces", "tema")
    )
    temas = Tema.objects.in_bulk([fila["tema"] for fila in filas])
    del_otro = set(_planeados(ambito, ambito.vigencia + 1).values_list("tema", flat=True)) if filas else set()
    return [Recurrente(temas[fila["tema"]], fila["veces"], fila["cuantas"], fila["tema"] in del_otro) for fila in filas]


def quienes_pidieron(ambito: Ambito, tema: Tema) -> QuerySet[Entidad]:
    """Active entities that asked about a topic in the year, by name."""
    casos = pedidas(ambito).filter(pk__in=TemaSolicitud.objects.filter(tema=tema).values("solicitud"))
    return Entidad.objects.activas().filter(pk__in=casos.order_by().values("entidad"))


def _planeados(ambito: Ambito, vigencia: int) -> QuerySet[Any, Any]:
    """Topics of the activities in the plan of a year."""
    temas = Actividad.temas.through.objects.filter(
        actividad__plan__direccion=ambito.direccion,
        actividad__plan__vigencia=vigencia,
        actividad__retirada_en__isnull=True,
    )
    return temas.values("tema")
