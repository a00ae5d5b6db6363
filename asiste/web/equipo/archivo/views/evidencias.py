"""What shows that a phase is being walked, and what is said of a line."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.archivo import acciones
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.archivo.acceso import linea_a_cargo, linea_de
from asiste.web.equipo.archivo.forms.evidencias import ComentarioForm, EvidenciaForm, RetiroDeEvidenciaForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.views.archivos import entregar

ACCION = "equipo/archivo/accion.html"


@abrir_y_enviar
@solo_equipo
def evidencia(request: Peticion, numero: int) -> HttpResponse:
    """Adds evidence of the phase where the line is."""
    linea = linea_a_cargo(request.user, numero)
    if linea.terminada:
        return redirect("equipo:linea", numero)
    form = EvidenciaForm(linea=linea, usuario=request.user, **recibido(request))

    def agregar(datos: dict[str, Any]) -> HttpResponse:
        acciones.agregar_evidencia(
            linea=linea,
            descripcion=datos["descripcion"],
            prueba=form.prueba(),
            autor=request.user,
            ahora=timezone.now(),
        )
        return hecho(request, "La evidencia quedó en la línea.", "equipo:linea", str(numero))

    textos = {
        "nombre": f"Evidencia de «{linea.en_fase.label}»",
        "intro": "Vincule lo que ya está en la plataforma, suba archivos, o las dos cosas. La entidad la ve.",
        "boton": "Agregar",
    }
    return resolver(request, form, agregar, ACCION, plan=linea.plan, linea=linea, **textos)


@abrir_y_enviar
@solo_equipo
def retiro(request: Peticion, numero: int, evidencia: int) -> HttpResponse:
    """Takes out what was put there by mistake."""
    linea = linea_a_cargo(request.user, numero)
    suya = get_object_or_404(linea.evidencias.validas(), pk=evidencia)

    def retirar(datos: dict[str, Any]) -> HttpResponse:
        acciones.retirar_evidencia(evidencia=suya, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "La evidencia quedó retirada.", "equipo:linea", str(numero))

    intro = f"«{suya}» deja de contar y de entregarse. Que estuvo, y por qué se retira, queda escrito."
    textos = {"nombre": "Retirar la evidencia", "intro": intro, "boton": "Retirar"}
    form = RetiroDeEvidenciaForm(**recibido(request))
    return resolver(request, form, retirar, ACCION, plan=linea.plan, linea=linea, **textos)


@abrir_y_enviar
@solo_equipo
def comentario(request: Peticion, numero: int) -> HttpResponse:
    """Writes on a line, for the entity too."""
    linea = linea_a_cargo(request.user, numero)

    def comentar(datos: dict[str, Any]) -> HttpResponse:
        acciones.comentar(linea=linea, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El comentario quedó en la línea.", "equipo:linea", str(numero))

    textos = {"nombre": "Comentar", "intro": "Queda en la línea, a la vista de la entidad.", "boton": "Comentar"}
    form = ComentarioForm(**recibido(request))
    return resolver(request, form, comentar, ACCION, plan=linea.plan, linea=linea, **textos)


@require_safe
@solo_equipo
def archivo(request: Peticion, numero: int, evidencia: int) -> HttpResponseBase:
    """A file of a line."""
    suyas = linea_de(request.user, numero).evidencias.validas().select_related("archivo")
    pedida = get_object_or_404(suyas, pk=evidencia)
    if pedida.archivo is None:
        raise Http404
    return entregar(request, pedida.archivo, pedida.nombre)
