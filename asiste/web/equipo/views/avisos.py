"""Which mails the person gets."""

from typing import Any

from django.http import HttpResponse

from asiste.notificaciones.acciones import elegir_avisos
from asiste.notificaciones.models import PreferenciaAvisos
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.saliente import AvisosForm


@abrir_y_enviar
@solo_equipo
def avisos(request: Peticion) -> HttpResponse:
    """The person chooses less, never less than what the law asks for."""
    elegida = PreferenciaAvisos.objects.de(request.user.pk)
    inicial = {campo: getattr(elegida, campo) for campo in AvisosForm.base_fields}
    form = AvisosForm(initial=inicial, **recibido(request))

    def elegir(datos: dict[str, Any]) -> HttpResponse:
        elegir_avisos(usuario=request.user, **datos)
        return hecho(request, "Sus avisos quedaron como los eligió.", "equipo:avisos")

    return resolver(request, form, elegir, "equipo/avisos.html")
