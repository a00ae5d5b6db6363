"""The purposes of the links in the mails of the agenda."""

from asiste.notificaciones.firmas import Desconocida, Vencida, firmar, leer

HORAS, COMPROMISO, INSCRIPCION = "agenda.horas", "agenda.compromiso", "agenda.inscripcion"
CONVOCATORIA = "agenda.convocatoria"

__all__ = ["COMPROMISO", "CONVOCATORIA", "HORAS", "INSCRIPCION", "Desconocida", "Vencida", "firmar", "leer"]
