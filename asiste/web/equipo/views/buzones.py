"""How the reading of the official mailboxes goes."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.correo.tareas import pedir_lectura
from asiste.correo.vigilancia import esta_detenido
from asiste.web.equipo.acceso import Peticion, buzones_de, exigir, solo_equipo
from asiste.web.equipo.envio import hecho
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.permisos import puede_ver_buzones


@require_safe
@solo_equipo
def buzones(request: Peticion) -> HttpResponse:
    """Each mailbox of the tree: when it was last read, its last message and what is wrong."""
    exigir(puede_ver_buzones(request.user))
    ahora = timezone.now()
    filas = [
        {"buzon": buzon, "salud": salud, "detenido": bool(salud and buzon.activo and esta_detenido(salud, ahora))}
        for buzon in buzones_de(request.user)
        for salud in [getattr(buzon, "salud", None)]
    ]
    return mostrar(request, "equipo/buzones.html", {"filas": filas})


@require_POST
@solo_equipo
def lectura(request: Peticion, numero: int) -> HttpResponse:
    """Asks for a mailbox to be read now."""
    exigir(puede_ver_buzones(request.user))
    buzon = get_object_or_404(buzones_de(request.user).filter(activo=True), pk=numero)
    pedir_lectura(buzon.pk)
    return hecho(
        request, f"{buzon} se leerá en un momento. Recargue esta página para ver cómo le fue.", "equipo:buzones"
    )
