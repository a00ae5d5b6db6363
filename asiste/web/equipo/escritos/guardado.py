"""A section that several write, saved as one types."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from asiste.escritura.acciones import OtraVersion, en_palabras
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.escritos.escrito import Escrito
from asiste.web.equipo.forms.secciones import SeccionForm


def guardar(request: Peticion, escrito: Escrito) -> HttpResponse:
    """Keeps the section. The page that saves by itself gets its line; who pressed the button, the page again."""
    escrito = _intentar(escrito, escrito.forma(request.POST, prefix=escrito.clave, guardado=escrito.guardado))
    if request.htmx:
        return render(request, "equipo/escritos/estado.html", {"escrito": escrito})
    if escrito.choque:
        messages.warning(request, f"{OtraVersion(escrito.choque)} Compare las dos versiones.")
        return redirect(escrito.url_versiones)
    if escrito.error:
        messages.warning(request, escrito.error)
    else:
        messages.success(request, f"Guardamos «{escrito.rotulo}».")
    return redirect(escrito.url)


def _intentar(escrito: Escrito, form: SeccionForm) -> Escrito:
    """Tries to keep what the form brings, and says how it went."""
    if not form.is_valid():
        return replace(escrito, enviado=form, error=form.fallas)
    try:
        fila = escrito.guardar(form.elegido(), form.cleaned_data["version"])
    except OtraVersion as choque:
        return replace(escrito, enviado=form, choque=choque.actual)
    except ReglaIncumplida as regla:
        return replace(escrito, enviado=form, error=en_palabras(regla))
    return replace(escrito, fila=fila)
