"""The service level of a case of the archive."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from asiste.solicitudes import acciones, permisos
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.nivel import NivelForm
from asiste.web.interfaz.archivos import guardados


@abrir_y_enviar
@solo_equipo
def nivel(request: Peticion, radicado: str) -> HttpResponse:
    """Says with what the entity comes, in its own words. Disposición: 7.1.3-ans-niveles."""
    solicitud = solicitud_de(request.user, radicado)
    exigir(permisos.puede_dar_nivel(request.user, solicitud))
    form = NivelForm(solicitud=solicitud, **recibido(request))

    def dar(datos: dict[str, Any]) -> HttpResponse:
        acciones.dar_nivel(
            solicitud=solicitud,
            nivel=datos["nivel"],
            posturas=form.posturas_elegidas(),
            anexos=guardados(datos["anexos"]),
            autor=request.user,
            ahora=timezone.now(),
        )
        return hecho(request, f"{solicitud.radicado}: {datos['nivel']}.", "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, dar, "equipo/nivel.html", solicitud=solicitud)


def y_su_nivel(request: Peticion, solicitud: Solicitud, texto: str, vista: str, *argumentos: str) -> HttpResponse:
    """Says what was done, and goes where its level is asked when the request is of the archive and has none."""
    if solicitud.sin_nivel and permisos.puede_dar_nivel(request.user, solicitud):
        return hecho(request, f"{texto} Falta decir su nivel.", "equipo:nivel", solicitud.radicado)
    return hecho(request, texto, vista, *argumentos)
