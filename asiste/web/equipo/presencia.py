"""Who else has open what several people write, as its pages tell it and ask it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.escritura.models import Presente
from asiste.solicitudes.acciones import marcar_presencia
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.acceso import Peticion


@dataclass(frozen=True, slots=True)
class Gente:
    """The others, where to ask for them again and what is said of who only reads."""

    otras: Sequence[Presente]
    url: str
    esta: str = "también lo tiene abierto"
    escribe: bool = False

    @property
    def firma(self) -> str:
        """Changes when what is told changes: a page that has it needs nothing new."""
        return "-".join(f"{una.usuario_id}{una.escribiendo}" for una in self.otras)

    def responder(self, request: Peticion) -> HttpResponse:
        """The people, or nothing when the page already tells the same (`?hay=`)."""
        if request.GET.get("hay") == self.firma:
            return HttpResponse(status=204)
        return render(request, "equipo/partes/presentes.html", {"gente": self})


def gente_en(solicitud: Solicitud, usuario: Usuario, *, escribe: bool = False) -> Gente:
    """Notes that the person is on the case and gives who else is. One query, whoever is there."""
    otras = marcar_presencia(solicitud=solicitud, usuario=usuario, ahora=timezone.now(), escribe=escribe)
    return Gente(otras, reverse("equipo:presentes", args=[solicitud.radicado]), "está en este caso", escribe)
