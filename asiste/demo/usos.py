"""What the bank of the demo city has been of use for."""

from datetime import datetime, timedelta

from asiste.conocimiento.acciones.usos import anotar_uso
from asiste.conocimiento.models import Publicacion, Uso

USADAS = 10  # publications, the newest the most


def anotar_usos(ahora: datetime) -> int:
    """Doubts that the newest publications solved in the last days; how many."""
    vigentes = Publicacion.objects.filter(estado=Publicacion.Estado.VIGENTE).only("id")
    dudas = [
        (publicacion, vez)
        for lugar, publicacion in enumerate(vigentes.order_by("-fecha", "-id")[:USADAS])
        for vez in range(USADAS - lugar)
    ]
    for publicacion, vez in dudas:
        anotar_uso(publicacion=publicacion, clase=Uso.Clase.RESOLVIO, ahora=ahora - timedelta(days=vez))
    return len(dudas)
