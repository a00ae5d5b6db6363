"""The plans of a year across the Sistema Distrital de Archivos: each entity with its plan, by sector."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from django.db.models import F, Prefetch, QuerySet
from django.db.models.functions import Coalesce

from asiste.archivo.avance import Avance, avance_de
from asiste.archivo.models import LineaAccion, PlanFocalizado, PlanFocalizadoQuerySet
from asiste.directorio.models import Entidad, Funcionario, Sector

SIN_PLAN = "sin-plan"
OTROS = "Otros organismos"
AL_FINAL = 999  # place of who has no sector
ORDEN = ("lugar", "nombre", "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condiciones:
    """Of which year and which entities; what is empty does not limit. `estado` may be `SIN_PLAN`."""

    vigencia: int
    sector: Sector | None = None
    estado: str = ""
    asesor: Funcionario | None = None


@dataclass(frozen=True, slots=True)
class Renglon:
    """An entity, its plan of the year if it has one, and how far it went."""

    entidad: Entidad
    plan: PlanFocalizado | None
    avance: Avance


@dataclass(frozen=True)
class Grupo:
    """The entities of a sector."""

    titulo: str
    renglones: list[Renglon] = field(default_factory=list)

    @cached_property
    def con_plan(self) -> int:
        """How many have a plan that was not discarded."""
        return sum(renglon.plan is not None and not renglon.plan.descartado for renglon in self.renglones)

    @cached_property
    def acordados(self) -> int:
        """How many agreed to it, closed ones included."""
        return sum(renglon.plan is not None and bool(renglon.plan.acordado_en) for renglon in self.renglones)

    @cached_property
    def por_ciento(self) -> int:
        """Mean progress of those plans."""
        avances = [renglon.avance.por_ciento for renglon in self.renglones if renglon.avance.lineas]
        return round(sum(avances) / len(avances)) if avances else 0


def entidades_que_cumplen(pedido: Condiciones) -> QuerySet[Entidad]:
    """The active entities that meet the conditions, to be read in `ORDEN`."""
    planes = PlanFocalizado.objects.filter(vigencia=pedido.vigencia)
    entidades = Entidad.objects.activas().annotate(lugar=Coalesce(F("sector__orden"), AL_FINAL))
    if pedido.sector:
        entidades = entidades.filter(sector=pedido.sector)
    con_plan = planes.en_pie().values("entidad")
    if pedido.estado == SIN_PLAN:
        return entidades.exclude(pk__in=con_plan)
    if pedido.estado == PlanFocalizado.Estado.DESCARTADO:
        entidades = entidades.exclude(pk__in=con_plan)
    if pedido.estado:
        entidades = entidades.filter(pk__in=planes.filter(estado=pedido.estado).values("entidad"))
    if pedido.asesor:
        entidades = entidades.filter(pk__in=planes.filter(asesor=pedido.asesor).values("entidad"))
    return entidades.select_related("sector")


def por_sector(entidades: Iterable[Entidad], planes: PlanFocalizadoQuerySet, vigencia: int) -> list[Grupo]:
    """Entities in `ORDEN`, in groups, each with its plan of that year among `planes`, or what was left. Two queries."""
    del_anio = planes.filter(vigencia=vigencia).select_related("asesor__usuario", "acordado_por")
    con_lineas = del_anio.prefetch_related(Prefetch("lineas", LineaAccion.objects.order_by("orden", "id")))
    de = {plan.entidad_id: plan for plan in con_lineas.order_by(F("descartado_en").asc(nulls_last=True), "id")}
    grupos = groupby(entidades, lambda entidad: entidad.sector.nombre if entidad.sector else OTROS)
    return [Grupo(titulo, [_renglon(entidad, de.get(entidad.pk)) for entidad in suyas]) for titulo, suyas in grupos]


def resumen(grupos: Iterable[Grupo]) -> Grupo:
    """All of them as one group."""
    return Grupo("", [renglon for grupo in grupos for renglon in grupo.renglones])


def _renglon(entidad: Entidad, plan: PlanFocalizado | None) -> Renglon:
    return Renglon(entidad, plan, avance_de(plan.lineas.all() if plan else []))
