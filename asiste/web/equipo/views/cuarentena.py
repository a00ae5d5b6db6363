"""Messages held back until a person looks at them."""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.correo.acciones import descartar_cuarentena, radicar_cuarentena
from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Usuario
from asiste.solicitudes import permisos
from asiste.web.equipo.acceso import Peticion, cuarentena_de, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.recepcion import DescarteForm, RadicacionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.views.archivos import entregar
from asiste.web.equipo.views.nivel import y_su_nivel
from asiste.web.interfaz.paginas import paginar


def _mensaje(usuario: Usuario, numero: int) -> MensajeEntrante:
    return get_object_or_404(
        cuarentena_de(usuario).select_related("buzon__dependencia", "crudo", "solicitud"), pk=numero
    )


@require_safe
@solo_equipo
def cuarentena(request: Peticion) -> HttpResponse:
    """Messages held back, the oldest first."""
    exigir(permisos.puede_identificar(request.user))
    retenidos = cuarentena_de(request.user).select_related("buzon").defer("texto")
    return mostrar(
        request, "equipo/cuarentena.html", {"pagina": paginar(retenidos, ("guardado_en", "id"), request.GET)}
    )


@require_safe
@solo_equipo
def mensaje(request: Peticion, numero: int) -> HttpResponse:
    """A message as text, with its warnings and the reason why it was held back."""
    return mostrar(request, "equipo/mensaje.html", {"mensaje": _mensaje(request.user, numero)})


@require_safe
@solo_equipo
def original(request: Peticion, numero: int) -> HttpResponseBase:
    """The bytes of the message, to download."""
    return entregar(request, _mensaje(request.user, numero).crudo, f"mensaje-{numero}.eml")


@abrir_y_enviar
@solo_equipo
def radicacion(request: Peticion, numero: int) -> HttpResponse:
    """Files the message as a request of an office of the tree."""
    retenido = _mensaje(request.user, numero)
    inicial = {"dependencia": retenido.buzon and retenido.buzon.dependencia_id}
    form = RadicacionForm(usuario=request.user, initial=inicial, **recibido(request))

    def radicar(datos: dict[str, Any]) -> HttpResponse:
        solicitud = radicar_cuarentena(mensaje=retenido, **datos, autor=request.user, ahora=timezone.now())
        listo = f"El mensaje quedó radicado como {solicitud.radicado}."
        return y_su_nivel(request, solicitud, listo, "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, radicar, "equipo/radicacion.html", mensaje=retenido)


@abrir_y_enviar
@solo_equipo
def descarte(request: Peticion, numero: int) -> HttpResponse:
    """Takes a message out of the way, with its reason; it is kept."""
    retenido = _mensaje(request.user, numero)

    def descartar(datos: dict[str, Any]) -> HttpResponse:
        descartar_cuarentena(mensaje=retenido, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El mensaje quedó descartado, con su motivo.", "equipo:cuarentena")

    form = DescarteForm(**recibido(request))
    return resolver(request, form, descartar, "equipo/descarte.html", mensaje=retenido)
