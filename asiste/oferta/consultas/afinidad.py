"""Open requests on one topic that several entities could be attended on together. Disposición: 6.3-asesoria-grupo."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Min, OuterRef, Q

from asiste.agenda.models import Sesion
from asiste.portafolio.models import Tema
from asiste.solicitudes.models import Solicitud, TemaSolicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet

ENTIDADES = 2  # fewer are no group
EN_GRUPO = ("mesa", "asesoria", "taller", "jornada", "seminario")  # a concept or a visit is of one entity


@dataclass(frozen=True, slots=True)
class Afines:
    """A topic with how many requests and entities wait on it, and the first due date among them."""

    tema: Tema
    solicitudes: int
    entidades: int
    en_fila: int
    vence_el: date


def agrupables(visibles: SolicitudQuerySet, dependencias: Collection[int]) -> SolicitudQuerySet:
    """Requests of those offices whose term runs, of a known entity, in a modality that admits several, without session.

    One that asked for nothing in particular admits it too.
    """
    citadas = Sesion.solicitudes.through.objects.filter(solicitud=OuterRef("pk"), sesion__estado__in=Sesion.PENDIENTES)
    admite = Q(modalidad__isnull=True) | Q(modalidad__clave__in=EN_GRUPO)
    return (
        visibles.corriendo()
        .filter(admite, dependencia__in=dependencias, entidad__isnull=False)
        .exclude(Exists(citadas))
    )


def del_mismo_tema(solicitudes: SolicitudQuerySet, tema: Tema) -> SolicitudQuerySet:
    """Those about exactly that topic."""
    return solicitudes.filter(pk__in=TemaSolicitud.objects.filter(tema=tema).values("solicitud"))


def afines(solicitudes: SolicitudQuerySet) -> list[Afines]:
    """Topics on which at least two entities wait, first the one that is due first. Two queries."""
    filas = list(
        TemaSolicitud.objects.filter(solicitud__in=solicitudes.order_by().values("pk"))
        .values("tema")
        .annotate(
            cuantas=Count("solicitud", distinct=True),
            entidades=Count("solicitud__entidad", distinct=True),
            en_fila=Count("solicitud", distinct=True, filter=Q(solicitud__estado=Solicitud.Estado.POR_TOMAR)),
            vence=Min("solicitud__vence_el"),
        )
        .filter(entidades__gte=ENTIDADES)
        .order_by("vence", "tema")
    )
    temas = Tema.objects.select_related("dependencia").in_bulk([fila["tema"] for fila in filas])
    return [
        Afines(temas[fila["tema"]], fila["cuantas"], fila["entidades"], fila["en_fila"], fila["vence"])
        for fila in filas
    ]
