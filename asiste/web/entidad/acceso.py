"""Who comes in to the pages of the entities, and what each person reaches there."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, resolve_url
from django_htmx.middleware import HtmxDetails

from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import solicitudes_de_entidad
from asiste.solicitudes.models import Anexo, Solicitud

P = ParamSpec("P")


class Peticion(HttpRequest):
    """A request of a person of an entity."""

    user: Usuario
    htmx: HtmxDetails


def solo_entidad(
    vista: Callable[Concatenate[Peticion, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Lets in who signed in by code: a visitor goes to ask for one, and for the team the page does not exist.

    A fragment asked without session gets 401, so that the sign-in page never lands inside another.
    """

    @wraps(vista)
    def puerta(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        peticion = cast(Peticion, request)
        if not isinstance(request.user, Usuario):
            if peticion.htmx:
                return HttpResponse(status=401)
            return redirect_to_login(request.get_full_path(), resolve_url("account_request_login_code"))
        if request.user.es_equipo:
            raise Http404
        return vista(peticion, *args, **kwargs)

    return puerta


def solicitud_de(usuario: Usuario, radicado: str) -> Solicitud:
    """The request with that number among those the person may see, or Http404."""
    visibles = solicitudes_de_entidad(usuario).select_related(
        "direccion", "dependencia", "asesor__usuario", "entidad", "sector", "modalidad", "nivel", "principal"
    )
    encontrada: Solicitud = get_object_or_404(visibles, radicado=radicado.upper())
    return encontrada


def anexo_de(usuario: Usuario, anexo_id: int) -> Anexo:
    """A file that hangs from something the entity may see of its own requests, or Http404."""
    visibles = Anexo.objects.filter(
        solicitud__in=solicitudes_de_entidad(usuario), actuacion__visible_entidad=True
    ).select_related("archivo", "solicitud")
    return get_object_or_404(visibles, pk=anexo_id)
