"""What waits for each person of the team this morning, read once for everybody."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from django.db.models import Count, F, Q
from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.cuentas.models import Rol
from asiste.directorio.equipo import JEFES, Equipo
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import PreferenciaAvisos
from asiste.solicitudes.avisos.pendientes import COLUMNAS
from asiste.solicitudes.models import Actuacion, Redaccion, Solicitud, TemaSolicitud

Estado = Solicitud.Estado
DE_LA_ENTIDAD = [Actuacion.Tipo.RECIBIDA, Actuacion.Tipo.REANUDADA]


@dataclass(frozen=True, slots=True)
class Esperan:
    """What only the modules above know: the quarantine of each office, and what each account has to review or sign."""

    retenidos: Mapping[int | None, int]
    por_decidir: Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Situacion:
    """The open cases and what hangs from them, on a day; always the same number of queries."""

    ahora: datetime
    fin_de_semana: date
    equipo: Equipo
    casos: list[Solicitud]
    contestadas: set[int]
    temas: dict[int, list[tuple[str, str]]]
    borradores: dict[int, int]
    sin_entidad: dict[int, int]
    de_arriba: Esperan
    quieren: dict[int, PreferenciaAvisos]

    @classmethod
    def leer(
        cls,
        *,
        ahora: datetime,
        calendario: Calendario,
        desde: datetime | None,
        de_arriba: Esperan,
    ) -> Self:
        """The team and its cases; `desde` is when the digest before was written, by default a business day ago."""
        hoy = timezone.localdate(ahora)
        equipo = Equipo.leer(hoy)
        abiertas = Solicitud.objects.abiertas()
        columnas = (*COLUMNAS, "recibida_en")
        return cls(
            ahora=ahora,
            fin_de_semana=calendario.sumar(hoy, 5),
            equipo=equipo,
            casos=list(abiertas.only(*columnas).order_by("vence_el", "id")),
            contestadas=_contestadas(desde or ahora - (hoy - calendario.restar(hoy, 1))),
            temas=_temas_ajenos(),
            borradores=_borradores(),
            sin_entidad=dict(
                Solicitud.objects.sin_entidad().order_by().values_list("dependencia").annotate(Count("pk"))
            ),
            de_arriba=de_arriba,
            quieren=PreferenciaAvisos.objects.de_cada_uno({una.usuario_id for una in equipo.personas.values()}),
        )

    @property
    def hoy(self) -> date:
        """The day, in Bogotá."""
        return timezone.localdate(self.ahora)

    def destinatarios(self) -> list[Funcionario]:
        """Advisers and heads who are here today and want the digest."""
        return [
            una
            for una in self.equipo.personas.values()
            if una.usuario.rol in {Rol.ASESOR, *JEFES}
            and una.pk not in self.equipo.sustitutos
            and self.quieren[una.usuario_id].resumen
        ]

    def de(self, persona: Funcionario) -> list[Solicitud]:
        """Open cases of the person, and of those he or she stands in for."""
        suyos = self.equipo.cubre(persona.pk)
        return [caso for caso in self.casos if caso.asesor_id in suyos]

    def de_la_fila(self, persona: Funcionario) -> list[Solicitud]:
        """What waits to be taken by the person: the own line and what nobody has in the office."""
        suyos = self.equipo.cubre(persona.pk)
        return [
            caso
            for caso in self.casos
            if caso.estado == Estado.POR_TOMAR
            and (caso.asesor_id in suyos or (caso.asesor_id is None and caso.dependencia_id == persona.dependencia_id))
        ]

    def del_arbol(self, oficinas: Collection[int]) -> list[Solicitud]:
        """Open cases of some offices."""
        return [caso for caso in self.casos if caso.dependencia_id in oficinas]


def _contestadas(desde: datetime) -> set[int]:
    """Open cases where the entity wrote since then."""
    escritos = Actuacion.objects.filter(
        tipo__in=DE_LA_ENTIDAD, momento__gte=desde, solicitud__estado__in=Solicitud.ABIERTOS
    )
    return set(escritos.values_list("solicitud", flat=True))


def _temas_ajenos() -> dict[int, list[tuple[str, str]]]:
    """Radicado and topic that each person owes in cases that others coordinate."""
    pendientes = TemaSolicitud.objects.filter(
        estado=TemaSolicitud.Estado.PENDIENTE, responsable__isnull=False, solicitud__estado__in=Solicitud.ABIERTOS
    )
    deben = defaultdict(list)
    ajenos = pendientes.filter(Q(solicitud__asesor__isnull=True) | ~Q(solicitud__asesor=F("responsable")))
    for persona, radicado, tema in ajenos.order_by("solicitud__vence_el", "id").values_list(
        "responsable", "solicitud__radicado", "tema__nombre"
    ):
        deben[persona].append((radicado, tema))
    return deben


def _borradores() -> dict[int, int]:
    """Answers begun and not sent, by adviser of their case."""
    sin_enviar = Redaccion.objects.filter(
        clase=Redaccion.Clase.RESPUESTA, solicitud__estado__in=Solicitud.ABIERTOS, solicitud__asesor__isnull=False
    ).exclude(texto="")
    return dict(sin_enviar.order_by().values_list("solicitud__asesor").annotate(Count("pk")))
