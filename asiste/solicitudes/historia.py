"""What the event log says of the term: its pauses and extensions. Nothing else moves a due date."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.libro import Pausa, Prorroga, abrir_libro
from asiste.calendario.termino import Jornada, inicio_del_termino
from asiste.solicitudes.models import Actuacion, Solicitud

UN_DIA = timedelta(days=1)
Tipo = Actuacion.Tipo
DETIENEN = {
    Tipo.SUSPENDIDA: "Se pidió información a la entidad",
    Tipo.ATENDIDA: "Estuvo atendida",
    Tipo.TRASLADADA: "Estuvo trasladada",
    Tipo.DESISTIDA: "Estuvo desistida",
}
REANUDAN = {Tipo.REANUDADA, Tipo.REABIERTA}
MUEVEN_EL_TERMINO = [*DETIENEN, *REANUDAN, Tipo.PRORROGADA]


@dataclass(frozen=True, slots=True)
class Historia:
    """Pauses and extensions of a term, in order; the last pause is open when its `hasta` is None."""

    pausas: tuple[Pausa, ...] = ()
    prorrogas: tuple[Prorroga, ...] = ()

    @property
    def prorroga(self) -> int:
        """Business days that the extensions add."""
        return sum(prorroga.dias for prorroga in self.prorrogas)

    @property
    def cerradas(self) -> tuple[Pausa, ...]:
        """Pauses that ended."""
        return tuple(pausa for pausa in self.pausas if pausa.hasta is not None)


def historia_de(solicitud: Solicitud) -> Historia:
    """History of a request, from its log."""
    return leer_historia(solicitud.actuaciones.filter(tipo__in=MUEVEN_EL_TERMINO).order_by("momento", "id"))


def historias_de(solicitudes: Collection[int]) -> dict[int, Historia]:
    """Histories of many requests, by id, in one query; those without events are left out."""
    por_caso: dict[int, list[Actuacion]] = defaultdict(list)
    hechos = Actuacion.objects.filter(solicitud__in=solicitudes, tipo__in=MUEVEN_EL_TERMINO)
    for hecho in hechos.order_by("momento", "id"):
        por_caso[hecho.solicitud_id].append(hecho)
    return {caso: leer_historia(suyos) for caso, suyos in por_caso.items()}


def leer_historia(actuaciones: Iterable[Actuacion]) -> Historia:
    """Pauses and extensions told by actuaciones in their order.

    A pause goes from the day after the one that stops the term to the day it is resumed, both included: as on
    reception, the count goes on the day after. Being attended stops it too, until the case is reopened.
    """
    pausas: list[Pausa] = []
    prorrogas: list[Prorroga] = []
    abierta: Pausa | None = None
    for actuacion in actuaciones:
        tipo, dia = Tipo(actuacion.tipo), timezone.localdate(actuacion.momento)
        if tipo == Tipo.PRORROGADA and actuacion.dias:
            prorrogas.append(Prorroga(actuacion.dias, actuacion.texto, actuacion.autor_nombre))
        elif tipo in DETIENEN and abierta is None:
            abierta = Pausa(dia + UN_DIA, None, DETIENEN[tipo], actuacion.autor_nombre)
        elif tipo in REANUDAN and abierta is not None:
            pausas.append(Pausa(abierta.desde, dia, abierta.motivo, abierta.quien))
            abierta = None
    return Historia((*pausas, *([abierta] if abierta else [])), tuple(prorrogas))


def calcular(solicitud: Solicitud, historia: Historia, calendario: Calendario, jornada: Jornada) -> None:
    """Writes on the request, without saving it, the day its term starts, its extension and its due date.

    An open pause leaves the due date where it was before it.
    """
    solicitud.inicia_el = inicio_del_termino(solicitud.recibida_en, jornada=jornada, calendario=calendario)
    libro = abrir_libro(
        calendario=calendario,
        recibida=solicitud.inicia_el,
        dias=solicitud.dias,
        pausas=historia.cerradas,
        prorrogas=historia.prorrogas,
        hoy=solicitud.inicia_el,
    )
    solicitud.prorroga = historia.prorroga
    solicitud.vence_el = libro.vence or libro.vence_sin_pausas


CAMPOS_DEL_TERMINO: Sequence[str] = ("inicia_el", "prorroga", "vence_el")
