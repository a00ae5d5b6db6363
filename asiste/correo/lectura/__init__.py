"""Reads a raw mail message: from bytes to data, without database and without raising on hostile input."""

from asiste.correo.lectura.datos import Adjunto, Autenticacion, MensajeIlegible, MensajeLeido, Remitente
from asiste.correo.lectura.mensaje import leer

__all__ = ["Adjunto", "Autenticacion", "MensajeIlegible", "MensajeLeido", "Remitente", "leer"]
