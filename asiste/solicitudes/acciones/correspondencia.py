"""What is written on a request: internal notes and answers; and that a mail of it did not arrive."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from asiste.conocimiento.acciones.citas import anotar_citas
from asiste.cuentas.models import Usuario
from asiste.notificaciones.acciones import encolar
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear
from asiste.solicitudes.acciones.redaccion import consumir_redaccion
from asiste.solicitudes.adjuntos import ArchivoNombrado
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
    """Sends an answer to the entity on its own thread, keeps it in the case and counts what it cites of the bank.

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
    _anotar_salida(solicitud, texto, ahora)
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


def _anotar_salida(solicitud: Solicitud, texto: str, ahora: datetime) -> None:
    """When the first one left, and what this one cites of the bank."""
    if solicitud.primera_respuesta_en is None:
        solicitud.primera_respuesta_en = ahora
        solicitud.save(update_fields=["primera_respuesta_en"])
    anotar_citas(texto=texto, referencia=solicitud.radicado, ahora=ahora, entidad=solicitud.entidad)


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
