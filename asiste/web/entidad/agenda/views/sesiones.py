"""Sessions to which the entities of the person, or the own address, are invited."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda.alcance import compromisos_de_entidad, invitaciones_de, sesiones_de_entidad
from asiste.agenda.vales import vale_de
from asiste.web.entidad.acceso import Peticion, solo_entidad
from asiste.web.entidad.agenda.acceso import actas_de, entregar, sesion_de
from asiste.web.interfaz.paginas import paginar

POR_PAGINA = 20


@solo_entidad
@require_safe
def lista(request: Peticion) -> HttpResponse:
    """What comes, the nearest first, and what has gone by, the last first."""
    ahora = timezone.now()
    visibles = sesiones_de_entidad(request.user).select_related("modalidad", "dependencia")
    contexto = {
        "proximas": visibles.filter(termina__gt=ahora).order_by("inicia", "id"),
        "pagina": paginar(visibles.filter(termina__lte=ahora), ("-inicia", "-id"), request.GET, POR_PAGINA),
    }
    return render(request, "entidad/agenda/sesiones.html", contexto)


@solo_entidad
@require_safe
def sesion(request: Peticion, numero: int) -> HttpResponse:
    """What, when, where, the order of the day, the material for all, the own answer and the approved minutes."""
    elegida = sesion_de(request.user, numero)
    invitacion = elegida.invitados.filter(correo=request.user.email).first()
    contexto = {
        "sesion": elegida,
        "invitacion": invitacion,
        "vale": vale_de(invitacion) if invitacion else "",
        "invitados": invitaciones_de(request.user).filter(sesion=elegida).order_by("nombre", "id"),
        "puntos": elegida.puntos.order_by("orden"),
        "materiales": elegida.materiales.filter(para_todos=True).select_related("archivo").order_by("id"),
        "actas": actas_de(request.user, elegida),
        "compromisos": compromisos_de_entidad(request.user).filter(sesion=elegida).order_by("vence_el", "id"),
        "hoy": timezone.localdate(),
    }
    return render(request, "entidad/agenda/sesion.html", contexto)


@solo_entidad
@require_safe
def material(request: Peticion, numero: int, material: int) -> HttpResponseBase:
    """A file for all the invited."""
    de_todos = sesion_de(request.user, numero).materiales.filter(para_todos=True)
    pedido = get_object_or_404(de_todos.select_related("archivo"), pk=material)
    if pedido.archivo is None:
        raise Http404
    return entregar(request, pedido.archivo, pedido.nombre)


@solo_entidad
@require_safe
def acta(request: Peticion, numero: int, version: int) -> HttpResponseBase:
    """The minutes or the report as they were approved."""
    pedida = get_object_or_404(actas_de(request.user, sesion_de(request.user, numero)), pk=version)
    sellado = pedida.acta.documento
    archivo = sellado.archivo if sellado else pedida.archivo
    return entregar(request, archivo, f"{pedida.acta.get_clase_display()}.pdf")
