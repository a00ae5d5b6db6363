"""A section of the minutes: saved as one types, and two versions of it united."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.escritura import acta_a_cargo, escrito_de
from asiste.web.equipo.envio import abrir_y_enviar
from asiste.web.equipo.escritos import guardado, union


@require_POST
@solo_equipo
def guardar(request: Peticion, numero: int, clave: str) -> HttpResponse:
    """Keeps what was typed."""
    return guardado.guardar(request, escrito_de(request, acta_a_cargo(request.user, numero), clave))


@abrir_y_enviar
@solo_equipo
def versiones(request: Peticion, numero: int, clave: str) -> HttpResponse:
    """What somebody has apart beside the text of all."""
    acta = acta_a_cargo(request.user, numero)
    escrito = escrito_de(request, acta, clave)
    return union.versiones(request, escrito, "equipo/agenda/actas/versiones.html", acta=acta, sesion=acta.sesion)
