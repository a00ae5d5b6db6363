"""The request and its case file."""

from asiste.solicitudes.models.avisos import Aviso, ResumenDelDia
from asiste.solicitudes.models.borrador import Borrador, BorradorAnexo
from asiste.solicitudes.models.calendario import CambioCalendario, VencimientoMovido
from asiste.solicitudes.models.expediente import Actuacion, Anexo, Copia, TemaSolicitud, Toma
from asiste.solicitudes.models.importacion import Equivalencia, Importacion, RenglonImportado
from asiste.solicitudes.models.listas import Lote, Vista
from asiste.solicitudes.models.redaccion import Plantilla, Presencia, Redaccion
from asiste.solicitudes.models.solicitud import Consecutivo, Solicitud
from asiste.solicitudes.models.vinculos import Vinculo

__all__ = [
    "Actuacion",
    "Anexo",
    "Aviso",
    "Borrador",
    "BorradorAnexo",
    "CambioCalendario",
    "Consecutivo",
    "Copia",
    "Equivalencia",
    "Importacion",
    "Lote",
    "Plantilla",
    "Presencia",
    "Redaccion",
    "RenglonImportado",
    "ResumenDelDia",
    "Solicitud",
    "TemaSolicitud",
    "Toma",
    "VencimientoMovido",
    "Vinculo",
    "Vista",
]
