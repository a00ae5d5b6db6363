"""A section of the minutes, saved as one types."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.agenda import acciones
from asiste.agenda.acciones import OtraSeccion
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.escritura import Escrito, escrito_de
from asiste.web.equipo.forms.redaccion import RedaccionForm


@require_POST
@solo_equipo
def guardar(request: Peticion, numero: int, clave: str) -> HttpResponse:
    """Keeps the section. The page that saves by itself gets its line; who pressed the button, the page again."""
    escrito = _guardar(escrito_de(request, numero, clave), RedaccionForm(request.POST, prefix=clave))
    if request.htmx:
        return render(request, "equipo/agenda/actas/estado.html", {"escrito": escrito})
    if escrito.choque:
        messages.warning(request, f"{OtraSeccion(escrito.choque)} Compare las dos versiones.")
        return redirect(escrito.url_versiones)
    if escrito.error:
        messages.warning(request, escrito.error)
    else:
        messages.success(request, f"Guardamos «{escrito.rotulo}».")
    return redirect(escrito.url)


def _guardar(escrito: Escrito, form: RedaccionForm) -> Escrito:
    """Tries to keep what the form brings, and says how it went."""
    if not form.is_valid():
        return replace(escrito, enviado=form, error=" ".join(map(str, form.errors["texto"])))
    try:
        fila = acciones.guardar_seccion(
            acta=escrito.acta,
            clave=escrito.clave,
            texto=form.cleaned_data["texto"],
            version=form.cleaned_data["version"],
            autor=escrito.usuario,
            ahora=timezone.now(),
        )
    except OtraSeccion as choque:
        return replace(escrito, enviado=form, choque=choque.actual)
    except ReglaIncumplida as regla:
        return replace(escrito, enviado=form, error=f"{regla} Lo que escribió quedó aparte.")
    return replace(escrito, fila=fila)
