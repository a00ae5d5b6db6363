"""A former version of a line, a guide or an instrument, for those who keep it."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from asiste.conocimiento.models import VersionPublicacion
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conocimiento.acceso import publicacion_de
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.views.archivos import entregar


@require_safe
@solo_equipo
def anterior(request: Peticion, numero: int, cual: int) -> HttpResponse:
    """What it said, also when it is withdrawn."""
    version = _version(request, numero, cual)
    contexto = {"version": version, "publicacion": version.publicacion}
    return mostrar(request, "equipo/conocimiento/anterior.html", contexto)


@require_safe
@solo_equipo
def archivo(request: Peticion, numero: int, cual: int) -> HttpResponseBase:
    """Its file."""
    version = _version(request, numero, cual)
    if version.archivo is None:
        raise Http404
    return entregar(request, version.archivo, version.nombre_de_archivo)


def _version(request: Peticion, numero: int, cual: int) -> VersionPublicacion:
    elegida = publicacion_de(request.user, numero)
    version: VersionPublicacion = get_object_or_404(
        VersionPublicacion.objects.legibles(), publicacion=elegida, numero=cual
    )
    return version
