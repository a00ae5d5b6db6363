"""Registering for an open session, once the address is confirmed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.agenda.acciones.respuestas import responder
from asiste.agenda.acciones.sesiones import bloquear_sesion
from asiste.agenda.cartas import poner_en_espera
from asiste.agenda.cupo import lugar_en_espera
from asiste.agenda.models import Invitado, Sesion
from asiste.directorio.models import Enlace, Entidad
from asiste.solicitudes.acciones import ReglaIncumplida


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Who registers: what the form asks and nothing else."""

    nombre: str
    correo: str
    entidad: Entidad | None = None
    cargo: str = ""


@transaction.atomic
def inscribir(*, sesion: Sesion, persona: Persona, ahora: datetime) -> Invitado:
    """Gives a place or, once full, the next turn in the waiting list. Twice registers once, in the same place.

    The session is locked, so that two never get the last place. Raises `ReglaIncumplida` when it is not open, was
    called off or is over. The invitation goes out as those of all. Disposición: 6.3-promocion.
    """
    sesion = bloquear_sesion(sesion)
    exigir_que_se_inscriba(sesion, ahora)
    correo = persona.correo.lower()
    invitado = sesion.invitados.select_for_update(of=("self",)).filter(correo=correo).first()
    if invitado and invitado.situacion in {Invitado.Situacion.INVITADO, Invitado.Situacion.EN_ESPERA}:
        return _confirmar_asistencia(invitado, ahora)
    llena = esta_llena(sesion)
    datos = {
        "nombre": persona.nombre,
        "cargo": persona.cargo,
        "entidad": persona.entidad,
        "enlace": enlace_de(correo, persona.entidad, ahora),
        "origen": Invitado.Origen.INSCRIPCION,
        "situacion": Invitado.Situacion.EN_ESPERA if llena else Invitado.Situacion.INVITADO,
        "espera_desde": ahora if llena else None,
        "respuesta": Invitado.Respuesta.ASISTE,
        "respuesta_via": Invitado.Via.ENLACE,
        "respondida_en": ahora,
    }
    nuevo, _ = Invitado.objects.update_or_create(
        sesion=sesion, correo=correo, defaults=datos, create_defaults=datos | {"creado_en": ahora}
    )
    nuevo.sesion = sesion
    if llena:
        poner_en_espera(invitado=nuevo, lugar=lugar_en_espera(nuevo), ahora=ahora)
    return nuevo


def exigir_que_se_inscriba(sesion: Sesion, ahora: datetime) -> None:
    """Raises `ReglaIncumplida`, with the reason as a sentence, when nobody may register any more."""
    if sesion.estado == Sesion.Estado.CANCELADA:
        raise ReglaIncumplida("La sesión se canceló.")
    if not sesion.pendiente or sesion.termina <= ahora:
        raise ReglaIncumplida("La sesión ya terminó.")
    if not sesion.abierta:
        raise ReglaIncumplida("La sesión no está abierta a inscripción.")


def esta_llena(sesion: Sesion) -> bool:
    """No place is left. One query, or none where there is no limit."""
    return sesion.cupo is not None and sesion.invitados.ocupan_cupo().count() >= sesion.cupo


def enlace_de(correo: str, entidad: Entidad | None, ahora: datetime) -> Enlace | None:
    """The contact in force of the entity with that address."""
    if entidad is None:
        return None
    vigentes = Enlace.objects.vigentes(timezone.localdate(ahora)).filter(entidad=entidad, correo=correo)
    return vigentes.order_by("id").first()


def _confirmar_asistencia(invitado: Invitado, ahora: datetime) -> Invitado:
    """Who was invited already says that he or she comes; if the place was given away, it waits for another."""
    asiste = Invitado.Respuesta.ASISTE
    if invitado.respuesta == asiste:
        return invitado
    return responder(invitado=invitado, respuesta=asiste, via=Invitado.Via.ENLACE, comentario="", ahora=ahora)
