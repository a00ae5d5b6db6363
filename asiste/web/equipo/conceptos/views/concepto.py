"""A concept: started and seen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.conceptos import acciones
from asiste.solicitudes import permisos
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.conceptos import publicacion, revision, secciones
from asiste.web.equipo.conceptos.acceso import concepto_de, concepto_que_escribe
from asiste.web.equipo.marco import mostrar


@require_POST
@solo_equipo
def inicio(request: Peticion, radicado: str) -> HttpResponse:
    """Starts the concept of a request, or goes to the one alive."""
    caso = solicitud_de(request.user, radicado)
    exigir(permisos.puede_tramitar(request.user, caso))
    try:
        nuevo = acciones.empezar_concepto(solicitud=caso, autor=request.user, ahora=timezone.now())
    except ReglaIncumplida as regla:
        messages.warning(request, str(regla))
        return redirect("equipo:solicitud", caso.radicado)
    return redirect("equipo:concepto", nuevo.pk)


@require_safe
@solo_equipo
def concepto(request: Peticion, numero: int) -> HttpResponse:
    """The concept: to be written, reviewed, signed and published, each part by who may."""
    elegido = concepto_de(request.user, numero)
    contexto = {
        "concepto": elegido,
        **secciones.ficha(request.user, elegido),
        **revision.ficha(request.user, elegido),
        **publicacion.ficha(request.user, elegido),
    }
    return mostrar(request, "equipo/conceptos/concepto.html", contexto)


@require_safe
@solo_equipo
def presentes(request: Peticion, numero: int) -> HttpResponse:
    """Who else has it open."""
    return secciones.gente_en(concepto_que_escribe(request.user, numero), request.user).responder(request)
