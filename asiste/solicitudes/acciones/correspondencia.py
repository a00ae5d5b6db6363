"""What is written on a request: internal notes, answers and messages of the entity."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import presente
from asiste.notificaciones.acciones import encolar
from asiste.notificaciones.models import PreferenciaAvisos
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear
from asiste.solicitudes.acciones.redaccion import consumir_redaccion
from asiste.solicitudes.acciones.suspension import reanudar
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.direcciones import direccion
from asiste.solicitudes.models import Actuacion, Redaccion, Solicitud


@transaction.atomic
def anotar(
    *, solicitud: Solicitud, texto: str, autor: Usuario, ahora: datetime, version: int | None = None
) -> Actuacion:
    """Leaves an internal note that the entity never sees; with `version`, that of the draft it was written on.

    Raises `ReglaIncumplida` when empty, and `OtraVersion` when the draft is not that any more.
    """
    if not texto.strip():
        raise ReglaIncumplida("Escriba la nota.")
    if version is not None:
        consumir_redaccion(
            solicitud=solicitud, clase=Redaccion.Clase.NOTA, texto=texto, version=version, autor=autor, ahora=ahora
        )
    return actuar(solicitud=solicitud, tipo=Actuacion.Tipo.NOTA, ahora=ahora, autor=autor, texto=texto)


@transaction.atomic
def responder(
    *,
    solicitud: Solicitud,
    texto: str,
    autor: Usuario,
    ahora: datetime,
    anexos: Sequence[ArchivoNombrado] = (),
    version: int | None = None,
) -> Actuacion:
    """Sends an answer to the entity on its own thread, and keeps it in the case.

    With `version`, that of the draft it was written on. Raises `ReglaIncumplida` when there is nothing to say or
    nobody to tell, and `OtraVersion` when the draft is not that any more.
    """
    if version is not None:
        consumir_redaccion(
            solicitud=solicitud, clase=Redaccion.Clase.RESPUESTA, texto=texto, version=version, autor=autor, ahora=ahora
        )
    solicitud = bloquear(solicitud)
    _exigir_que_admita(solicitud, texto, anexos)
    mensaje = cartas.enviar_respuesta(
        solicitud=solicitud,
        texto=texto,
        anexos=anexos,
        clave=f"respuesta-{solicitud.radicado}-{solicitud.actuaciones.count()}",
        ahora=ahora,
    )
    if solicitud.primera_respuesta_en is None:
        solicitud.primera_respuesta_en = ahora
        solicitud.save(update_fields=["primera_respuesta_en"])
    return actuar(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.RESPUESTA,
        ahora=ahora,
        autor=autor,
        texto=texto,
        visible=True,
        mensaje=mensaje,
        anexos=anexos,
    )


def _exigir_que_admita(solicitud: Solicitud, texto: str, anexos: Sequence[ArchivoNombrado]) -> None:
    if not texto.strip():
        raise ReglaIncumplida("Escriba la respuesta.")
    if not solicitud.solicitante_correo:
        raise ReglaIncumplida("La solicitud no tiene correo al cual responder.")
    if solicitud.estado == Solicitud.Estado.POR_TOMAR:
        raise ReglaIncumplida("Tome la solicitud antes de responderla.")
    if solicitud.terminada:
        raise ReglaIncumplida("Esta solicitud ya terminó: reábrala para escribir a la entidad.")
    if con_virus := next((anexo for anexo in anexos if anexo.archivo.virus), None):
        raise ReglaIncumplida(f"«{con_virus.nombre}» {con_virus.archivo.retenido}: no se envía.")


@transaction.atomic
def avisar_rebote(*, solicitud: Solicitud, correo: str, motivo: str, ahora: datetime) -> Actuacion:
    """Leaves in the case that a mail did not reach somebody, and tells its adviser."""
    texto = f"El correo a {correo} no se pudo entregar: {motivo}."
    actuacion = actuar(solicitud=solicitud, tipo=Actuacion.Tipo.REBOTE, ahora=ahora, texto=texto)
    if solicitud.asesor and solicitud.asesor.usuario.email != correo:
        encolar(
            clave=f"rebote-{actuacion.pk}",
            caso=solicitud.radicado,
            para=solicitud.asesor.usuario.email,
            asunto=f"{solicitud.radicado}: no se pudo entregar el correo a {correo}",
            texto=f"{texto}\n\nBusque otra forma de contactar a la entidad ({solicitud.quien_pide}).",
            ahora=ahora,
        )
    return actuacion


@transaction.atomic
def agregar_mensaje(
    *,
    solicitud: Solicitud,
    de_nombre: str,
    texto: str,
    ahora: datetime,
    anexos: Sequence[ArchivoNombrado] = (),
    message_id: str = "",
    autor: Usuario | None = None,
    aporta: bool = True,
) -> Actuacion:
    """Adds what the entity writes on a request that exists, and tells its adviser, or who stands in today.

    What it was waiting for resumes its term, unless the message brings nothing (`aporta`): thanks, a receipt. On one
    united to another, it goes to the one that attends both.
    """
    solicitud = bloquear(solicitud)
    solicitud = bloquear(solicitud.principal) if solicitud.principal else solicitud
    reanuda = aporta and solicitud.estado == Solicitud.Estado.SUSPENDIDA
    if reanuda:
        solicitud = reanudar(
            solicitud=solicitud, motivo="La entidad contestó.", ahora=ahora, autor=autor, autor_nombre=de_nombre
        )
    actuacion = actuar(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.RECIBIDA,
        ahora=ahora,
        autor=autor,
        autor_nombre=de_nombre,
        texto=texto,
        visible=True,
        message_id=message_id,
        anexos=anexos,
    )
    _avisar_mensaje(solicitud, actuacion, reanuda=reanuda)
    return actuacion


def _avisar_mensaje(solicitud: Solicitud, actuacion: Actuacion, *, reanuda: bool) -> None:
    """At once, unless the adviser chose otherwise; that the term runs again is always told."""
    if solicitud.asesor is None:
        return
    quien = presente(asesor=solicitud.asesor, hoy=timezone.localdate(actuacion.momento)).usuario
    al_momento = PreferenciaAvisos.Mensajes.AL_MOMENTO
    if not reanuda and PreferenciaAvisos.objects.de(quien.pk).mensajes != al_momento:
        return
    corre = "Contestó lo que se le pidió: el plazo corre de nuevo desde el siguiente día hábil.\n\n" if reanuda else ""
    encolar(
        clave=f"recibida-{actuacion.pk}",
        para=quien.email,
        asunto=f"{solicitud.radicado}: {actuacion.autor_nombre} escribió",
        texto=f"{solicitud.quien_pide} escribió sobre «{solicitud.asunto}»:\n\n{actuacion.texto[:2000]}\n\n{corre}"
        f"El caso: {direccion('equipo:solicitud', solicitud.radicado)}\n"
        f"Elegir qué avisos recibe: {direccion('equipo:avisos')}\n",
        ahora=actuacion.momento,
        caso=solicitud.radicado,
    )
