"""Open sessions as the portal shows them."""

from datetime import datetime

from django.db.models import Count, F, Q
from django.db.models.functions import Greatest

from asiste.agenda.models import Invitado, Sesion
from asiste.agenda.models.sesion import SesionQuerySet

PORTADA = 4  # sessions on the home page
OCUPAN = (
    Q(invitados__situacion=Invitado.Situacion.INVITADO)
    & ~Q(invitados__respuesta=Invitado.Respuesta.NO_ASISTE)
    & ~Q(invitados__origen=Invitado.Origen.A_CARGO)
)


def con_cupos(sesiones: SesionQuerySet) -> SesionQuerySet:
    """Adds `libres`: the places left, none below zero; None where there is no limit."""
    anotadas: SesionQuerySet = sesiones.annotate(libres=Greatest(F("cupo") - Count("invitados", filter=OCUPAN), 0))
    return anotadas


def proximas(ahora: datetime) -> list[Sesion]:
    """The next open sessions for the home page. One query."""
    return list(con_cupos(Sesion.objects.del_portal(ahora)).select_related("modalidad")[:PORTADA])
