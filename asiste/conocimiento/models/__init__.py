"""What is published, how one thing affects another, and how it is found."""

from asiste.conocimiento.models.busqueda import BusquedaGuardada, Sinonimo, Uso
from asiste.conocimiento.models.publicacion import Publicacion, PublicacionQuerySet
from asiste.conocimiento.models.relacion import Relacion
from asiste.conocimiento.models.version import VersionPublicacion

__all__ = [
    "BusquedaGuardada",
    "Publicacion",
    "PublicacionQuerySet",
    "Relacion",
    "Sinonimo",
    "Uso",
    "VersionPublicacion",
]
