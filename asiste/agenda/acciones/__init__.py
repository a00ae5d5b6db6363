"""What can be done with a session. Each action opens its transaction."""

from asiste.agenda.acciones.publico import DatosPublico, dirigir_a, guardar_publico
from asiste.agenda.acciones.sesiones import (
    Datos,
    Ocupado,
    bloquear_sesion,
    cambiar,
    cancelar,
    exigir_pendiente,
    iniciar,
    programar,
)

__all__ = [
    "Datos",
    "DatosPublico",
    "Ocupado",
    "bloquear_sesion",
    "cambiar",
    "cancelar",
    "dirigir_a",
    "exigir_pendiente",
    "guardar_publico",
    "iniciar",
    "programar",
]
