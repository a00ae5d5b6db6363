"""What can be done with the incoming mail: receive it, resolve the quarantine, and read the mailboxes."""

from asiste.correo.acciones.buzones import leer_buzon, vigilar_buzones
from asiste.correo.acciones.cuarentena import descartar_cuarentena, radicar_cuarentena
from asiste.correo.acciones.mensajes import Llegado, recibir, recibir_lote

__all__ = [
    "Llegado",
    "descartar_cuarentena",
    "leer_buzon",
    "radicar_cuarentena",
    "recibir",
    "recibir_lote",
    "vigilar_buzones",
]
