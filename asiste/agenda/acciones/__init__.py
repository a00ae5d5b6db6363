"""What can be done with a session. Each action opens its transaction."""

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
    "Ocupado",
    "bloquear_sesion",
    "cambiar",
    "cancelar",
    "exigir_pendiente",
    "iniciar",
    "programar",
]
