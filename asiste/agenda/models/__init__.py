"""Sessions and everything that hangs from them."""

from asiste.agenda.models.acta import Acta, PresenciaActa, SeccionActa
from asiste.agenda.models.aprobacion import Aprobacion, FormatoActa, Foto, VersionActa
from asiste.agenda.models.asistencia import Asistencia
from asiste.agenda.models.compromisos import Compromiso, EvidenciaCompromiso, Seguimiento
from asiste.agenda.models.disponibilidad import FranjaOfrecida, HorarioAsesor, Propuesta
from asiste.agenda.models.invitados import Invitado, SuscripcionAgenda
from asiste.agenda.models.publico import Publico
from asiste.agenda.models.sesion import Encargado, Material, PuntoOrden, Serie, Sesion

__all__ = [
    "Acta",
    "Aprobacion",
    "Asistencia",
    "Compromiso",
    "Encargado",
    "EvidenciaCompromiso",
    "FormatoActa",
    "Foto",
    "FranjaOfrecida",
    "HorarioAsesor",
    "Invitado",
    "Material",
    "PresenciaActa",
    "Propuesta",
    "Publico",
    "PuntoOrden",
    "SeccionActa",
    "Seguimiento",
    "Serie",
    "Sesion",
    "SuscripcionAgenda",
    "VersionActa",
]
