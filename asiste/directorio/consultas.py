"""Who attends whom, today."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from asiste.cuentas.models import Rol
from asiste.directorio.models import AsesorAsignado, Ausencia, Dependencia, Encargo, Entidad, Funcionario, Sector

if TYPE_CHECKING:
    from asiste.portafolio.models import Tema


@dataclass(frozen=True, slots=True)
class Eleccion:
    """Adviser and office that get a request, and why; no adviser means the line of the office."""

    asesor: Funcionario | None
    dependencia: Dependencia
    motivo: str


@dataclass(frozen=True)
class Reparto:
    """The allocation as it is on a day: of each office and those under it, in order of preference.

    `presente` gives who is there, or stands in, for an adviser.
    """

    asignaciones: Mapping[int, Sequence[AsesorAsignado]]
    presente: Callable[[Funcionario], Funcionario]

    def elegir(
        self, *, dependencia: Dependencia, entidad: Entidad | None, sector: Sector | None, temas: Collection["Tema"]
    ) -> Eleccion:
        """The adviser in force for a topic, else its component, else the entity, else its sector.

        Looks in the office, then in those under it in the order of the catalogue. Who is away is replaced by the
        substitute; who has no active account gets nothing. Disposición: 6.2-asesor-sector.
        """
        oficina = oficina_de(dependencia, temas)
        propios = {tema.pk for tema in temas}
        padres = {tema.padre_id for tema in temas if tema.padre_id}
        criterios: list[tuple[str, Callable[[AsesorAsignado], bool]]] = [
            ("por el tema", lambda asignada: asignada.tema_id in propios),
            ("por el componente", lambda asignada: asignada.tema_id in padres),
            ("por excepción de la entidad", lambda asignada: entidad is not None and asignada.entidad_id == entidad.pk),
            ("por el sector", lambda asignada: sector is not None and asignada.sector_id == sector.pk),
        ]
        suyas = self.asignaciones.get(oficina.pk, ())
        for motivo, cumple in criterios:
            if asignacion := next(filter(cumple, suyas), None):
                asesor = self.presente(asignacion.asesor)
                reemplazo = "" if asesor == asignacion.asesor else f", en reemplazo de {asignacion.asesor}"
                return Eleccion(asesor, oficina_que_atiende(asesor, asignacion.dependencia), motivo + reemplazo)
        return Eleccion(None, oficina, "sin asesor asignado")


def leer_reparto(hoy: date, cabe: Q | None = None) -> Reparto:
    """The whole allocation, to attend many cases, or what fits `cabe`: by the order of the offices, newest first."""
    vigentes = (
        AsesorAsignado.objects.vigentes(hoy)
        .filter(cabe or Q(), asesor__usuario__is_active=True)
        .select_related("asesor__usuario", "asesor__dependencia", "dependencia__padre")
        .order_by("dependencia__orden", "-desde", "-id")
    )
    asignaciones: dict[int, list[AsesorAsignado]] = defaultdict(list)
    for asignada in vigentes:
        for oficina in asignada.dependencia.linea:
            asignaciones[oficina].append(asignada)
    return Reparto(asignaciones, cache(partial(_presente, hoy)))


def elegir_asesor(
    *, dependencia: Dependencia, entidad: Entidad | None, sector: Sector | None, temas: Collection["Tema"], hoy: date
) -> Eleccion:
    """Who gets one case, as `Reparto.elegir`, reading only what may fit it."""
    claves = {clave for tema in temas for clave in (tema.pk, tema.padre_id) if clave}
    cabe = Q(tema__in=claves)
    cabe |= Q(entidad=entidad) if entidad else Q()
    cabe |= Q(sector=sector) if sector else Q()
    oficina = oficina_de(dependencia, temas)
    en_su_arbol = Q(dependencia=oficina) | Q(dependencia__padre=oficina) | Q(dependencia__padre__padre=oficina)
    reparto = leer_reparto(hoy, cabe & en_su_arbol)
    return reparto.elegir(dependencia=dependencia, entidad=entidad, sector=sector, temas=temas)


def oficina_de(dependencia: Dependencia, temas: Collection["Tema"]) -> Dependencia:
    """That of the topic when it is under `dependencia`: the archive allocates by subdirección and component."""
    return next((tema.dependencia for tema in temas if tema.dependencia.padre_id == dependencia.pk), dependencia)


def oficina_que_atiende(asesor: Funcionario, dependencia: Dependencia) -> Dependencia:
    """The adviser's own office when it is under the one that has the request; otherwise it stays where it is."""
    return asesor.dependencia if asesor.dependencia.padre_id == dependencia.pk else dependencia


def presente(*, asesor: Funcionario, hoy: date) -> Funcionario:
    """The adviser, or who stands in today (one step: a substitute who is away too keeps the request)."""
    return _presente(hoy, asesor)


def _presente(hoy: date, asesor: Funcionario) -> Funcionario:
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


def cabezas_de(*, dependencia: Dependencia, hoy: date) -> list[Funcionario]:
    """Who heads the office or one above it, and may sign for it on a day: by an act first, then by position.

    Only the Director(a) or Subdirector(a): the subsecretaría does not sign concepts. Disposición: 6.3-conceptos.
    """
    activos = Funcionario.objects.filter(usuario__is_active=True).select_related("usuario", "dependencia")
    por_acto = Encargo.objects.vigentes(hoy).filter(dependencia__in=_firman(dependencia)).values("funcionario")
    ausentes = Ausencia.objects.filter(desde__lte=hoy, hasta__gte=hoy).values("asesor")
    return [
        *activos.filter(pk__in=por_acto).order_by("id"),
        *titulares_de(dependencia).exclude(pk__in=ausentes).exclude(pk__in=por_acto).order_by("id"),
    ]


def titulares_de(dependencia: Dependencia) -> QuerySet[Funcionario]:
    """Who heads the office or one above it by position, present or away. No query of people yet."""
    cargos = Funcionario.objects.filter(usuario__is_active=True, usuario__rol__in=[Rol.DIRECCION, Rol.SUBDIRECCION])
    return cargos.filter(dependencia__in=_firman(dependencia)).select_related("usuario", "dependencia")


def _firman(dependencia: Dependencia) -> set[int]:
    """The office and those above it whose head signs."""
    return {oficina.pk for oficina in dependencia.cadena() if oficina.tipo != Dependencia.Tipo.SUBSECRETARIA}


def oficinas_a_cargo(*, funcionario: Funcionario, hoy: date) -> QuerySet[Dependencia]:
    """Offices for which the person may sign on a day: those that he or she heads, and those under them.

    The same rule as `cabezas_de`, seen from the person. For who heads none, as most, there is nothing left to ask.
    Disposición: 6.3-conceptos.
    """
    firman = Dependencia.objects.exclude(tipo=Dependencia.Tipo.SUBSECRETARIA)
    raices = _encabeza(funcionario, hoy) if funcionario.usuario.is_active else set()
    return firman.filter(Q(pk__in=raices) | Q(padre__in=firman.filter(pk__in=raices))) if raices else firman.none()


def _encabeza(funcionario: Funcionario, hoy: date) -> set[int]:
    """By an act, and by position unless the person is away."""
    por_acto = Encargo.objects.vigentes(hoy).filter(funcionario=funcionario)
    raices = set(por_acto.values_list("dependencia_id", flat=True))
    if funcionario.usuario.rol in {Rol.DIRECCION, Rol.SUBDIRECCION}:
        ausente = Ausencia.objects.filter(asesor=funcionario, desde__lte=hoy, hasta__gte=hoy)
        raices |= set() if ausente.exists() else {funcionario.dependencia_id}
    return raices
