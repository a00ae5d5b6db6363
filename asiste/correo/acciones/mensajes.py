"""Receiving a message: kept first, then read, then dispatched to what it is."""

import logging
from dataclasses import replace
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from asiste.calendario.dias import FueraDelCalendario
from asiste.correo.advertencias import advertencias
from asiste.correo.catalogo import Catalogo, leer_catalogo
from asiste.correo.clasificacion import huella_de_contenido
from asiste.correo.despacho import buzon_de, decidir
from asiste.correo.lectura import MensajeIlegible, MensajeLeido, leer
from asiste.correo.models import MensajeEntrante
from asiste.correo.pedidos import anexos_de, pedido_de, pedido_ilegible
from asiste.correo.rebotes import atender_rebote
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.documentos.acciones import guardar_archivo
from asiste.notificaciones.acciones import quitar_rebote
from asiste.portafolio.models import Canal
from asiste.solicitudes.acciones import ReglaIncumplida, agregar_mensaje, compartir, radicar, reabrir, vincular
from asiste.solicitudes.models import Solicitud, Vinculo

Resultado = MensajeEntrante.Resultado
LIMITE_EXCEDIDO = "54"  # class of the PostgreSQL errors that tell the message is too much for it
logger = logging.getLogger(__name__)


def recibir(
    *,
    crudo: bytes,
    nombre: str,
    ahora: datetime,
    buzon: Canal | None = None,
    catalogo: Catalogo | None = None,
    recibido_en: datetime | None = None,
) -> MensajeEntrante:
    """Keeps the bytes, commits, and then makes of them exactly one thing.

    The same bytes again give what they gave before. `buzon` counts when the server did not write the mailbox.
    `recibido_en`, when the official channel got it (INTERNALDATE), rules over what the headers say.
    Whatever fails with a message leaves it in quarantine with its reason, except the loss of the database or of
    the files, which is raised: the message stays kept, to be processed again. Disposición: 5-canales.
    """
    mensaje, _ = MensajeEntrante.objects.get_or_create(
        crudo=guardar_archivo(contenido=crudo),
        defaults={"nombre": nombre[:250], "guardado_en": ahora, "buzon": buzon, "recibido_en": recibido_en},
    )
    if mensaje.resultado != Resultado.PENDIENTE:
        return mensaje
    return _procesar(mensaje, crudo, catalogo or leer_catalogo(), ahora)


@transaction.atomic
def radicar_cuarentena(
    *, mensaje: MensajeEntrante, dependencia: Dependencia, autor: Usuario, ahora: datetime
) -> Solicitud:
    """Files by hand a message of the quarantine, also one that could not be read. Nobody is answered by itself.

    Raises `ReglaIncumplida` when someone resolved it before, or when the calendar does not reach its date.
    """
    mensaje = _en_cuarentena(mensaje)
    with mensaje.crudo.abrir() as archivo:
        leido = _leer_o_nada(archivo.read())
    pedido = (
        pedido_de(mensaje, leido, dependencia=dependencia, catalogo=leer_catalogo(), hoy=timezone.localdate(ahora))
        if leido
        else pedido_ilegible(mensaje, dependencia=dependencia)
    )
    try:
        solicitud = radicar(pedido=replace(pedido, acusar=False), ahora=ahora, autor=autor)
    except FueraDelCalendario as error:
        raise ReglaIncumplida(str(error)) from error
    mensaje.resultado, mensaje.solicitud = Resultado.RADICADO, solicitud
    mensaje.revisado_por, mensaje.revisado_en = autor, ahora
    mensaje.save(update_fields=["resultado", "solicitud", "revisado_por", "revisado_en"])
    return solicitud


@transaction.atomic
def descartar_cuarentena(*, mensaje: MensajeEntrante, motivo: str, autor: Usuario, ahora: datetime) -> None:
    """Sets a message of the quarantine aside, with its reason; the bytes stay. Raises `ReglaIncumplida`."""
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué se descarta.")
    mensaje = _en_cuarentena(mensaje)
    mensaje.resultado = Resultado.DESCARTADO
    mensaje.motivo = f"{mensaje.motivo}\nDescartado por {autor}: {motivo.strip()}".strip()
    mensaje.revisado_por, mensaje.revisado_en = autor, ahora
    mensaje.save(update_fields=["resultado", "motivo", "revisado_por", "revisado_en"])


def _en_cuarentena(mensaje: MensajeEntrante) -> MensajeEntrante:
    bloqueado = _bloquear(mensaje)
    if bloqueado.resultado != Resultado.CUARENTENA:
        raise ReglaIncumplida("Otra persona ya resolvió este mensaje.")
    return bloqueado


def _procesar(mensaje: MensajeEntrante, crudo: bytes, catalogo: Catalogo, ahora: datetime) -> MensajeEntrante:
    leido = None
    try:
        leido = leer(crudo)
        return _despachar(mensaje, leido, catalogo, ahora)
    except (InterfaceError, OSError):
        raise
    except OperationalError as error:
        if not str(getattr(error.__cause__, "sqlstate", "")).startswith(LIMITE_EXCEDIDO):
            raise
        motivo = "Es demasiado grande para procesarlo: lo revisa una persona."
    except (MensajeIlegible, ReglaIncumplida, FueraDelCalendario) as error:
        motivo = str(error)
    except Exception:
        logger.exception("No se pudo procesar %s", mensaje)
        motivo = "Falló al procesarlo: lo revisa una persona."
    return _retener(mensaje, leido, motivo, catalogo)


@transaction.atomic
def _despachar(mensaje: MensajeEntrante, leido: MensajeLeido, catalogo: Catalogo, ahora: datetime) -> MensajeEntrante:
    mensaje = _bloquear(mensaje)
    if mensaje.resultado != Resultado.PENDIENTE:
        return mensaje
    _anotar_lectura(mensaje, leido, catalogo)
    hoy = timezone.localdate(ahora)
    destino = decidir(mensaje, leido, catalogo=catalogo, hoy=hoy)
    mensaje.resultado, mensaje.motivo, mensaje.solicitud = destino.resultado, destino.motivo, destino.solicitud
    if destino.resultado == Resultado.REBOTE:
        with mensaje.crudo.abrir() as archivo:
            caso = atender_rebote(crudo=archivo.read(), propios=set(catalogo.buzones), ahora=ahora)
        mensaje.solicitud = caso or destino.solicitud
    elif destino.resultado != Resultado.CUARENTENA:
        quitar_rebote(correo=leido.de_correo)
    if destino.dependencia:
        pedido = pedido_de(mensaje, leido, dependencia=destino.dependencia, catalogo=catalogo, hoy=hoy)
        mensaje.solicitud = radicar(pedido=pedido, ahora=ahora)
        if destino.continua:
            vincular(solicitud=mensaje.solicitud, otra=destino.continua, tipo=Vinculo.Tipo.CONTINUACION, ahora=ahora)
    elif destino.resultado == Resultado.AGREGADO and destino.solicitud:
        _agregar(destino.solicitud, leido, reabre=destino.reabre, aporta=destino.aporta, ahora=ahora)
    elif destino.resultado == Resultado.DUPLICADO and destino.solicitud and mensaje.buzon:
        buzon = mensaje.buzon.alias_de or mensaje.buzon
        compartir(solicitud=destino.solicitud, dependencia=buzon.dependencia, buzon=buzon.valor, ahora=ahora)
    mensaje.save()
    return mensaje


def _agregar(solicitud: Solicitud, leido: MensajeLeido, *, reabre: bool, aporta: bool, ahora: datetime) -> None:
    """Adds a message to its case, that takes up again if it had ended and the rule says so."""
    de_nombre = leido.de_nombre[:200] or leido.de_correo[:200]
    if reabre:
        motivo = "Quien la pidió, o alguien de su entidad, escribió de nuevo sobre lo mismo."
        solicitud = reabrir(solicitud=solicitud, motivo=motivo, ahora=ahora, autor_nombre=de_nombre)
    agregar_mensaje(
        solicitud=solicitud,
        de_nombre=de_nombre,
        texto=leido.texto_nuevo or leido.texto,
        anexos=anexos_de(leido),
        message_id=leido.message_id,
        ahora=ahora,
        aporta=aporta,
    )


@transaction.atomic
def _retener(mensaje: MensajeEntrante, leido: MensajeLeido | None, motivo: str, catalogo: Catalogo) -> MensajeEntrante:
    """Leaves in quarantine what could not be dispatched, unless meanwhile another process could."""
    mensaje = _bloquear(mensaje)
    if mensaje.resultado == Resultado.PENDIENTE:
        if leido:
            _anotar_lectura(mensaje, leido, catalogo)
        mensaje.resultado, mensaje.motivo = Resultado.CUARENTENA, motivo
        mensaje.save()
    return mensaje


def _bloquear(mensaje: MensajeEntrante) -> MensajeEntrante:
    return MensajeEntrante.objects.select_for_update().get(pk=mensaje.pk)


def _anotar_lectura(mensaje: MensajeEntrante, leido: MensajeLeido, catalogo: Catalogo) -> None:
    mensaje.buzon = buzon_de(leido, dado=mensaje.buzon, catalogo=catalogo)
    mensaje.recibido_en = mensaje.recibido_en or leido.recibido_en
    mensaje.message_id = leido.message_id[:998]
    mensaje.contenido = huella_de_contenido(leido)
    mensaje.de_correo = leido.de_correo[:254]
    mensaje.de_nombre = leido.de_nombre[:250]
    mensaje.responder_a = leido.responder_a[:254]
    mensaje.para = [direccion[:254] for direccion in leido.para]
    mensaje.asunto = leido.asunto
    mensaje.texto = leido.texto
    mensaje.avisos = [*leido.avisos, *advertencias(leido, correos_propios=catalogo.buzones)]


def _leer_o_nada(crudo: bytes) -> MensajeLeido | None:
    try:
        return leer(crudo)
    except MensajeIlegible:
        return None
