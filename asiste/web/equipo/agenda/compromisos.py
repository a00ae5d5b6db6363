"""What was taken on, as the page of a session and the register show it."""

from typing import Any

from django.utils import timezone

from asiste.agenda import permisos
from asiste.agenda.alcance import compromisos_del_equipo
from asiste.agenda.models import Compromiso, Sesion
from asiste.cuentas.models import Usuario
from asiste.web.equipo.expediente import Accion

CON_NOMBRES = ("responsable__usuario", "responsable__dependencia", "entidad", "sesion")


def ficha(usuario: Usuario, sesion: Sesion) -> dict[str, Any]:
    """Those that come from earlier sessions, within what the person sees, and those of this one. Two queries."""
    visibles = compromisos_del_equipo(usuario)
    return {
        "compromisos_que_llegan": visibles.que_llegan_a(sesion).select_related(*CON_NOMBRES),
        "compromisos": sesion.compromisos.select_related(*CON_NOMBRES).order_by("vence_el", "id"),
        "hoy": timezone.localdate(),
    }


def acciones_de(usuario: Usuario, compromiso: Compromiso) -> list[Accion]:
    """What this person may do with a commitment, in the order of use."""
    if not permisos.puede_seguir(usuario, compromiso):
        return []
    if compromiso.estado != Compromiso.Estado.POR_CUMPLIR:
        return [Accion("Abrir otra vez", "reanudar", "equipo:compromiso-reapertura")]
    return [
        Accion("Escribir un avance", "comentario", "equipo:compromiso-avance"),
        Accion("Marcar como cumplido", "check-c", "equipo:compromiso-cumplimiento"),
        Accion("Cambiar la fecha", "reloj", "equipo:compromiso-fecha"),
        Accion("Dejar sin efecto", "x", "equipo:compromiso-sin-efecto"),
    ]
