"""Choosing who is invited. The mails are written afterwards, by `envios`, from what is left here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from asiste.agenda.acciones.cupo import esperar, promover
from asiste.agenda.acciones.sesiones import bloquear_sesion, exigir_pendiente
from asiste.agenda.convocados import en_turno, una_vez
from asiste.agenda.cupo import hay_lugar
from asiste.agenda.models import Invitado, Sesion
from asiste.agenda.reconocimiento import entidad_del_dominio
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Enlace, Entidad
from asiste.solicitudes.acciones import ReglaIncumplida, registrar_sesion

Origen, Situacion = Invitado.Origen, Invitado.Situacion
FUERA = {Situacion.RETIRADO, Situacion.POR_DECIDIR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Who is to be invited; without `entidad`, that of the mail's domain when it is only one."""

    nombre: str
    correo: str
    cargo: str = ""
    entidad: Entidad | None = None
    enlace: Enlace | None = None

    @classmethod
    def de(cls, enlace: Enlace) -> "Persona":
        """A contact."""
        return cls(
            nombre=enlace.nombre, correo=enlace.correo, cargo=enlace.cargo, entidad=enlace.entidad, enlace=enlace
        )


@transaction.atomic
def convocar(*, sesion: Sesion, enlaces: Collection[Enlace], autor: Usuario, ahora: datetime) -> list[Invitado]:
    """Invites the contacts, and with them who was added before and who is in charge; returns the new ones.

    When there are fewer places than people, one of each entity goes first and the rest wait in order.
    Raises `ReglaIncumplida` if there is nobody to invite, or the session ended. Disposición: 6.3-promocion.
    """
    sesion = bloquear_sesion(sesion)
    exigir_por_venir(sesion, ahora)
    elegidos = en_turno(una_vez(list(enlaces)))
    nuevos = [
        invitado
        for enlace in elegidos
        if (invitado := invitar(sesion, Persona.de(enlace), Origen.CONVOCATORIA, ahora=ahora))
    ]
    if not sesion.invitados.all().con_lugar().exists():
        raise ReglaIncumplida("Elija a quién convocar.")
    if sesion.convocada_en is None:
        sesion.convocada_en = ahora
        sesion.save(update_fields=["convocada_en"])
    cuantos = sesion.invitados.all().de_fuera().con_lugar().count()
    texto = (
        f"Se convocó la sesión «{sesion}»: {cuantos} {'persona invitada' if cuantos == 1 else 'personas invitadas'}."
    )
    for solicitud in sesion.solicitudes.order_by("id"):
        registrar_sesion(solicitud=solicitud, texto=texto, autor=autor, ahora=ahora)
    return nuevos


@transaction.atomic
def agregar_invitado(*, sesion: Sesion, persona: Persona, ahora: datetime) -> Invitado:
    """One person more, added by the team; once convoked, the invitation goes out. Raises `ReglaIncumplida`."""
    sesion = bloquear_sesion(sesion)
    exigir_por_venir(sesion, ahora)
    if (nuevo := invitar(sesion, persona, Origen.EQUIPO, ahora=ahora)) is None:
        raise ReglaIncumplida("Esa persona ya está invitada.")
    return nuevo


@transaction.atomic
def retirar_invitado(*, invitado: Invitado, ahora: datetime) -> Invitado:
    """Takes a person out; it leaves the calendar, and the place goes to who waits. Raises `ReglaIncumplida`."""
    sesion = bloquear_sesion(invitado.sesion)
    exigir_por_venir(sesion, ahora)
    invitado = bloquear_invitado(invitado, sesion)
    if invitado.origen == Origen.A_CARGO:
        raise ReglaIncumplida("Está a cargo de la sesión: cambie los responsables en los datos de la sesión.")
    invitado.situacion = Situacion.RETIRADO
    invitado.save(update_fields=["situacion"])
    promover(sesion)
    return invitado


@transaction.atomic
def decidir_invitado(*, invitado: Invitado, aceptar: bool, ahora: datetime) -> Invitado:
    """Accepts or not who answered without being invited. Raises `ReglaIncumplida` when it was decided before."""
    sesion = bloquear_sesion(invitado.sesion)
    exigir_por_venir(sesion, ahora)
    invitado = bloquear_invitado(invitado, sesion)
    if invitado.situacion != Situacion.POR_DECIDIR:
        raise ReglaIncumplida("Otra persona ya lo decidió.")
    if not aceptar:
        invitado.situacion = Situacion.RETIRADO
        invitado.save(update_fields=["situacion"])
        return invitado
    _dar_lugar(invitado, ahora=ahora)
    return invitado


def exigir_por_venir(sesion: Sesion, ahora: datetime) -> None:
    """Raises `ReglaIncumplida` when it was held, called off or has ended."""
    exigir_pendiente(sesion)
    if sesion.termina <= ahora:
        raise ReglaIncumplida("La sesión ya terminó.")


def bloquear_invitado(invitado: Invitado, sesion: Sesion) -> Invitado:
    """The person as it is in the database, locked, with the session already locked."""
    bloqueado = Invitado.objects.select_for_update(of=("self",)).select_related("entidad").get(pk=invitado.pk)
    bloqueado.sesion = sesion
    return bloqueado


def invitar(sesion: Sesion, persona: Persona, origen: Invitado.Origen, *, ahora: datetime) -> Invitado | None:
    """Invites a person, anew if it had been withdrawn; None when it is invited already. The session is locked."""
    correo = persona.correo.strip().lower()
    invitado = sesion.invitados.filter(correo=correo).select_for_update(of=("self",)).first()
    if invitado and invitado.situacion not in FUERA:
        return None
    if invitado is None:
        invitado = Invitado(sesion=sesion, correo=correo, creado_en=ahora)
    elif invitado.situacion == Situacion.RETIRADO:
        _olvidar_respuesta(invitado)
    invitado.sesion = sesion
    invitado.nombre, invitado.cargo, invitado.enlace = persona.nombre, persona.cargo, persona.enlace
    invitado.entidad = persona.entidad or entidad_del_dominio(correo)
    invitado.origen = origen
    _dar_lugar(invitado, ahora=ahora)
    return invitado


def _olvidar_respuesta(invitado: Invitado) -> None:
    """What was answered to the invitation that was withdrawn says nothing of the new one."""
    invitado.respuesta, invitado.respuesta_via, invitado.comentario = Invitado.Respuesta.SIN_RESPUESTA, "", ""
    invitado.respondida_en = invitado.respuesta_secuencia = None


def _dar_lugar(invitado: Invitado, *, ahora: datetime) -> None:
    if hay_lugar(invitado.sesion):
        invitado.situacion, invitado.espera_desde = Situacion.INVITADO, None
        invitado.save()
    else:
        esperar(invitado, ahora=ahora)
