"""Photographs of a report."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from asiste.agenda import acciones
from asiste.agenda.models import Foto
from asiste.documentos.tipos import imagen_segura
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.escritura import acta_a_cargo, acta_visible
from asiste.web.equipo.agenda.forms.actas import FotosForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.views.formato import CERRADA, GUARDAR_IMAGEN


@abrir_y_enviar
@solo_equipo
def fotos(request: Peticion, numero: int) -> HttpResponse:
    """Adds photographs, and shows those there are."""
    acta = acta_a_cargo(request.user, numero)
    if not acta.en_borrador:
        return redirect("equipo:acta", numero)
    puestas = list(acta.fotos.select_related("archivo").order_by("id"))

    def agregar(datos: dict[str, Any]) -> HttpResponse:
        nuevas = [(foto.name or "foto", foto.read()) for foto in datos["fotos"]]
        cuantas = acciones.agregar_fotos(acta=acta, fotos=nuevas, descripcion=datos["descripcion"])
        texto = "Agregamos la foto." if cuantas == 1 else f"Agregamos {cuantas} fotos."
        return hecho(request, texto, "equipo:acta-fotos", str(numero))

    form = FotosForm(usado=sum(foto.archivo.tamano for foto in puestas), **recibido(request))
    return resolver(
        request, form, agregar, "equipo/agenda/actas/fotos.html", acta=acta, sesion=acta.sesion, puestas=puestas
    )


@require_safe
@cache_control(private=True, max_age=GUARDAR_IMAGEN)
@solo_equipo
def foto(request: Peticion, numero: int, cual: int) -> HttpResponse:
    """A photograph, to be seen inside the page."""
    suya = _foto(acta_visible(request.user, numero).pk, cual)
    with suya.archivo.abrir() as abierto:
        contenido = bytes(abierto.read())
    if suya.archivo.retenido or not (tipo := imagen_segura(contenido)):
        raise Http404
    cabeceras = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": CERRADA}
    return HttpResponse(contenido, content_type=tipo, headers=cabeceras)


@require_POST
@solo_equipo
def retiro(request: Peticion, numero: int, cual: int) -> HttpResponse:
    """Takes a photograph away."""
    acta = acta_a_cargo(request.user, numero)
    if acta.en_borrador:
        acciones.retirar_foto(foto=_foto(acta.pk, cual))
    return hecho(request, "Quitamos la foto.", "equipo:acta-fotos", str(numero))


def _foto(acta: int, cual: int) -> Foto:
    return get_object_or_404(Foto.objects.select_related("archivo", "acta"), acta=acta, pk=cual)
