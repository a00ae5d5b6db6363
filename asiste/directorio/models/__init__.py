"""Sectors, entities, offices, staff, allocation and contacts."""

from asiste.directorio.models.dependencias import AsesorAsignado, Ausencia, Dependencia, Encargo, Funcionario
from asiste.directorio.models.enlaces import Enlace
from asiste.directorio.models.entidades import Denominacion, Dominio, Entidad, Sector

__all__ = [
    "AsesorAsignado",
    "Ausencia",
    "Denominacion",
    "Dependencia",
    "Dominio",
    "Encargo",
    "Enlace",
    "Entidad",
    "Funcionario",
    "Sector",
]
