"""A section of a concept, saved as one types."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.conceptos import acciones
from asiste.conceptos.acciones import OtraSeccion
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.escritura import Escrito, escrito_de
from asiste.web.equipo.conceptos.forms.secciones import SeccionForm


@require_POST
@solo_equipo
def guardar(request: Peticion, numero: int, clave: str) -> HttpResponse:
    """Keeps the section. The page that saves by itself gets its line; who pressed the button, the page again."""
    antes = escrito_de(request, numero, clave)
    escrito = _guardar(antes, SeccionForm(request.POST, prefix=clave, html=antes.guardado))
    if request.htmx:
        return render(request, "equipo/conceptos/partes/estado.html", {"escrito": escrito})
    if escrito.choque:
        messages.warning(request, f"{OtraSeccion(escrito.choque)} Compare las dos versiones.")
        return redirect(escrito.url_versiones)
    if escrito.error:
        messages.warning(request, escrito.error)
    else:
        messages.success(request, f"Guardamos «{escrito.rotulo}».")
    return redirect(escrito.url)


def _guardar(escrito: Escrito, form: SeccionForm) -> Escrito:
    """Tries to keep what the form brings, and says how it went."""
    if not form.is_valid():
        return replace(escrito, enviado=form, error=form.fallas)
    try:
        fila = acciones.guardar_seccion(
            concepto=escrito.concepto,
            clave=escrito.clave,
            html=form.elegido(),
            version=form.cleaned_data["version"],
            autor=escrito.usuario,
            ahora=timezone.now(),
        )
    except OtraSeccion as choque:
        return replace(escrito, enviado=form, choque=choque.actual)
    except ReglaIncumplida as regla:
        return replace(escrito, enviado=form, error=str(regla))
    return replace(escrito, fila=fila)
