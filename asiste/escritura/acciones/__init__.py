"""What is done where several people write, whatever it is."""

from asiste.escritura.acciones.presencia import marcar_presencia, olvidar_presencias
from asiste.escritura.acciones.textos import (
    OtraVersion,
    descartar_aparte,
    en_palabras,
    escribir,
    guardar_texto,
    sin_perder,
    sobrescribir,
)

__all__ = [
    "OtraVersion",
    "descartar_aparte",
    "en_palabras",
    "escribir",
    "guardar_texto",
    "marcar_presencia",
    "olvidar_presencias",
    "sin_perder",
    "sobrescribir",
]
