"""How a publication is cited in an answer."""

from django.template.defaultfilters import date as en_letras

from asiste.conocimiento.models import Publicacion
from asiste.notificaciones.direcciones import direccion


def cita_de(publicacion: Publicacion) -> str:
    """Kind, number, title, date and permanent address; and a warning when it may not be relied on any more."""
    que = " ".join(parte for parte in (publicacion.get_clase_display(), publicacion.numero) if parte)
    dia = en_letras(publicacion.fecha, r"j \d\e F \d\e Y").lower()
    cita = f"{que}, «{publicacion.titulo}», del {dia}: {direccion('publicacion', publicacion.clave)}"
    return cita if publicacion.vigente else f"{cita}\n(Tenga en cuenta que ya no rige. {publicacion.motivo})"
