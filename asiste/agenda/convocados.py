"""Whom a session reaches: who would be invited, whom nobody can reach and which entities are missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from django.db.models import Q, QuerySet

from asiste.agenda.cupo import lugares_libres
from asiste.agenda.models import Invitado, Sesion
from asiste.directorio.models import Enlace, Entidad
from asiste.notificaciones.models import Rebote


@dataclass(frozen=True, slots=True)
class Candidato:
    """A contact of the target: how the person stands in the session, and since when the address bounces."""

    enlace: Enlace
    invitado: Invitado | None
    rebota_desde: date | None

    @property
    def por_invitar(self) -> bool:
        """Not invited yet, and its mail arrives: what is marked when the page opens."""
        return self.invitado is None and self.rebota_desde is None

    @property
    def se_puede(self) -> bool:
        """May be marked: new, or withdrawn before."""
        return self.invitado is None or self.invitado.situacion == Invitado.Situacion.RETIRADO


@dataclass(frozen=True, slots=True)
class Prevision:
    """What would happen if the session were convoked now."""

    candidatos: list[Candidato]
    sin_enlace: list[Entidad]
    aparte: list[Invitado]  # added by hand and still without invitation
    libres: int | None

    @property
    def nuevos(self) -> int:
        """How many are marked at first."""
        return sum(candidato.por_invitar for candidato in self.candidatos)

    @property
    def en_espera(self) -> int:
        """How many of those would have no place."""
        return 0 if self.libres is None else max(0, self.nuevos - self.libres)


def prever(sesion: Sesion, hoy: date) -> Prevision:
    """The preview of a convocatoria. As many queries with one contact as with three hundred."""
    enlaces = una_vez(list(sesion.publico.enlaces_objetivo(hoy)) if sesion.publico else [])
    correos = [enlace.correo for enlace in enlaces]
    invitados = {uno.correo: uno for uno in sesion.invitados.order_by("id")}
    rebotes = dict(Rebote.objects.filter(correo__in=correos).values_list("correo", "desde"))
    candidatos = [Candidato(uno, invitados.get(uno.correo), rebotes.get(uno.correo)) for uno in enlaces]
    pendientes = sesion.invitados.all().de_fuera().con_lugar().filter(secuencia_enviada=None)
    return Prevision(
        candidatos=candidatos,
        sin_enlace=_sin_enlace(sesion, hoy),
        aparte=list(pendientes.exclude(correo__in=correos).por_nombre()),
        libres=lugares_libres(sesion),
    )


def una_vez(enlaces: Sequence[Enlace]) -> list[Enlace]:
    """Each address once, though it is the contact of several entities."""
    return list({enlace.correo: enlace for enlace in reversed(enlaces)}.values())[::-1]


def en_turno(enlaces: Sequence[Enlace]) -> list[Enlace]:
    """The first contact of each entity, then the second ones: when places run out, every entity got one."""
    vistos: dict[int, count[int]] = {}
    vueltas = {uno.pk: next(vistos.setdefault(uno.entidad_id, count())) for uno in enlaces}
    return sorted(enlaces, key=lambda uno: vueltas[uno.pk])


def sin_representar(sesion: Sesion) -> QuerySet[Entidad]:
    """Entities of the target from which nobody is invited, or all declined. Disposición: 6.3-promocion."""
    if sesion.publico is None:
        return Entidad.objects.none()
    vienen = sesion.invitados.filter(
        Q(situacion=Invitado.Situacion.INVITADO) | Q(situacion=Invitado.Situacion.EN_ESPERA)
    ).exclude(respuesta=Invitado.Respuesta.NO_ASISTE)
    presentes = vienen.exclude(entidad=None).values("entidad")
    return sesion.publico.entidades_objetivo().exclude(pk__in=presentes)


def _sin_enlace(sesion: Sesion, hoy: date) -> list[Entidad]:
    if sesion.publico is None:
        return []
    con_enlace = sesion.publico.enlaces_objetivo(hoy).order_by().values("entidad")
    return list(sesion.publico.entidades_objetivo().exclude(pk__in=con_enlace))
