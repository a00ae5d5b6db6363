"""A section of a concept: saved as one types, and two versions of it united."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_que_escribe
from asiste.web.equipo.conceptos.escritura import escrito_de
from asiste.web.equipo.envio import abrir_y_enviar
from asiste.web.equipo.escritos import guardado, union


@require_POST
@solo_equipo
def guardar(request: Peticion, numero: int, clave: str) -> HttpResponse:
    """Keeps what was typed."""
    return guardado.guardar(request, escrito_de(request, concepto_que_escribe(request.user, numero), clave))


@abrir_y_enviar
@solo_equipo
def versiones(request: Peticion, numero: int, clave: str) -> HttpResponse:
    """What somebody has apart beside the text of all."""
    concepto = concepto_que_escribe(request.user, numero)
    escrito = escrito_de(request, concepto, clave)
    return union.versiones(request, escrito, "equipo/conceptos/versiones.html", concepto=concepto)
