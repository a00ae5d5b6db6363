"""A publication for those who keep it: what it says, what it was of use for and what may be done."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from asiste.conceptos.acciones.suprimidos import exigir_sin_suprimidos
from asiste.conceptos.models import Concepto
from asiste.conocimiento.acciones.cuidado import cambiar_vigencia, clasificar
from asiste.conocimiento.consultas import usos_de
from asiste.conocimiento.nexos import caidas, nexos_de
from asiste.conocimiento.permisos import puede_decidir
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.conocimiento import permisos
from asiste.web.equipo.conocimiento.acceso import publicacion_de
from asiste.web.equipo.conocimiento.citas import citas_de
from asiste.web.equipo.conocimiento.forms.decisiones import VigenciaForm
from asiste.web.equipo.conocimiento.forms.publicacion import FichaForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.views.archivos import entregar


@require_safe
@solo_equipo
def publicacion(request: Peticion, numero: int) -> HttpResponse:
    """All there is about a publication."""
    elegida = publicacion_de(request.user, numero)
    contexto = {
        "publicacion": elegida,
        "temas": elegida.temas.order_by("orden", "id"),
        "versiones": elegida.versiones.select_related("creada_por").order_by("-numero"),
        "hechas": elegida.relaciones.select_related("destino").order_by("tipo", "id"),
        "recibidas": elegida.relaciones_recibidas.select_related("origen").order_by("tipo", "id"),
        "caidas": caidas(elegida, nexos_de(elegida)),
        "usos": usos_de([elegida])[elegida.pk],
        "citas": citas_de(request.user, elegida),
        "edita": permisos.puede_editar(request.user, elegida),
        "clasifica": permisos.puede_clasificar(request.user, elegida),
        "decide": puede_decidir(request.user, elegida),
    }
    return mostrar(request, "equipo/conocimiento/publicacion.html", contexto)


@require_safe
@solo_equipo
def archivo(request: Peticion, numero: int) -> HttpResponseBase:
    """Its file, also when it is withdrawn."""
    elegida = publicacion_de(request.user, numero)
    if elegida.archivo is None:
        raise Http404
    return entregar(request, elegida.archivo, elegida.nombre_de_archivo)


@abrir_y_enviar
@solo_equipo
def ficha(request: Peticion, numero: int) -> HttpResponse:
    """Its summary and its topics."""
    elegida = publicacion_de(request.user, numero)
    exigir(permisos.puede_clasificar(request.user, elegida))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        if concepto := Concepto.objects.filter(publicacion=elegida).first():
            exigir_sin_suprimidos(concepto, {"El resumen": datos["resumen"]})
        clasificar(publicacion=elegida, **datos)
        return hecho(request, "La ficha quedó guardada.", "equipo:publicacion", str(numero))

    temas = list(elegida.temas.values_list("pk", flat=True))
    form = FichaForm(initial={"resumen": elegida.resumen, "temas": temas}, **recibido(request))
    return resolver(request, form, guardar, "equipo/conocimiento/ficha.html", publicacion=elegida)


@abrir_y_enviar
@solo_equipo
def vigencia(request: Peticion, numero: int) -> HttpResponse:
    """Whether it may be relied on; with what leans on it in sight."""
    elegida = publicacion_de(request.user, numero)
    exigir(puede_decidir(request.user, elegida))

    def decidir(datos: dict[str, Any]) -> HttpResponse:
        como = cambiar_vigencia(publicacion=elegida, **datos).get_estado_display().lower()
        return hecho(request, f"Quedó como «{como}».", "equipo:publicacion", str(numero))

    form = VigenciaForm(publicacion=elegida, **recibido(request))
    apoyan = elegida.relaciones_recibidas.exclude(tipo="sin-efecto").select_related("origen").order_by("id")
    contexto = {"publicacion": elegida, "apoyan": apoyan, "usos": usos_de([elegida])[elegida.pk]}
    return resolver(request, form, decidir, "equipo/conocimiento/vigencia.html", **contexto)
