"""What a publication does to others."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.acciones.relaciones import quitar_relacion, relacionar
from asiste.conocimiento.consultas import citados_en
from asiste.conocimiento.models import Relacion
from asiste.conocimiento.permisos import puede_decidir
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.conocimiento.acceso import publicacion_de
from asiste.web.equipo.conocimiento.forms.decisiones import RelacionForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion, numero: int) -> HttpResponse:
    """Relates it to an earlier one."""
    elegida = publicacion_de(request.user, numero)
    exigir(puede_decidir(request.user, elegida))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        relacion = relacionar(origen=elegida, **datos, autor=request.user)
        hecha = f"{relacion.get_tipo_display()} «{relacion.destino}»."
        return hecho(request, hecha, "equipo:publicacion", str(numero))

    form = RelacionForm(**recibido(request))
    ya = elegida.relaciones.values("destino")
    cita = citados_en(elegida.html).exclude(pk=elegida.pk).exclude(pk__in=ya)
    return resolver(request, form, guardar, "equipo/conocimiento/relacion.html", publicacion=elegida, cita=cita)


@require_POST
@solo_equipo
def quitar(request: Peticion, numero: int, relacion: int) -> HttpResponse:
    """Takes a relation away: one of its own, or the one that left it without effect."""
    elegida = publicacion_de(request.user, numero)
    exigir(puede_decidir(request.user, elegida))
    suyas = Relacion.objects.filter(Q(origen=elegida) | Q(destino=elegida, tipo=Relacion.Tipo.SIN_EFECTO))
    suya = get_object_or_404(suyas.select_related("origen", "destino"), pk=relacion)
    try:
        quitar_relacion(relacion=suya, autor=request.user)
        messages.success(request, "La relación se quitó.")
    except NoSePublica as regla:
        messages.error(request, str(regla))
    return redirect("equipo:publicacion", numero)
