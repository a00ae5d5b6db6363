"""«Abarcar la totalidad»: whom of its target an activity has reached. Disposición: 6.3-promocion."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Case, Exists, Max, OuterRef, QuerySet, Subquery, Value, When

from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.directorio.models import Entidad
from asiste.oferta.models import Actividad

INVITADAS = [Invitado.Situacion.INVITADO, Invitado.Situacion.EN_ESPERA]


class Alcance(models.TextChoices):
    """How far an activity has come with an entity of its target."""

    ALCANZADA = "alcanzada", "Alcanzadas"
    INVITADA = "invitada", "Invitadas, sin asistir"
    SIN_INVITAR = "sin-invitar", "Sin invitar"


@dataclass(frozen=True, slots=True)
class Cobertura:
    """The target of an activity by how far it has come, and how many came from outside it."""

    grupos: dict[Alcance, list[Any]]  # entities, with `ultima`
    de_fuera: int

    @property
    def total(self) -> int:
        """Entities of the target."""
        return sum(map(len, self.grupos.values()))

    @property
    def alcanzadas(self) -> int:
        """Those somebody came from."""
        return len(self.grupos[Alcance.ALCANZADA])

    @property
    def por_ciento(self) -> int:
        """Share of the target that was reached, rounded down: only all of it is a hundred."""
        return self.alcanzadas * 100 // self.total if self.total else 0


def con_alcance(actividad: Actividad) -> QuerySet[Any]:
    """Entities of the target with `alcance` and the day of `ultima`, by name."""
    suyas = _sesiones(actividad)
    vinieron = Asistencia.objects.validas().filter(sesion__in=suyas.values("pk"), entidad=OuterRef("pk"))
    invitadas = Invitado.objects.filter(sesion__in=suyas.values("pk"), entidad=OuterRef("pk"), situacion__in=INVITADAS)
    ultima = vinieron.order_by().values("entidad").annotate(dia=Max("sesion__inicia")).values("dia")
    objetivo: QuerySet[Any] = actividad.publico.entidades_objetivo().select_related("sector")
    anotadas: QuerySet[Any] = objetivo.annotate(
        alcance=Case(
            When(Exists(vinieron), then=Value(Alcance.ALCANZADA.value)),
            When(Exists(invitadas), then=Value(Alcance.INVITADA.value)),
            default=Value(Alcance.SIN_INVITAR.value),
        ),
        ultima=Subquery(ultima),
    )
    return anotadas


def cobertura_de(actividad: Actividad) -> Cobertura:
    """The coverage of an activity."""
    grupos: dict[Alcance, list[Any]] = {alcance: [] for alcance in Alcance}
    for entidad in con_alcance(actividad):
        grupos[Alcance(entidad.alcance)].append(entidad)
    de_fuera = (
        Asistencia.objects.validas()
        .filter(sesion__in=_sesiones(actividad).values("pk"), entidad__isnull=False)
        .exclude(entidad__in=actividad.publico.entidades_objetivo().order_by().values("pk"))
    )
    return Cobertura(grupos, de_fuera.aggregate(cuantas=models.Count("entidad", distinct=True))["cuantas"])


def las_que_faltan(actividad: Actividad, *, tambien_invitadas: bool) -> list[Entidad]:
    """Entities of the target nobody came from: those never invited and, if asked for, those that did not come."""
    cuales = [Alcance.SIN_INVITAR, *([Alcance.INVITADA] if tambien_invitadas else [])]
    return list(con_alcance(actividad).filter(alcance__in=cuales))


def _sesiones(actividad: Actividad) -> SesionQuerySet:
    """Those of the activity; the cancelled ones left out."""
    return Sesion.objects.filter(actividades=actividad).vigentes()
