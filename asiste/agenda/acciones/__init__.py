"""What can be done with a session. Each action opens its transaction."""

from asiste.agenda.acciones.material import agregar_material, quitar_material
from asiste.agenda.acciones.orden import agregar_punto, cambiar_punto, marcar_punto, mover_punto, quitar_punto
from asiste.agenda.acciones.publico import DatosPublico, guardar_publico
from asiste.agenda.acciones.sesiones import (
    Datos,
    Ocupado,
    bloquear_sesion,
    cambiar,
    cancelar,
    dirigir_a,
    exigir_pendiente,
    iniciar,
    programar,
)

__all__ = [
    "Datos",
    "DatosPublico",
    "Ocupado",
    "agregar_material",
    "agregar_punto",
    "bloquear_sesion",
    "cambiar",
    "cambiar_punto",
    "cancelar",
    "dirigir_a",
    "exigir_pendiente",
    "guardar_publico",
    "iniciar",
    "marcar_punto",
    "mover_punto",
    "programar",
    "quitar_material",
    "quitar_punto",
]
