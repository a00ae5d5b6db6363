"""How to cite a publication."""

from django.template.defaultfilters import date as en_letras

from asiste.conocimiento.models import Publicacion
from asiste.notificaciones.direcciones import direccion

ENTIDAD = "Secretaría General de la Alcaldía Mayor de Bogotá, D.C."


def cita_de(publicacion: Publicacion) -> str:
    """Who issued it, what it is, its number, title and date, and its permanent address. One line."""
    quien = publicacion.de_quien or f"{ENTIDAD}, {publicacion.dependencia.direccion}"
    que = f"{publicacion.get_clase_display()} {publicacion.numero}".strip()
    dia = en_letras(publicacion.fecha, r"j \d\e F \d\e Y").lower()
    quien = quien if quien.endswith(".") else f"{quien}."
    return f"{quien} {que}: {publicacion.titulo}. {dia}. {direccion('publicacion', publicacion.clave)}"
