"""How many cases each person of a team has in hand, and how many of each state there are."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.models import Funcionario
from asiste.solicitudes import alcance
from asiste.solicitudes.conteo import TOPE, contar_hasta
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet
from asiste.web.equipo.acceso import companeros
from asiste.web.equipo.listas import fin_de_la_semana


@dataclass(frozen=True, slots=True)
class Carga:
    """Open cases of a person; without person, those that nobody has."""

    persona: Funcionario | None
    por_tomar: int = 0
    en_tramite: int = 0
    vencidas: int = 0
    semana: int = 0

    @property
    def abiertas(self) -> int:
        """All of them."""
        return self.por_tomar + self.en_tramite


def carga_del_equipo(usuario: Usuario, hoy: date) -> list[Carga]:
    """Load of each adviser of the tree, by name, and what nobody has at the end. Two queries."""
    estado = Solicitud.Estado
    corre = Q(estado__in=Solicitud.CORREN)  # what waits for the entity is not overdue
    filas = (
        alcance.solicitudes_del_equipo(usuario)
        .abiertas()
        .values_list("asesor")
        .annotate(
            por_tomar=Count("pk", filter=Q(estado=estado.POR_TOMAR)),
            en_tramite=Count("pk", filter=Q(estado=estado.EN_TRAMITE)),
            vencidas=Count("pk", filter=corre & Q(vence_el__lt=hoy)),
            semana=Count("pk", filter=corre & Q(vence_el__range=(hoy, fin_de_la_semana(hoy)))),
        )
        .order_by("asesor")
    )
    cuentas: dict[int | None, list[int]] = {asesor: cuenta for asesor, *cuenta in filas}
    cargas = [
        Carga(persona, *cuentas.get(persona.pk, []))
        for persona in companeros(usuario)
        if persona.pk in cuentas or persona.usuario.rol == Rol.ASESOR
    ]
    return [*cargas, Carga(None, *cuentas[None])] if None in cuentas else cargas


def por_estado(solicitudes: SolicitudQuerySet, hoy: date) -> list[dict[str, Any]]:
    """How many open, attended and ended this year, up to `TOPE` + 1, with the filter that lists them. One query."""
    estado = Solicitud.Estado
    este_anio = solicitudes.filter(cerrada_en__year=hoy.year)
    conjuntos = {uno: este_anio if uno in Solicitud.TERMINADOS else solicitudes for uno in estado}
    cuentas = contar_hasta(TOPE, **{uno.name: conjunto.filter(estado=uno) for uno, conjunto in conjuntos.items()})
    rotulos = dict(estado.choices) | {estado.CERRADA.value: f"Cerradas en {hoy.year}"}
    siempre = {estado.EN_TRAMITE, estado.ATENDIDA, estado.CERRADA, estado.POR_TOMAR}
    return [
        {"estado": uno.value, "texto": rotulos[uno.value], "cuenta": cuentas[uno.name]}
        for uno in estado
        if uno in siempre or cuentas[uno.name]
    ]
