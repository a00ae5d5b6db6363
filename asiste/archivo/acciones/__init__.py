"""What can be done with a plan of focalised assistance. Each action opens its transaction."""

from asiste.archivo.acciones.acuerdo import acordar, pedir_cambios, proponer, retomar
from asiste.archivo.acciones.cierre import cerrar, sin_terminar
from asiste.archivo.acciones.descarte import descartar
from asiste.archivo.acciones.evidencias import Prueba, agregar_evidencia, aportar, comentar, retirar_evidencia
from asiste.archivo.acciones.fases import avanzar, regresar
from asiste.archivo.acciones.lineas import DatosLinea, agregar_linea, cambiar_linea, conservar_linea, retirar_linea
from asiste.archivo.acciones.planes import crear_plan, guardar_datos

__all__ = [
    "DatosLinea",
    "Prueba",
    "acordar",
    "agregar_evidencia",
    "agregar_linea",
    "aportar",
    "avanzar",
    "cambiar_linea",
    "cerrar",
    "comentar",
    "conservar_linea",
    "crear_plan",
    "descartar",
    "guardar_datos",
    "pedir_cambios",
    "proponer",
    "regresar",
    "retirar_evidencia",
    "retirar_linea",
    "retomar",
    "sin_terminar",
]
