"""Saying whom something is for."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from django.db import transaction

from asiste.agenda.models import Publico
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

    @property
    def vacio(self) -> bool:
        """True when no entity is reached."""
        return not (self.todas or self.sectores or self.naturalezas or self.entidades)


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
