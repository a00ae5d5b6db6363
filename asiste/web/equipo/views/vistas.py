"""Saved views of the lists."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.directorio.models import Dependencia
from asiste.solicitudes import acciones, permisos
from asiste.solicitudes.models import Vista
from asiste.web.equipo.acceso import Peticion, funcionario_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.listas import VistaForm
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.seleccion import lista_de


@require_safe
@solo_equipo
def vistas(request: Peticion) -> HttpResponse:
    """The views that the person sees, and which ones he or she may change."""
    todas = Vista.objects.para(request.user).select_related("usuario", "dependencia")
    filas = [(vista, permisos.puede_cambiar_vista(request.user, vista)) for vista in todas]
    return mostrar(request, "equipo/vistas.html", {"filas": filas})


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion) -> HttpResponse:
    """Keeps the conditions of the address under a name."""
    pagina = Vista.Pagina.BANDEJA if request.GET.get("pagina") == Vista.Pagina.BANDEJA else Vista.Pagina.BASE
    lista = lista_de(request.user, pagina, request.GET, timezone.localdate())
    oficina = _oficina(request)
    form = VistaForm(oficina=str(oficina or ""), **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        vista = acciones.guardar_vista(
            pagina=pagina,
            nombre=datos["nombre"],
            consulta=lista.consulta,
            usuario=request.user,
            dependencia=oficina if datos.get("compartir") else None,
        )
        return HttpResponseRedirect(direccion_de(vista))

    contexto = {"condiciones": lista.filtros.activos(), "pagina": pagina, "lista": lista}
    return resolver(request, form, guardar, "equipo/vista.html", **contexto)


@abrir_y_enviar
@solo_equipo
def vista(request: Peticion, numero: int) -> HttpResponse:
    """Another name, or other people who see it."""
    esta = _suya(request, numero)
    oficina = esta.dependencia or _oficina(request)
    inicial = {"nombre": esta.nombre, "compartir": bool(esta.dependencia)}
    form = VistaForm(oficina=str(oficina or ""), initial=inicial, **recibido(request))

    def cambiar(datos: dict[str, Any]) -> HttpResponse:
        acciones.cambiar_vista(
            vista=esta, nombre=datos["nombre"], dependencia=oficina if datos.get("compartir") else None
        )
        return hecho(request, "Vista cambiada.", "equipo:vistas")

    lista = lista_de(request.user, Vista.Pagina(esta.pagina), QueryDict(esta.consulta), timezone.localdate())
    contexto = {"condiciones": lista.filtros.activos(), "pagina": lista.pagina, "lista": lista, "vista": esta}
    return resolver(request, form, cambiar, "equipo/vista.html", **contexto)


@abrir_y_enviar
@solo_equipo
def borrado(request: Peticion, numero: int) -> HttpResponse:
    """Takes a view away."""
    esta = _suya(request, numero)

    def borrar(_datos: dict[str, Any]) -> HttpResponse:
        acciones.borrar_vista(vista=esta)
        return hecho(request, f"Se borró la vista «{esta.nombre}».", "equipo:vistas")

    return resolver(request, ConfirmacionForm(**recibido(request)), borrar, "equipo/vista_borrado.html", vista=esta)


def direccion_de(vista: Vista) -> str:
    """The list with the conditions of the view."""
    return f"{reverse(f'equipo:{vista.pagina}')}?{vista.consulta}"


def _oficina(request: Peticion) -> Dependencia | None:
    """With whom the person may share: the office he or she heads."""
    puesto = funcionario_de(request.user)
    return puesto.dependencia if puesto and request.user.rol in permisos.DIRIGEN else None


def _suya(request: Peticion, numero: int) -> Vista:
    """The view if the person may change it, else Http404."""
    visibles = Vista.objects.para(request.user).select_related("dependencia")
    cambiables = [una.pk for una in visibles if permisos.puede_cambiar_vista(request.user, una)]
    return get_object_or_404(visibles.filter(pk__in=cambiables), pk=numero)
