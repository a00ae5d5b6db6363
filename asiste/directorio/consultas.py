"""Who attends whom, today."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

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
    asignaciones = (
        AsesorAsignado.objects.vigentes(hoy)
        .filter(dependencia__in=Dependencia.objects.arbol(oficina), asesor__usuario__is_active=True)
        .select_related("asesor__usuario", "asesor__dependencia", "dependencia", "sector", "entidad", "tema")
        .order_by("dependencia__orden", "-desde", "-id")
    )
    componentes = {tema.padre_id for tema in temas if tema.padre_id}
    criterios: list[tuple[str, dict[str, Any]]] = [("por el tema", {"tema__in": temas})] if temas else []
    criterios += [("por el componente", {"tema__in": componentes})] if componentes else []
    criterios += [("por excepción de la entidad", {"entidad": entidad})] if entidad else []
    criterios += [("por el sector", {"sector": sector})] if sector else []
    for motivo, criterio in criterios:
        if asignacion := asignaciones.filter(**criterio).first():
            asesor = presente(asesor=asignacion.asesor, hoy=hoy)
            reemplazo = "" if asesor == asignacion.asesor else f", en reemplazo de {asignacion.asesor}"
            return Eleccion(asesor, oficina_que_atiende(asesor, asignacion.dependencia), motivo + reemplazo)
    return Eleccion(None, oficina, "sin asesor asignado")


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
