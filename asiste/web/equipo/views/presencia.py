"""Who else has a case open, asked from time to time by its pages."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from asiste.web.equipo.acceso import Peticion, solicitud_de, solo_equipo
from asiste.web.equipo.presencia import gente_en


@require_safe
@solo_equipo
def presentes(request: Peticion, radicado: str) -> HttpResponse:
    """The people, if they are others."""
    solicitud = solicitud_de(request.user, radicado)
    return gente_en(solicitud, request.user, escribe="escribe" in request.GET).responder(request)
