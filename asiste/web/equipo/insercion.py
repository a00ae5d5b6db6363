"""Keeping the draft of what one writes on a case, and adding something at its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from asiste.escritura.acciones import OtraVersion
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.forms.redaccion import RedaccionForm, RespuestaForm
from asiste.web.equipo.redaccion import Escrito, Estado, contar


def insertar(request: Peticion, escrito: Escrito, nuevo: str, error: str = "") -> HttpResponse:
    """Adds a text at the end of what the page brings and keeps the draft; with `error`, it only keeps and says it."""
    form = RedaccionForm(request.POST)
    if error:
        texto, estado = request.POST.get("texto", ""), guardar(escrito, form, error=error)
    else:
        texto = "\n\n".join(parte for parte in (request.POST.get("texto", "").rstrip(), nuevo) if parte)
        estado = guardar(escrito, RedaccionForm({"texto": texto, "version": request.POST.get("version")}))
    if request.htmx:
        contexto = {"escrito": escrito, "estado": estado, "form": RespuestaForm(initial={"texto": texto})}
        return render(request, "equipo/redaccion/editor.html", contexto)
    return seguir(request, escrito, estado)


def guardar(escrito: Escrito, form: RedaccionForm, error: str = "") -> Estado:
    """Tries to keep what the form brings, and says how it went."""
    if not form.is_valid():
        return Estado(form.cleaned_data["version"], error=form.fallas)
    version = form.cleaned_data["version"]
    try:
        guardado = escrito.guardar(form.cleaned_data["texto"], version)
    except OtraVersion as choque:
        return Estado(version, choque=choque.actual, error=error)
    fila = guardado.redaccion
    novedad = contar(escrito, guardado) if guardado.enviada else ""
    return Estado(fila.version, fila, enviada=guardado.enviada, novedad=novedad, error=error)


def seguir(request: Peticion, escrito: Escrito, estado: Estado) -> HttpResponse:
    """Without JavaScript: the page of the draft again, or that of the two versions."""
    if estado.choque:
        return a_comparar(request, escrito, OtraVersion(estado.choque))
    if estado.error or estado.novedad:
        messages.warning(request, estado.error or estado.novedad)
    else:
        messages.success(request, "Borrador guardado.")
    return redirect(f"{escrito.url}?ya-salio#ultima" if estado.enviada else escrito.url)


def a_comparar(request: Peticion, escrito: Escrito, choque: OtraVersion) -> HttpResponse:
    """To the page of the two versions, saying who changed the text."""
    messages.warning(request, f"{choque} Compare las dos versiones.")
    return redirect("equipo:versiones", escrito.solicitud.radicado, escrito.clase)
