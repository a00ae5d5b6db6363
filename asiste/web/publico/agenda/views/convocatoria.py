"""An invited person answers by the link of the mail, without signing in. Only a POST answers: scanners open links."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from asiste.agenda import itip
from asiste.agenda.acciones import responder
from asiste.agenda.cupo import lugar_en_espera
from asiste.agenda.firmas import Desconocida, Vencida
from asiste.agenda.models import Invitado
from asiste.agenda.vales import invitado_del_vale
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.publico.agenda.forms.convocatoria import RespuestaForm

Situacion = Invitado.Situacion


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def convocatoria(request: HttpRequest, vale: str) -> HttpResponse:
    """What, when and where; whether the person comes; and a clear page when it cannot be answered any more."""
    try:
        invitado = _del_vale(vale)
    except (Vencida, Desconocida) as error:
        return _sin_vale(request, vencido=isinstance(error, Vencida))
    form = RespuestaForm(request.POST if request.method == "POST" else None, initial=_inicial(invitado))
    if form.is_valid():
        try:
            return _contestar(request, invitado, form.cleaned_data, vale)
        except ReglaIncumplida as regla:
            messages.warning(request, str(regla))
            return redirect("convocatoria", vale)
    situacion = _situacion(invitado)
    contexto = {"invitado": invitado, "sesion": invitado.sesion, "form": form, "situacion": situacion, "vale": vale}
    if invitado.situacion == Situacion.EN_ESPERA:
        contexto["lugar"] = lugar_en_espera(invitado)
    return render(request, "publico/agenda/convocatoria.html", contexto)


@never_cache
@require_safe
def archivo(request: HttpRequest, vale: str) -> HttpResponse:
    """The session as a file for any calendar."""
    try:
        invitado = _del_vale(vale)
    except (Vencida, Desconocida) as error:
        return _sin_vale(request, vencido=isinstance(error, Vencida))
    if invitado.situacion == Situacion.RETIRADO:
        return redirect("convocatoria", vale)
    texto = itip.publicacion(invitado.sesion, ahora=timezone.now())
    respuesta = HttpResponse(texto, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    respuesta["Content-Disposition"] = 'attachment; filename="sesion.ics"'
    return respuesta


def _del_vale(vale: str) -> Invitado:
    """The invited person with what the page shows. Raises `ValeInvalido`."""
    suyos = Invitado.objects.select_related("entidad", "sesion__modalidad", "sesion__dependencia__padre__padre")
    invitado = suyos.filter(pk=invitado_del_vale(vale)).first()
    if invitado is None:
        raise Desconocida
    return invitado


def _sin_vale(request: HttpRequest, *, vencido: bool) -> HttpResponse:
    estado = HTTPStatus.GONE if vencido else HTTPStatus.NOT_FOUND
    return render(request, "publico/agenda/convocatoria_sin_vale.html", {"vencido": vencido}, status=estado)


def _contestar(request: HttpRequest, invitado: Invitado, datos: dict[str, Any], vale: str) -> HttpResponse:
    contestado = responder(
        invitado=invitado,
        respuesta=Invitado.Respuesta(datos["respuesta"]),
        via=Invitado.Via.ENLACE,
        comentario=datos["comentario"],
        ahora=timezone.now(),
    )
    if contestado.situacion == Situacion.EN_ESPERA:
        messages.warning(request, "Los cupos ya están ocupados: quedó en la lista de espera y le avisamos por correo.")
    else:
        messages.success(request, f"Quedó anotado: {contestado.get_respuesta_display().lower()}.")
    return redirect("convocatoria", vale)


def _inicial(invitado: Invitado) -> dict[str, str]:
    return {"respuesta": invitado.respuesta, "comentario": invitado.comentario}


def _situacion(invitado: Invitado) -> str:
    """Why it cannot be answered, or «abierta»."""
    sesion, ahora = invitado.sesion, timezone.now()
    if sesion.estado == sesion.Estado.CANCELADA:
        return "cancelada"
    if invitado.situacion in {Situacion.RETIRADO, Situacion.POR_DECIDIR}:
        return "retirada"
    if sesion.termina <= ahora or not sesion.pendiente:
        return "pasada"
    return "empezada" if sesion.inicia <= ahora else "abierta"
