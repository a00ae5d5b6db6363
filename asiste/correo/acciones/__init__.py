"""What can be done with the incoming mail: receive it, resolve the quarantine, and read the mailboxes."""

from asiste.correo.acciones.buzones import leer_buzon, vigilar_buzones
from asiste.correo.acciones.mensajes import descartar_cuarentena, radicar_cuarentena, recibir

__all__ = ["descartar_cuarentena", "leer_buzon", "radicar_cuarentena", "recibir", "vigilar_buzones"]
