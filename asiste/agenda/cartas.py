"""Mails to who is invited. What changes a calendar takes the iTIP part along."""

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from asiste.agenda.itip import cancelacion, invitacion
from asiste.agenda.models import Invitado, Sesion
from asiste.agenda.organizador import organizador_de
from asiste.agenda.textos import como_llegar, cuando
from asiste.agenda.vales import vale_de
from asiste.notificaciones.acciones import ParteDeCalendario, PorEnviar, encolar_varios
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.direcciones import direccion


def convocar(*, invitado: Invitado, ahora: datetime) -> Mensaje:
    """The invitation, or the change, when another version stands in the person's calendar."""
    cambia = invitado.secuencia_enviada is not None
    asunto = "Cambió la sesión" if cambia else "Convocatoria"
    return _carta(
        invitado,
        plantilla="convocatoria",
        asunto=f"{asunto}: {invitado.sesion}",
        clave=f"sesion-{Mensaje.Metodo.REQUEST}-{invitado.pk}-{invitado.secuencia}",
        ahora=ahora,
        automatico=False,
        calendario=invitacion(invitado, ahora=ahora),
        cambia=cambia,
    )


def desconvocar(*, invitado: Invitado, ahora: datetime) -> Mensaje:
    """It leaves the person's calendar: called off, withdrawn or without a place."""
    cancelada = invitado.sesion.estado == Sesion.Estado.CANCELADA
    return _carta(
        invitado,
        plantilla="cancelacion",
        asunto=f"{'Se canceló la sesión' if cancelada else 'Ya no está en la sesión'}: {invitado.sesion}",
        clave=f"sesion-{Mensaje.Metodo.CANCEL}-{invitado.pk}-{invitado.secuencia}",
        ahora=ahora,
        automatico=False,
        calendario=cancelacion(invitado, ahora=ahora),
        cancelada=cancelada,
    )


def poner_en_espera(*, invitado: Invitado, lugar: int, ahora: datetime) -> Mensaje:
    """There is no place: which one of the waiting list, the first being 1."""
    return _carta(
        invitado,
        plantilla="espera",
        asunto=f"En lista de espera: {invitado.sesion}",
        clave=f"sesion-espera-{invitado.pk}-{ahora.timestamp():.0f}",
        ahora=ahora,
        lugar=lugar,
    )


def avisar_cancelacion(*, invitado: Invitado, ahora: datetime) -> Mensaje:
    """Called off, to who waited for a place and never had it in the calendar."""
    return _carta(
        invitado,
        plantilla="cancelada_en_espera",
        asunto=f"Se canceló la sesión: {invitado.sesion}",
        clave=f"sesion-cancelada-{invitado.pk}",
        ahora=ahora,
    )


def recordar(*, invitado: Invitado, hoy: bool, ahora: datetime) -> Mensaje:
    """The day before, or the same morning; who has not answered is asked to."""
    dia = "hoy" if hoy else "vispera"
    return _carta(
        invitado,
        plantilla="recordatorio",
        asunto=f"{'Hoy' if hoy else 'Recuerde'}: {invitado.sesion}",
        clave=f"sesion-recordatorio-{invitado.pk}-{invitado.sesion.inicia:%Y%m%d}-{dia}",
        ahora=ahora,
        solo_en_jornada=True,
        pregunta=invitado.respuesta in {Invitado.Respuesta.SIN_RESPUESTA, Invitado.Respuesta.TAL_VEZ},
    )


def _carta(
    invitado: Invitado,
    *,
    plantilla: str,
    asunto: str,
    clave: str,
    ahora: datetime,
    automatico: bool = True,
    solo_en_jornada: bool = False,
    calendario: ParteDeCalendario | None = None,
    **extra: Any,
) -> Mensaje:
    sesion = invitado.sesion
    contexto = {
        "invitado": invitado,
        "sesion": sesion,
        "cuando": cuando(sesion),
        "como": como_llegar(sesion),
        "enlace": direccion("convocatoria", vale_de(invitado)),
        "direccion": sesion.dependencia.direccion,
    }
    carta = PorEnviar(
        clave=clave,
        para=invitado.correo,
        remitente=organizador_de(sesion.dependencia).remitente,
        asunto=asunto,
        texto=render_to_string(f"agenda/cartas/{plantilla}.txt", contexto | extra),
        automatico=automatico,
        solo_en_jornada=solo_en_jornada,
        calendario=calendario,
    )
    return encolar_varios(correos=[carta], ahora=ahora)[0]
