"""How a form of the team is opened, sent and answered."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from asiste.calendario.acciones import DiaNoHabilRechazado
from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.directorio.acciones import AsignacionInvalida
from asiste.notificaciones.acciones import EnvioResuelto
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.marco import mostrar

abrir_y_enviar = require_http_methods(["GET", "HEAD", "POST"])


def recibido(request: Peticion) -> dict[str, Any]:
    """What the person sent, as arguments of a form; nothing when the page is only being opened."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def resolver(
    request: Peticion,
    form: BaseForm,
    hacer: Callable[[dict[str, Any]], HttpResponse],
    plantilla: str,
    **contexto: Any,
) -> HttpResponse:
    """Shows a form, or does with its data what `hacer` does. What breaks a rule is said above the form, which stays."""
    if request.method == "POST" and form.is_valid():
        try:
            return hacer(form.cleaned_data)
        except (ReglaIncumplida, AsignacionInvalida, DiaNoHabilRechazado, EnvioResuelto, NoSePublica) as regla:
            form.add_error(None, str(regla))
    return mostrar(request, plantilla, {"form": form, **contexto})


def hecho(request: Peticion, texto: str, vista: str, *argumentos: str) -> HttpResponse:
    """Says what was done on the page that follows."""
    messages.success(request, texto)
    return redirect(vista, *argumentos)
