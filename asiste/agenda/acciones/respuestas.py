"""What each invited person answers: by link, through the team or from a calendar."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from asiste.agenda.acciones.convocatoria import bloquear_invitado
from asiste.agenda.acciones.cupo import esperar, promover
from asiste.agenda.acciones.sesiones import bloquear_sesion, exigir_pendiente
from asiste.agenda.cupo import hay_lugar
from asiste.agenda.models import Invitado, Sesion
from asiste.agenda.reconocimiento import entidad_del_dominio
from asiste.agenda.replicas import Replica, clave_nombrada, leer_replica
from asiste.solicitudes.acciones import ReglaIncumplida

Situacion, Respuesta, Via = Invitado.Situacion, Invitado.Respuesta, Invitado.Via


class RespuestaSinSesion(ReglaIncumplida):
    """A calendar answers to a session that nobody convoked here."""


@transaction.atomic
def responder(
    *, invitado: Invitado, respuesta: Invitado.Respuesta, via: Invitado.Via, comentario: str, ahora: datetime
) -> Invitado:
    """Keeps what a person answers; it may change until the session begins, and then who waits gets the place.

    Without a place for who comes back, the waiting list. Raises `ReglaIncumplida`.
    """
    sesion = bloquear_sesion(invitado.sesion)
    exigir_que_admite(sesion, ahora)
    invitado = bloquear_invitado(invitado, sesion)
    if invitado.situacion in {Situacion.RETIRADO, Situacion.POR_DECIDIR}:
        raise ReglaIncumplida("Esta invitación se retiró.")
    _anotar(invitado, respuesta, via, secuencia=invitado.secuencia, sello=ahora, comentario=comentario)
    _acomodar(invitado, ahora)
    return invitado


@transaction.atomic
def registrar_respuesta(*, calendario: str, de_correo: str, de_nombre: str, ahora: datetime) -> str:
    """Keeps what a calendar answered by mail and says what was done, in Spanish. The same mail again does nothing.

    Raises `CalendarioIlegible` or `RespuestaSinSesion`, whose reason is for the quarantine. Source: RFC 5546, 3.2.3.
    """
    replica = leer_replica(calendario, ahora=ahora)
    encontrada = Sesion.objects.filter(clave=replica.clave).first()
    if encontrada is None:
        raise RespuestaSinSesion("Responde a una sesión que no existe en la agenda.")
    sesion = bloquear_sesion(encontrada)
    try:
        exigir_que_admite(sesion, ahora)
    except ReglaIncumplida as regla:
        return f"No se anota la respuesta a «{sesion}». {regla}"
    invitado = _quien_responde(sesion, replica, de_correo)
    if invitado is None:
        _dejar_por_decidir(sesion, replica, de_correo, de_nombre, ahora)
        return f"Respondió a «{sesion}» sin estar entre los invitados: se decide en la página de la sesión."
    if invitado.situacion == Situacion.RETIRADO:
        return f"No se anota: ya no está invitado a «{sesion}»."
    if _es_vieja(invitado, replica):
        return f"Ya había una respuesta más reciente a «{sesion}»."
    return _aplicar(invitado, replica, ahora)


def bloquear_respondidas(calendarios: Iterable[str]) -> None:
    """Locks the sessions that some calendars answer to, by id, until the transaction of who calls ends."""
    claves = {clave_nombrada(calendario) for calendario in calendarios} - {""}
    if claves:
        respondidas = Sesion.objects.select_for_update(of=("self",)).filter(clave__in=claves).order_by("id")
        list(respondidas.values_list("pk"))


def exigir_que_admite(sesion: Sesion, ahora: datetime) -> None:
    """Raises `ReglaIncumplida` when it is called off, held or has begun."""
    exigir_pendiente(sesion)
    if sesion.inicia <= ahora:
        raise ReglaIncumplida("La sesión ya empezó: la respuesta no se puede cambiar.")


def _aplicar(invitado: Invitado, replica: Replica, ahora: datetime) -> str:
    if replica.respuesta is None:
        invitado.comentario = replica.comentario[:500] or invitado.comentario
        invitado.save(update_fields=["comentario"])
        return f"Dejó un comentario sobre «{invitado.sesion}»."
    _anotar(
        invitado,
        replica.respuesta,
        Via.CALENDARIO,
        secuencia=min(replica.secuencia, invitado.secuencia),  # a number from the future would silence the next ones
        sello=replica.sello,
        comentario=replica.comentario,
    )
    if invitado.situacion != Situacion.POR_DECIDIR:
        _acomodar(invitado, ahora)
    else:
        invitado.save()
    return f"{invitado.get_respuesta_display()} a «{invitado.sesion}»."


def _anotar(
    invitado: Invitado,
    respuesta: Invitado.Respuesta,
    via: Invitado.Via,
    *,
    secuencia: int,
    sello: datetime,
    comentario: str,
) -> None:
    invitado.respuesta, invitado.respuesta_via = respuesta, via
    invitado.respondida_en, invitado.respuesta_secuencia = sello, secuencia
    invitado.comentario = comentario.strip()[:500]


def _acomodar(invitado: Invitado, ahora: datetime) -> None:
    """What the answer does with the place: it frees it, takes it again or waits for one."""
    no_viene = invitado.respuesta == Respuesta.NO_ASISTE
    if no_viene:
        invitado.situacion = Situacion.INVITADO
        invitado.save()
        promover(invitado.sesion)
    elif invitado.situacion == Situacion.INVITADO and not _ocupa(invitado) and not hay_lugar(invitado.sesion):
        esperar(invitado, ahora=ahora)
    else:
        invitado.save()


def _ocupa(invitado: Invitado) -> bool:
    """Whether the person has a place as the database has it, before the answer is saved."""
    a_cargo = invitado.origen == Invitado.Origen.A_CARGO
    return a_cargo or Invitado.objects.filter(pk=invitado.pk).ocupan_cupo().exists()


def _quien_responde(sesion: Sesion, replica: Replica, de_correo: str) -> Invitado | None:
    """The invited person a reply counts for: who sends it, or the colleague of its mail domain it is sent for."""
    correos, dominio = {de_correo}, de_correo.rpartition("@")[2]
    if replica.enviada_por == de_correo and replica.asistente.rpartition("@")[2] == dominio:
        correos = {replica.asistente}
    encontrado = sesion.invitados.filter(correo__in=correos).select_for_update(of=("self",)).first()
    return bloquear_invitado(encontrado, sesion) if encontrado else None


def _es_vieja(invitado: Invitado, replica: Replica) -> bool:
    if invitado.respondida_en is None or invitado.respuesta_secuencia is None:
        return False
    return (replica.secuencia, replica.sello) <= (invitado.respuesta_secuencia, invitado.respondida_en)


def _dejar_por_decidir(sesion: Sesion, replica: Replica, correo: str, nombre: str, ahora: datetime) -> None:
    propio = replica.asistente == correo
    por_otro = "" if propio else f"Respondió por {replica.asistente}. "
    invitado = Invitado(
        sesion=sesion,
        correo=correo,
        nombre=(nombre or (replica.nombre if propio else "") or correo)[:200],
        entidad=entidad_del_dominio(correo),
        origen=Invitado.Origen.RESPUESTA,
        situacion=Situacion.POR_DECIDIR,
        creado_en=ahora,
    )
    comentario = por_otro + replica.comentario
    if replica.respuesta:
        _anotar(
            invitado,
            replica.respuesta,
            Via.CALENDARIO,
            secuencia=replica.secuencia,
            sello=replica.sello,
            comentario=comentario,
        )
    invitado.comentario = comentario.strip()[:500]
    invitado.save()
