"""Writing to the outbox and emptying it."""

import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.crypto import get_random_string
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from asiste.notificaciones.models import Mensaje, MensajeAdjunto

if TYPE_CHECKING:
    from asiste.documentos.models import Archivo

Adjuntos = Iterable[tuple[str, "Archivo"]]
TAREA_ENVIAR = "asiste.notificaciones.tareas.enviar"
CANDADO_ENVIAR = "notificaciones-enviar"  # one sending waits in the queue, however many mails there are
logger = logging.getLogger(__name__)


def encolar(
    *,
    clave: str,
    para: str,
    asunto: str,
    texto: str,
    ahora: datetime,
    remitente: str = "",
    automatico: bool = True,
    en_respuesta_a: str = "",
    referencias: Sequence[str] = (),
    adjuntos: Adjuntos = (),
) -> Mensaje:
    """Leaves a mail in the outbox, once per `clave`; call it inside the transaction of what it tells.

    `remitente` empty means the general sender. The worker is called when the transaction commits.
    """
    mensaje, nuevo = Mensaje.objects.get_or_create(
        clave=clave,
        defaults={
            "para": para,
            "asunto": " ".join(asunto.split())[:250],
            "texto": texto,
            "remitente": remitente or settings.DEFAULT_FROM_EMAIL,
            "automatico": automatico,
            "message_id": nuevo_message_id(),
            "en_respuesta_a": en_respuesta_a,
            "referencias": list(referencias),
            "proximo_intento_en": ahora,
            "creado_en": ahora,
        },
    )
    if nuevo:
        MensajeAdjunto.objects.bulk_create(
            MensajeAdjunto(mensaje=mensaje, archivo=archivo, nombre=nombre[:250]) for nombre, archivo in adjuntos
        )
        transaction.on_commit(partial(llamar_al_trabajador, ahora=ahora), robust=True)
    return mensaje


def nuevo_message_id() -> str:
    """An identifier that nobody else gives: random, at the host of the public address."""
    return f"<{get_random_string(24).lower()}@{urlsplit(settings.URL_PUBLICA).hostname}>"


def llamar_al_trabajador(*, ahora: datetime) -> None:
    """Asks the worker to empty the outbox now, unless it was asked already; without it, it does so every minute."""
    with suppress(AlreadyEnqueued):
        app.configure_task(TAREA_ENVIAR, queueing_lock=CANDADO_ENVIAR).defer(timestamp=int(ahora.timestamp()))


def enviar_pendientes(*, ahora: datetime) -> int:
    """Sends what is due and returns how many left; what fails waits longer each time.

    Several workers may call it at once: each takes messages that no other one holds.
    """
    enviados = 0
    while enviar_uno(ahora=ahora):
        enviados += 1
    return enviados


@transaction.atomic
def enviar_uno(*, ahora: datetime) -> bool:
    """Tries the oldest due message; False when there is none left. A bad one never stops the others."""
    mensaje = Mensaje.objects.por_enviar(ahora).select_for_update(skip_locked=True, of=("self",)).first()
    if mensaje is None:
        return False
    try:
        _correo(mensaje).send()
    except Exception as error:
        logger.exception("No salió el mensaje %s", mensaje.clave)
        mensaje.error = str(error)
        mensaje.aplazar(ahora)
    else:
        mensaje.estado = Mensaje.Estado.ENVIADO
        mensaje.enviado_en = ahora
        mensaje.error = ""
    mensaje.save(update_fields=["estado", "enviado_en", "error", "intentos", "proximo_intento_en"])
    return True


def _correo(mensaje: Mensaje) -> EmailMessage:
    cabeceras = {"Message-ID": mensaje.message_id}
    if mensaje.automatico:
        cabeceras |= {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    if mensaje.en_respuesta_a:
        cabeceras["In-Reply-To"] = mensaje.en_respuesta_a
        cabeceras["References"] = " ".join([*mensaje.referencias, mensaje.en_respuesta_a])
    correo = EmailMessage(mensaje.asunto, mensaje.texto, mensaje.remitente, [mensaje.para], headers=cabeceras)
    for adjunto in mensaje.mensajeadjunto_set.select_related("archivo").order_by("id"):
        with adjunto.archivo.abrir() as contenido:
            correo.attach(adjunto.nombre, contenido.read(), "application/octet-stream")
    return correo
