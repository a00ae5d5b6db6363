"""The request and its case file."""

from asiste.solicitudes.models.borrador import Borrador, BorradorAnexo
from asiste.solicitudes.models.expediente import Actuacion, Anexo, TemaSolicitud, Toma
from asiste.solicitudes.models.solicitud import Consecutivo, Solicitud

__all__ = [
    "Actuacion",
    "Anexo",
    "Borrador",
    "BorradorAnexo",
    "Consecutivo",
    "Solicitud",
    "TemaSolicitud",
    "Toma",
]
