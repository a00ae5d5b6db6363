"""What the bank says on what is being written, for the forms where a request is made."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from asiste.conocimiento.models import Publicacion
from asiste.conocimiento.sugerencias import sugeridas

CUANTAS = 3


def a(escrito: Mapping[str, Any]) -> list[Publicacion]:
    """The closest ones in force to the subject and text of a form as it is typed. None while little is written."""
    vigentes = Publicacion.objects.filter(estado=Publicacion.Estado.VIGENTE)
    return sugeridas(escrito["asunto"] or "", escrito["texto"] or "", entre=vigentes, cuantas=CUANTAS)


def cambiaron(request: HttpRequest, nuevas: list[Publicacion]) -> bool:
    """True when the page does not show these already: what did not change is not read aloud again."""
    return " ".join(str(una.pk) for una in nuevas) != request.POST.get("sugeridas", "")
