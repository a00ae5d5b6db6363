"""Registering for an open session, once the address is confirmed."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.agenda.acciones.convocatoria import Persona, invitar
from asiste.agenda.acciones.respuestas import responder
from asiste.agenda.acciones.sesiones import bloquear_sesion
from asiste.agenda.models import Invitado, Sesion
from asiste.directorio.models import Enlace
from asiste.solicitudes.acciones import ReglaIncumplida


@transaction.atomic
def inscribir(*, sesion: Sesion, persona: Persona, ahora: datetime) -> Invitado:
    """Gives a place or, once full, the next turn in the waiting list. Twice registers once, in the same place.

    The session is locked, so that two never get the last place; the invitation follows, as that of all. Raises
    `ReglaIncumplida` when it is not open, was called off or has begun. Disposición: 6.3-promocion.
    """
    sesion = bloquear_sesion(sesion)
    exigir_que_se_inscriba(sesion, ahora)
    return con_su_asistencia(sesion, persona, Invitado.Origen.INSCRIPCION, ahora=ahora)


def con_su_asistencia(sesion: Sesion, persona: Persona, origen: Invitado.Origen, *, ahora: datetime) -> Invitado:
    """The person among the invited of a locked session, having said that he or she comes."""
    conocida = replace(persona, enlace=persona.enlace or _enlace_de(persona, ahora))
    nuevo = invitar(sesion, conocida, origen, ahora=ahora)
    invitado = nuevo or sesion.invitados.get(correo=persona.correo.strip().lower())
    asiste = Invitado.Respuesta.ASISTE
    if invitado.respuesta == asiste and nuevo is None:
        return invitado
    return responder(invitado=invitado, respuesta=asiste, via=Invitado.Via.ENLACE, comentario="", ahora=ahora)


def exigir_que_se_inscriba(sesion: Sesion, ahora: datetime) -> None:
    """Raises `ReglaIncumplida`, with the reason as a sentence, when nobody may register any more."""
    if sesion.estado == Sesion.Estado.CANCELADA:
        raise ReglaIncumplida("La sesión se canceló.")
    if not sesion.pendiente or sesion.termina <= ahora:
        raise ReglaIncumplida("La sesión ya terminó.")
    if sesion.inicia <= ahora:
        raise ReglaIncumplida("La sesión ya empezó.")
    if not sesion.abierta:
        raise ReglaIncumplida("La sesión no está abierta a inscripción.")


def _enlace_de(persona: Persona, ahora: datetime) -> Enlace | None:
    """The contact in force of the entity with that address."""
    vigentes = Enlace.objects.vigentes(timezone.localdate(ahora)).filter(correo=persona.correo.strip().lower())
    return vigentes.filter(entidad=persona.entidad).order_by("id").first() if persona.entidad else None
