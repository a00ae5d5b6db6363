"""Who heads an office for a while, by an act."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from asiste.directorio.acciones import encargar_oficina, terminar_encargo
from asiste.directorio.models import Encargo
from asiste.solicitudes import permisos
from asiste.web.equipo.acceso import Peticion, dependencias_visibles, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.encargos import EncargoOficinaForm, FinEncargoForm


@abrir_y_enviar
@solo_equipo
def nuevo(request: Peticion) -> HttpResponse:
    """Notes the act by which somebody heads an office of the tree."""
    exigir(permisos.puede_repartir(request.user))
    inicial = {"desde": timezone.localdate(), "dependencia": request.GET.get("dependencia")}
    form = EncargoOficinaForm(usuario=request.user, initial=inicial, **recibido(request))

    def encargar(datos: dict[str, Any]) -> HttpResponse:
        dado = encargar_oficina(**datos, autor=request.user, ahora=timezone.now())
        texto = f"{dado.funcionario} dirige {dado.dependencia.sigla} {dado.cuando}."
        return hecho(request, texto, "equipo:reparto")

    return resolver(request, form, encargar, "equipo/encargo_oficina.html")


@abrir_y_enviar
@solo_equipo
def fin(request: Peticion, numero: int) -> HttpResponse:
    """Says which is its last day."""
    exigir(permisos.puede_repartir(request.user))
    visibles = Encargo.objects.filter(dependencia__in=dependencias_visibles(request.user))
    encargo = get_object_or_404(visibles.select_related("dependencia", "funcionario__usuario"), pk=numero)
    form = FinEncargoForm(initial={"hasta": encargo.hasta or timezone.localdate()}, **recibido(request))

    def terminar(datos: dict[str, Any]) -> HttpResponse:
        terminar_encargo(encargo=encargo, **datos)
        return hecho(request, f"El encargo de {encargo.funcionario} termina ese día.", "equipo:reparto")

    return resolver(request, form, terminar, "equipo/encargo_fin.html", encargo=encargo)
