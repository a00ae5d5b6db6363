"""Who attends whom, today."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from asiste.directorio.models import AsesorAsignado, Ausencia, Dependencia, Entidad, Funcionario, Sector

if TYPE_CHECKING:
    from asiste.portafolio.models import Tema


@dataclass(frozen=True, slots=True)
class Eleccion:
    """Adviser and office that get a request, and why; no adviser means the line of the office."""

    asesor: Funcionario | None
    dependencia: Dependencia
    motivo: str


def elegir_asesor(
    *, dependencia: Dependencia, entidad: Entidad | None, sector: Sector | None, temas: Collection["Tema"], hoy: date
) -> Eleccion:
    """The adviser in force for a topic, else its component, else the entity, else its sector.

    Looks in the office, then in those under it in the order of the catalogue. The office is the one of the topic
    when it is under `dependencia` (the archive allocates by subdirección and component). Who is away is replaced
    by the substitute; who has no active account gets nothing. Disposición: 6.2-asesor-sector.
    """
    oficina = next((tema.dependencia for tema in temas if tema.dependencia.padre_id == dependencia.pk), dependencia)
    vigentes = _asignaciones(oficina, hoy=hoy, temas=temas, entidad=entidad, sector=sector)
    propios = {tema.pk for tema in temas}
    padres = {tema.padre_id for tema in temas if tema.padre_id}
    criterios: list[tuple[str, Callable[[AsesorAsignado], bool]]] = [
        ("por el tema", lambda asignada: asignada.tema_id in propios),
        ("por el componente", lambda asignada: asignada.tema_id in padres),
        ("por excepción de la entidad", lambda asignada: asignada.entidad_id is not None),
        ("por el sector", lambda asignada: asignada.sector_id is not None),
    ]
    for motivo, cumple in criterios:
        if asignacion := next(filter(cumple, vigentes), None):
            asesor = presente(asesor=asignacion.asesor, hoy=hoy)
            reemplazo = "" if asesor == asignacion.asesor else f", en reemplazo de {asignacion.asesor}"
            return Eleccion(asesor, oficina_que_atiende(asesor, asignacion.dependencia), motivo + reemplazo)
    return Eleccion(None, oficina, "sin asesor asignado")


def _asignaciones(
    oficina: Dependencia, *, hoy: date, temas: Collection["Tema"], entidad: Entidad | None, sector: Sector | None
) -> list[AsesorAsignado]:
    """Those that fit the case in some way, first the office's own, then by the order of the offices; newest first."""
    claves = {clave for tema in temas for clave in (tema.pk, tema.padre_id) if clave}
    cabe = Q(tema__in=claves)
    cabe |= Q(entidad=entidad) if entidad else Q()
    cabe |= Q(sector=sector) if sector else Q()
    return list(
        AsesorAsignado.objects.vigentes(hoy)
        .filter(cabe, dependencia__in=Dependencia.objects.arbol(oficina), asesor__usuario__is_active=True)
        .select_related("asesor__usuario", "asesor__dependencia", "dependencia")
        .order_by("dependencia__orden", "-desde", "-id")
    )


def oficina_que_atiende(asesor: Funcionario, dependencia: Dependencia) -> Dependencia:
    """The adviser's own office when it is under the one that has the request; otherwise it stays where it is."""
    return asesor.dependencia if asesor.dependencia.padre_id == dependencia.pk else dependencia


def presente(*, asesor: Funcionario, hoy: date) -> Funcionario:
    """The adviser, or who stands in today (one step: a substitute who is away too keeps the request)."""
    ausencia = (
        Ausencia.objects.filter(asesor=asesor, desde__lte=hoy, hasta__gte=hoy)
        .select_related("sustituto__usuario", "sustituto__dependencia")
        .order_by("-id")
        .first()
    )
    return ausencia.sustituto if ausencia else asesor


def a_quienes_cubre(*, asesor: Funcionario, hoy: date) -> set[int]:
    """Ids of the adviser and of those he or she stands in for today."""
    ausentes = Ausencia.objects.filter(sustituto=asesor, desde__lte=hoy, hasta__gte=hoy)
    return {asesor.pk, *ausentes.values_list("asesor_id", flat=True)}
