"""What can be done with a request. Each action opens its transaction and leaves an actuación."""

from asiste.solicitudes.acciones.base import ReglaIncumplida
from asiste.solicitudes.acciones.borradores import (
    SinBorrador,
    descartar_borrador,
    guardar_borrador,
    quitar_anexo,
    radicar_borrador,
)
from asiste.solicitudes.acciones.cierre import NoAtendida, SinEvidencia, agregar_evidencia, atender, cerrar
from asiste.solicitudes.acciones.correspondencia import agregar_mensaje, anotar, responder
from asiste.solicitudes.acciones.fila import (
    FilaVacia,
    MotivoRequerido,
    YaTomada,
    tomar_fuera_de_turno,
    tomar_siguiente,
)
from asiste.solicitudes.acciones.radicacion import Pedido, radicar
from asiste.solicitudes.acciones.reparto import (
    encargar_tema,
    identificar_entidad,
    poner_temas,
    reasignar,
)
from asiste.solicitudes.adjuntos import ArchivoNombrado

__all__ = [
    "ArchivoNombrado",
    "FilaVacia",
    "MotivoRequerido",
    "NoAtendida",
    "Pedido",
    "ReglaIncumplida",
    "SinBorrador",
    "SinEvidencia",
    "YaTomada",
    "agregar_evidencia",
    "agregar_mensaje",
    "anotar",
    "atender",
    "cerrar",
    "descartar_borrador",
    "encargar_tema",
    "guardar_borrador",
    "identificar_entidad",
    "poner_temas",
    "quitar_anexo",
    "radicar",
    "radicar_borrador",
    "reasignar",
    "responder",
    "tomar_fuera_de_turno",
    "tomar_siguiente",
]
