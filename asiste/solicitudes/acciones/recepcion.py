"""What the entity writes on a request that exists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db import transaction
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import presente
from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import PorEnviar, encolar_varios
from asiste.notificaciones.models import PreferenciaAvisos
from asiste.solicitudes.acciones.base import asentar, bloquear_la_que_atiende
from asiste.solicitudes.acciones.suspension import reanudar
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.direcciones import direccion
from asiste.solicitudes.models import Actuacion, Solicitud


@dataclass(frozen=True, slots=True, kw_only=True)
class Aporte:
    """A message of the entity on a request; `aporta` is False for what brings nothing: thanks, a receipt."""

    solicitud: Solicitud
    de_nombre: str
    texto: str
    anexos: Sequence[ArchivoNombrado] = ()
    message_id: str = ""
    autor: Usuario | None = None
    aporta: bool = True


@dataclass(frozen=True, slots=True)
class _Recibida:
    """The actuación of a message, and whether the term of its request runs again by it."""

    caso: Solicitud
    actuacion: Actuacion
    reanuda: bool


def agregar_mensaje(
    *,
    solicitud: Solicitud,
    de_nombre: str,
    texto: str,
    ahora: datetime,
    anexos: Sequence[ArchivoNombrado] = (),
    message_id: str = "",
    autor: Usuario | None = None,
) -> Actuacion:
    """Adds one message, as `agregar_mensajes`."""
    aporte = Aporte(
        solicitud=solicitud, de_nombre=de_nombre, texto=texto, anexos=anexos, message_id=message_id, autor=autor
    )
    return agregar_mensajes(aportes=[aporte], ahora=ahora)[0]


@transaction.atomic
def agregar_mensajes(*, aportes: Sequence[Aporte], ahora: datetime) -> list[Actuacion]:
    """Adds in their order what entities write on their requests, and tells each adviser, or who stands in today.

    What a request was waiting for resumes its term, unless the message brings nothing. On one united to another, it
    goes to the one that attends both.
    """
    casos = bloquear_la_que_atiende({aporte.solicitud.pk for aporte in aportes})
    recibidas = []
    for aporte in aportes:
        caso = casos[aporte.solicitud.pk]
        reanuda = aporte.aporta and caso.estado == Solicitud.Estado.SUSPENDIDA
        if reanuda:
            corre = reanudar(
                solicitud=caso,
                motivo="La entidad contestó.",
                ahora=ahora,
                autor=aporte.autor,
                autor_nombre=aporte.de_nombre,
            )
            caso.estado, caso.suspendida_en = corre.estado, corre.suspendida_en
        recibidas.append(_Recibida(caso, _actuacion(caso, aporte, ahora), reanuda))
    asentar([(una.actuacion, aporte.anexos) for una, aporte in zip(recibidas, aportes, strict=True)])
    _avisar(recibidas, ahora)
    return [una.actuacion for una in recibidas]


def _actuacion(caso: Solicitud, aporte: Aporte, ahora: datetime) -> Actuacion:
    return Actuacion(
        solicitud=caso,
        tipo=Actuacion.Tipo.RECIBIDA,
        momento=ahora,
        autor=aporte.autor,
        autor_nombre=(aporte.de_nombre or str(aporte.autor or "Asiste"))[:200],
        texto=aporte.texto,
        visible_entidad=True,
        message_id=aporte.message_id,
    )


def _avisar(recibidas: Sequence[_Recibida], ahora: datetime) -> None:
    """At once, unless the adviser chose otherwise; that the term runs again is always told."""
    hoy = timezone.localdate(ahora)

    @cache
    def quien_recibe(asesor: Funcionario) -> Usuario:
        return presente(asesor=asesor, hoy=hoy).usuario

    avisos = [(una, quien_recibe(una.caso.asesor)) for una in recibidas if una.caso.asesor]
    preferencias = PreferenciaAvisos.objects.de_cada_uno({quien.pk for _, quien in avisos}) if avisos else {}
    correos = [
        _aviso(una, quien)
        for una, quien in avisos
        if una.reanuda or preferencias[quien.pk].mensajes == PreferenciaAvisos.Mensajes.AL_MOMENTO
    ]
    if correos:
        encolar_varios(correos=correos, ahora=ahora)


def _aviso(una: _Recibida, quien: Usuario) -> PorEnviar:
    caso, actuacion = una.caso, una.actuacion
    corre = (
        "Contestó lo que se le pidió: el plazo corre de nuevo desde el siguiente día hábil.\n\n" if una.reanuda else ""
    )
    return PorEnviar(
        clave=f"recibida-{actuacion.pk}",
        para=quien.email,
        asunto=f"{caso.radicado}: {actuacion.autor_nombre} escribió",
        texto=f"{caso.quien_pide} escribió sobre «{caso.asunto}»:\n\n{actuacion.texto[:2000]}\n\n{corre}"
        f"El caso: {direccion('equipo:solicitud', caso.radicado)}\n"
        f"Elegir qué avisos recibe: {direccion('equipo:avisos')}\n",
        caso=caso.radicado,
    )
