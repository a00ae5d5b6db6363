"""Writing to the outbox and emptying it."""

import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import connection, transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.crypto import get_random_string
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from asiste.notificaciones.models import Mensaje, MensajeAdjunto, MensajeQuerySet, PreferenciaAvisos, Rebote

if TYPE_CHECKING:
    from asiste.cuentas.models import Usuario
    from asiste.documentos.models import Archivo

Adjuntos = Iterable[tuple[str, "Archivo"]]
TAREA_ENVIAR = "enviar-correo"  # the module that knows the service hours does it
TOPE_DIARIO = 20  # automatic mails to one address outside the team, in a day of Bogotá
NOMBRE_ICS = "convocatoria.ics"  # for the programs that only look at attachments
CANDADO_ENVIAR = "notificaciones-enviar"  # one sending waits in the queue, however many mails there are
logger = logging.getLogger(__name__)


class EnvioResuelto(Exception):
    """What is asked of a message makes no sense any more; its text is a Spanish sentence fit to be shown."""


@dataclass(frozen=True, slots=True)
class ParteDeCalendario:
    """What a calendar program reads in a mail: an iCalendar object whose METHOD is `metodo`."""

    metodo: Mensaje.Metodo
    texto: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PorEnviar:
    """A mail to be left in the outbox.

    `remitente` empty is the general sender; `caso`, the radicado it tells of; `con_tope`, that beyond `TOPE_DIARIO`
    what a machine writes to who is not of the team is kept and not sent (RFC 3834); `solo_en_jornada`, that it never
    leaves out of service hours. `calendario` is for the calendar of the addressee; `baja`, the address that takes
    the person off a list with one click (RFC 8058).
    """

    clave: str
    para: str
    asunto: str
    texto: str
    remitente: str = ""
    automatico: bool = True
    solo_en_jornada: bool = False
    con_tope: bool = False
    en_respuesta_a: str = ""
    referencias: Sequence[str] = ()
    adjuntos: Adjuntos = ()
    caso: str = ""
    calendario: ParteDeCalendario | None = None
    baja: str = ""


def encolar(
    *,
    clave: str,
    para: str,
    asunto: str,
    texto: str,
    ahora: datetime,
    remitente: str = "",
    automatico: bool = True,
    solo_en_jornada: bool = False,
    con_tope: bool = False,
    en_respuesta_a: str = "",
    referencias: Sequence[str] = (),
    adjuntos: Adjuntos = (),
    caso: str = "",
) -> Mensaje:
    """Leaves one mail in the outbox, as `encolar_varios`."""
    correo = PorEnviar(
        clave=clave,
        para=para,
        asunto=asunto,
        texto=texto,
        remitente=remitente,
        automatico=automatico,
        solo_en_jornada=solo_en_jornada,
        con_tope=con_tope,
        en_respuesta_a=en_respuesta_a,
        referencias=referencias,
        adjuntos=adjuntos,
        caso=caso,
    )
    return encolar_varios(correos=[correo], ahora=ahora)[0]


def encolar_varios(*, correos: Sequence[PorEnviar], ahora: datetime) -> list[Mensaje]:
    """Leaves mails in the outbox, each once per `clave`; call it inside the transaction of what they tell.

    The commit calls the worker, once for all.
    """
    propuestos = _proponer(correos, ahora)
    Mensaje.objects.bulk_create(propuestos, ignore_conflicts=True)
    filas = Mensaje.objects.filter(clave__in=[uno.clave for uno in propuestos])
    ids = {clave: (pk, message_id) for clave, pk, message_id in filas.values_list("clave", "pk", "message_id")}
    nuevos = []
    for numero, (correo, mensaje) in enumerate(zip(correos, propuestos, strict=True)):
        mensaje.pk, message_id = ids[mensaje.clave]
        if message_id == mensaje.message_id:
            nuevos.append((mensaje, correo.adjuntos))
        else:  # it was written before
            propuestos[numero] = Mensaje.objects.get(pk=mensaje.pk)
    if nuevos:
        _completar(nuevos, ahora)
    return propuestos


def _completar(nuevos: Sequence[tuple[Mensaje, Adjuntos]], ahora: datetime) -> None:
    """Keeps the files of the new mails, and has the worker called at the commit."""
    MensajeAdjunto.objects.bulk_create(
        MensajeAdjunto(mensaje=mensaje, archivo=archivo, nombre=nombre[:250])
        for mensaje, adjuntos in nuevos
        for nombre, archivo in adjuntos
    )
    pedidas = [getattr(pendiente[1], "func", None) for pendiente in connection.run_on_commit]
    if llamar_al_trabajador not in pedidas:
        transaction.on_commit(partial(llamar_al_trabajador, ahora=ahora), robust=True)


def _proponer(correos: Sequence[PorEnviar], ahora: datetime) -> list[Mensaje]:
    """The rows, not written yet; those beyond the cap of their address will not be sent."""
    hoy = timezone.localtime(ahora).replace(hour=0, minute=0, second=0, microsecond=0)
    con_tope = {correo.para for correo in correos if correo.con_tope and correo.automatico}
    escritos: dict[str, int] = {}
    if con_tope:
        de_hoy = Mensaje.objects.automaticos_para(con_tope, hoy).order_by()
        escritos = dict(de_hoy.values_list("para").annotate(cuantos=Count("pk")))
    propuestos = []
    for correo in correos:
        pasa = correo.con_tope and correo.automatico and escritos.get(correo.para, 0) >= TOPE_DIARIO
        if correo.automatico and not pasa:
            escritos[correo.para] = escritos.get(correo.para, 0) + 1
        propuestos.append(_mensaje(correo, Mensaje.Estado.TOPE if pasa else Mensaje.Estado.PENDIENTE, ahora))
    return propuestos


def _mensaje(correo: PorEnviar, estado: Mensaje.Estado, ahora: datetime) -> Mensaje:
    return Mensaje(
        clave=correo.clave,
        para=correo.para,
        caso=correo.caso,
        asunto=" ".join(correo.asunto.split())[:250],
        texto=correo.texto,
        remitente=correo.remitente or settings.DEFAULT_FROM_EMAIL,
        automatico=correo.automatico,
        solo_en_jornada=correo.solo_en_jornada,
        metodo=correo.calendario.metodo if correo.calendario else "",
        calendario=correo.calendario.texto if correo.calendario else "",
        baja=correo.baja,
        estado=estado,
        message_id=nuevo_message_id(),
        en_respuesta_a=correo.en_respuesta_a,
        referencias=list(correo.referencias),
        proximo_intento_en=ahora,
        creado_en=ahora,
    )


def nuevo_message_id() -> str:
    """An identifier that nobody else gives: random, at the host of the public address."""
    return f"<{get_random_string(24).lower()}@{urlsplit(settings.URL_PUBLICA).hostname}>"


def llamar_al_trabajador(*, ahora: datetime) -> None:
    """Asks the worker to empty the outbox now, unless it was asked already; without it, it does so every minute."""
    with suppress(AlreadyEnqueued):
        app.configure_task(TAREA_ENVIAR, queueing_lock=CANDADO_ENVIAR).defer(timestamp=int(ahora.timestamp()))


def enviar_pendientes(*, ahora: datetime, en_jornada: bool = True) -> int:
    """Sends what is due and returns how many left; what fails waits longer each time.

    Out of service hours (not `en_jornada`), what is for them alone waits, also what was refused before.
    Several workers may call it at once: each takes messages that no other one holds.
    """
    enviados = 0
    while enviar_uno(ahora=ahora, en_jornada=en_jornada):
        enviados += 1
    return enviados


@transaction.atomic
def enviar_uno(*, ahora: datetime, en_jornada: bool = True) -> bool:
    """Tries the oldest due message; False when there is none left. A bad one never stops the others."""
    vencidos = Mensaje.objects.por_enviar(ahora, en_jornada=en_jornada)
    mensaje = vencidos.select_for_update(skip_locked=True, of=("self",)).first()
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


@transaction.atomic
def reintentar(*, mensajes: MensajeQuerySet, ahora: datetime) -> int:
    """Puts messages that did not leave back in the queue, as new; returns how many. The sent ones stay."""
    devueltos = mensajes.exclude(estado=Mensaje.Estado.ENVIADO)
    cuantos = Mensaje.objects.filter(pk__in=list(devueltos.values_list("pk", flat=True))).update(
        estado=Mensaje.Estado.PENDIENTE,
        intentos=0,
        proximo_intento_en=ahora,
        perdido_en=None,
        perdido_por=None,
        motivo="",
    )
    transaction.on_commit(partial(llamar_al_trabajador, ahora=ahora), robust=True)
    return cuantos


@transaction.atomic
def dar_por_perdido(*, mensaje: Mensaje, motivo: str, autor: "Usuario", ahora: datetime) -> Mensaje:
    """Nobody insists on a message any more, and why. Raises `EnvioResuelto` if it left, or without a reason."""
    mensaje = Mensaje.objects.select_for_update(of=("self",)).get(pk=mensaje.pk)
    if mensaje.estado in {Mensaje.Estado.ENVIADO, Mensaje.Estado.PERDIDO}:
        raise EnvioResuelto(f"Este correo ya está en «{mensaje.get_estado_display()}».")
    if not motivo.strip():
        raise EnvioResuelto("Escriba por qué se da por perdido.")
    mensaje.estado = Mensaje.Estado.PERDIDO
    mensaje.perdido_en, mensaje.perdido_por, mensaje.motivo = ahora, autor, motivo.strip()
    mensaje.save(update_fields=["estado", "perdido_en", "perdido_por", "motivo"])
    return mensaje


def elegir_avisos(*, usuario: "Usuario", resumen: bool, antes_de_vencer: bool, mensajes: str) -> PreferenciaAvisos:
    """Keeps which of the mails that may be left out a person wants."""
    elegido = {"resumen": resumen, "antes_de_vencer": antes_de_vencer, "mensajes": mensajes}
    return PreferenciaAvisos.objects.update_or_create(usuario=usuario, defaults=elegido)[0]


def _correo(mensaje: Mensaje) -> EmailMessage:
    cabeceras = {"Message-ID": mensaje.message_id}
    if mensaje.automatico:
        contesta = "auto-replied" if mensaje.en_respuesta_a else "auto-generated"
        cabeceras |= {"Auto-Submitted": contesta, "X-Auto-Response-Suppress": "All"}
    if mensaje.baja:
        cabeceras["List-Unsubscribe"] = f"<{mensaje.baja}>"
        cabeceras["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if mensaje.en_respuesta_a:
        cabeceras["In-Reply-To"] = mensaje.en_respuesta_a
        cabeceras["References"] = " ".join([*mensaje.referencias, mensaje.en_respuesta_a])
    correo = EmailMultiAlternatives(mensaje.asunto, mensaje.texto, mensaje.remitente, [mensaje.para], headers=cabeceras)
    if mensaje.calendario:
        correo.attach_alternative(mensaje.calendario, f"text/calendar; method={mensaje.metodo}")
        correo.attach(NOMBRE_ICS, mensaje.calendario.encode(), "application/ics")
    for adjunto in mensaje.mensajeadjunto_set.select_related("archivo").order_by("id"):
        with adjunto.archivo.abrir() as contenido:
            correo.attach(adjunto.nombre, contenido.read(), "application/octet-stream")
    return correo


def anotar_rebote(*, correo: str, motivo: str, permanente: bool, mensaje: Mensaje | None, ahora: datetime) -> Rebote:
    """Marks an address where our mail does not arrive; a later bounce keeps since when."""
    rebote, _ = Rebote.objects.update_or_create(
        correo=correo.lower(),
        defaults={"ultimo_en": ahora, "motivo": motivo[:200], "permanente": permanente, "mensaje": mensaje},
        create_defaults={
            "desde": ahora,
            "ultimo_en": ahora,
            "motivo": motivo[:200],
            "permanente": permanente,
            "mensaje": mensaje,
        },
    )
    return rebote


def quitar_rebotes(*, correos: Iterable[str]) -> None:
    """Somebody wrote from those addresses: they work."""
    Rebote.objects.filter(correo__in=[correo.lower() for correo in correos]).delete()
