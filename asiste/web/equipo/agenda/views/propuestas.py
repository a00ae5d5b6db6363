"""Offering hours, those that wait and taking them back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import permisos
from asiste.agenda.acciones.compromisos import en_dias_habiles
from asiste.agenda.acciones.propuestas import proponer, retirar
from asiste.agenda.alcance import propuestas_del_equipo
from asiste.agenda.consultas import franjas_libres
from asiste.agenda.models import Propuesta
from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.acceso import Peticion, exigir, funcionario_de, solo_equipo
from asiste.web.equipo.agenda.forms.horas import PropuestaForm
from asiste.web.equipo.agenda.propuestas import caso_de
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

PARA_ELEGIR = 3  # business days, unless the form says otherwise


@require_safe
@solo_equipo
def propuestas(request: Peticion) -> HttpResponse:
    """Hours offered by the people of the tree that nobody has chosen yet, the last first."""
    esperan = propuestas_del_equipo(request.user).en_espera().con_nombres()
    contexto = {"pagina": paginar(esperan, ("-id",), request.GET), "ahora": timezone.now()}
    return mostrar(request, "equipo/agenda/propuestas.html", contexto)


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion) -> HttpResponse:
    """Offers the hours that the address names; it leaves by mail."""
    exigir(permisos.puede_programar(request.user))
    caso = caso_de(request.user, request.GET)
    form = PropuestaForm(usuario=request.user, initial=_inicial(request, caso), **recibido(request))

    def ofrecer(datos: dict[str, Any]) -> HttpResponse:
        nueva = proponer(oferta=form.oferta(caso), franjas=datos["franja"], autor=request.user, ahora=timezone.now())
        return hecho(request, f"Las horas salieron para {nueva.correo}.", "equipo:propuesta", str(nueva.pk))

    return resolver(request, form, ofrecer, "equipo/agenda/propuesta_nueva.html", solicitud=caso)


def _inicial(request: Peticion, caso: Solicitud | None) -> dict[str, Any]:
    """What the address and the case say."""
    propio = funcionario_de(request.user)
    del_caso = (
        {
            "titulo": caso.asunto,
            "modalidad": caso.modalidad_id,
            "entidad": caso.entidad_id,
            "nombre": caso.solicitante_nombre,
            "correo": caso.solicitante_correo,
        }
        if caso
        else {}
    )
    return {
        "dirige": request.GET.get("dirige") or (propio.pk if propio else None),
        "acompanan": request.GET.getlist("acompanan"),
        "franja": request.GET.getlist("franja"),
        "hasta": en_dias_habiles(timezone.localdate(), PARA_ELEGIR),
        **del_caso,
    }


def _propuesta_de(usuario: Usuario, numero: int) -> Propuesta:
    propuesta: Propuesta = get_object_or_404(propuestas_del_equipo(usuario).con_nombres(), pk=numero)
    return propuesta


@require_safe
@solo_equipo
def propuesta(request: Peticion, numero: int) -> HttpResponse:
    """Hours offered, which are still free, and what came of it."""
    elegida, ahora = _propuesta_de(request.user, numero), timezone.now()
    contexto = {
        "propuesta": elegida,
        "libres": set(franjas_libres(elegida, ahora)),
        "vencida": elegida.vencida(ahora),
        "personas": elegida.funcionarios.select_related("usuario", "dependencia").order_by("usuario__nombre", "id"),
        "retira": permisos.puede_retirar(request.user, elegida) and elegida.estado == Propuesta.Estado.ABIERTA,
    }
    return mostrar(request, "equipo/agenda/propuesta.html", contexto)


@abrir_y_enviar
@solo_equipo
def retiro(request: Peticion, numero: int) -> HttpResponse:
    """Nobody may choose them any more."""
    elegida = _propuesta_de(request.user, numero)
    exigir(permisos.puede_retirar(request.user, elegida))

    def quitar(_datos: dict[str, Any]) -> HttpResponse:
        retirar(propuesta=elegida, autor=request.user, ahora=timezone.now())
        return hecho(request, "Las horas ya no se ofrecen.", "equipo:propuesta", str(numero))

    form = ConfirmacionForm(**recibido(request))
    return resolver(request, form, quitar, "equipo/agenda/propuesta_retiro.html", propuesta=elegida)
