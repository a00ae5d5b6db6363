"""The address where the contact's calendar program reads the invitations."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asiste.agenda.acciones import renovar_suscripcion
from asiste.agenda.models import SuscripcionAgenda
from asiste.solicitudes.direcciones import direccion
from asiste.web.entidad.acceso import Peticion, solo_entidad


@require_http_methods(["GET", "HEAD", "POST"])
@solo_entidad
def suscripcion(request: Peticion) -> HttpResponse:
    """Shows it, and makes another one when asked to."""
    if request.method == "POST":
        renovar_suscripcion(usuario=request.user, ahora=timezone.now())
        messages.success(request, "Esta es su dirección. Si tenía otra, ya no funciona.")
        return redirect("entidad:suscripcion")
    suya = SuscripcionAgenda.objects.filter(usuario=request.user).first()
    contexto = {"suscripcion": suya, "url": direccion("suscripcion", suya.clave) if suya else ""}
    return render(request, "entidad/agenda/suscripcion.html", contexto)
