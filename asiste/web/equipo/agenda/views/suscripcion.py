"""The address where the person's calendar program reads the sessions in his or her charge."""

from django.http import HttpResponse
from django.utils import timezone

from asiste.agenda.acciones import renovar_suscripcion
from asiste.agenda.models import SuscripcionAgenda
from asiste.solicitudes.direcciones import direccion
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho
from asiste.web.equipo.marco import mostrar


@abrir_y_enviar
@solo_equipo
def suscripcion(request: Peticion) -> HttpResponse:
    """Shows it, and makes another one when asked to."""
    if request.method == "POST":
        renovar_suscripcion(usuario=request.user, ahora=timezone.now())
        return hecho(request, "Esta es su dirección. Si tenía otra, ya no funciona.", "equipo:suscripcion")
    suya = SuscripcionAgenda.objects.filter(usuario=request.user).first()
    contexto = {"suscripcion": suya, "url": direccion("suscripcion", suya.clave) if suya else ""}
    return mostrar(request, "equipo/agenda/suscripcion.html", contexto)
