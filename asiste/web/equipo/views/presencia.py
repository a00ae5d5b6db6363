"""Who else has a case open, asked from time to time by its pages."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from asiste.web.equipo.acceso import Peticion, solicitud_de, solo_equipo
from asiste.web.equipo.presencia import presentes_en


@require_safe
@solo_equipo
def presentes(request: Peticion, radicado: str) -> HttpResponse:
    """The people, or nothing when the page already tells the same (`?hay=`)."""
    solicitud = solicitud_de(request.user, radicado)
    gente = presentes_en(solicitud, request.user, escribe="escribe" in request.GET)
    if request.GET.get("hay") == gente["firma"]:
        return HttpResponse(status=204)
    return render(request, "equipo/partes/presentes.html", {"solicitud": solicitud, **gente})
