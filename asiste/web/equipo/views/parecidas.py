"""Two requests that may be the same."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from asiste.solicitudes import permisos
from asiste.web.equipo.acceso import Peticion, solicitud_de, solo_equipo
from asiste.web.equipo.marco import mostrar


@require_safe
@solo_equipo
def comparacion(request: Peticion, radicado: str, otra: str) -> HttpResponse:
    """What each one asks, side by side, the older one first."""
    ambas = [solicitud_de(request.user, numero) for numero in (radicado, otra)]
    contexto = {
        "solicitud": ambas[0],
        "otra": ambas[1],
        "ambas": sorted(ambas, key=lambda una: (una.recibida_en, una.pk)),
        "une": permisos.puede_tramitar(request.user, ambas[0]) and all(una.abierta for una in ambas),
    }
    return mostrar(request, "equipo/comparacion.html", contexto)
