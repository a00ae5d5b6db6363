"""Saying whom something is for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Self

from django.db import transaction

from asiste.agenda.acciones.sesiones import bloquear_sesion, exigir_pendiente
from asiste.agenda.models import Publico, Sesion
from asiste.directorio.models import Entidad, Sector
from asiste.portafolio.models import Tema


@dataclass(frozen=True, slots=True, kw_only=True)
class DatosPublico:
    """A target, as a form brings it. Its conditions are added up."""

    todas: bool = False
    sectores: Collection[Sector] = ()
    naturalezas: Collection[str] = ()
    entidades: Collection[Entidad] = ()
    temas: Collection[Tema] = ()

    @classmethod
    def de(cls, publico: Publico) -> Self:
        """Those of a target that exists, to make another one alike."""
        return cls(
            todas=publico.todas,
            sectores=tuple(publico.sectores.order_by("orden", "id")),
            naturalezas=tuple(publico.naturalezas),
            entidades=tuple(publico.entidades.order_by("nombre", "id")),
            temas=tuple(publico.temas.order_by("orden", "id")),
        )


@transaction.atomic
def guardar_publico(*, datos: DatosPublico, publico: Publico | None = None) -> Publico:
    """The target with those conditions: a new one, or the given one changed."""
    guardado = publico or Publico()
    guardado.todas = datos.todas
    guardado.naturalezas = list(datos.naturalezas)
    guardado.save()
    guardado.sectores.set(datos.sectores)
    guardado.entidades.set(datos.entidades)
    guardado.temas.set(datos.temas)
    return guardado


@transaction.atomic
def dirigir_a(*, sesion: Sesion, entidades: Iterable[Entidad], temas: Collection[Tema] = ()) -> Sesion:
    """Makes those entities the target of a session that has not been held. Raises `ReglaIncumplida`."""
    sesion = bloquear_sesion(sesion)
    exigir_pendiente(sesion)
    datos = DatosPublico(entidades=tuple(entidades), temas=temas)
    sesion.publico = guardar_publico(datos=datos, publico=sesion.publico)
    sesion.save(update_fields=["publico"])
    return sesion
