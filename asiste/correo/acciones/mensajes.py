"""Receiving messages: kept first, then read, then dispatched to what they are; by lots, or one by one if one fails."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from asiste.calendario.dias import FueraDelCalendario
from asiste.correo.acciones.despachos import Leidos, anotar_lectura, despachar
from asiste.correo.catalogo import Catalogo, leer_catalogo
from asiste.correo.clasificacion import Clase, clasificar
from asiste.correo.lectura import MensajeIlegible, MensajeLeido, leer
from asiste.correo.models import MensajeEntrante
from asiste.correo.pedidos import Archivos, guardar_adjuntos
from asiste.documentos.acciones import guardar_archivos
from asiste.documentos.models import Archivo
from asiste.portafolio.models import Canal
from asiste.solicitudes.acciones import ReglaIncumplida

Resultado = MensajeEntrante.Resultado
LIMITE_EXCEDIDO = "54"  # class of the PostgreSQL errors that tell the message is too much for it
INESPERADO = "Falló al procesarlo: lo revisa una persona."
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Llegado:
    """The bytes of a message, where they come from and, if it is known, when the official channel got them.

    That moment (INTERNALDATE) rules over what the headers say.
    """

    crudo: bytes
    nombre: str
    recibido_en: datetime | None = None


def recibir(*, crudo: bytes, nombre: str, ahora: datetime, buzon: Canal | None = None) -> MensajeEntrante:
    """Receives one message, as `recibir_lote`."""
    return recibir_lote(lote=[Llegado(crudo, nombre)], ahora=ahora, buzon=buzon)[0]


def recibir_lote(*, lote: Sequence[Llegado], ahora: datetime, buzon: Canal | None = None) -> list[MensajeEntrante]:
    """Keeps the bytes of each, commits, and then makes of each exactly one thing, in their order.

    The same bytes again give what they gave before. `buzon` counts when the server did not write the mailbox.
    Whatever fails with a message leaves it in quarantine with its reason, and does not touch the others; except the
    loss of the database or of the files, which is raised: they stay kept, to be processed again.
    Disposición: 5-canales.
    """
    numeros = _guardar(lote, ahora, buzon)
    pendientes = set(
        MensajeEntrante.objects.filter(pk__in=numeros, resultado=Resultado.PENDIENTE).values_list("pk", flat=True)
    )
    por_hacer = {numero: uno.crudo for numero, uno in zip(numeros, lote, strict=True) if numero in pendientes}
    if por_hacer:
        catalogo = leer_catalogo(timezone.localdate(ahora))
        leidos, personas = _leer(por_hacer, catalogo)
        _despachar(leidos, catalogo, guardar_adjuntos(personas), ahora)
    filas = MensajeEntrante.objects.select_related("solicitud")
    recibidos = filas.defer("texto", "solicitud__texto", "solicitud__buscable").in_bulk(numeros)
    return [recibidos[numero] for numero in numeros]


@transaction.atomic
def _guardar(lote: Sequence[Llegado], ahora: datetime, buzon: Canal | None) -> list[int]:
    """Ids of the messages, in the order of the lot; those that were kept before stay as they are.

    The files are locked in one order, so that two that bring the same messages in another never wait for each other.
    """
    crudos = guardar_archivos(contenidos=[uno.crudo for uno in lote])
    list(Archivo.objects.filter(pk__in=[uno.pk for uno in crudos]).select_for_update().order_by("pk").values_list("pk"))
    MensajeEntrante.objects.bulk_create(
        [
            MensajeEntrante(
                crudo=crudo, nombre=uno.nombre[:250], guardado_en=ahora, buzon=buzon, recibido_en=uno.recibido_en
            )
            for crudo, uno in zip(crudos, lote, strict=True)
        ],
        ignore_conflicts=True,
    )
    numeros = dict(MensajeEntrante.objects.filter(crudo__in=crudos).values_list("crudo", "pk"))
    return [numeros[crudo.pk] for crudo in crudos]


def _leer(crudos: dict[int, bytes], catalogo: Catalogo) -> tuple[Leidos, list[MensajeLeido]]:
    """By id, those that can be read, and which of them people wrote; the others go to quarantine."""
    leidos: dict[int, MensajeLeido] = {}
    personas: list[MensajeLeido] = []
    for numero, crudo in crudos.items():
        leido = None
        try:
            leido = leer(crudo)
            if clasificar(leido, correos_propios=catalogo.buzones).clase == Clase.PERSONA:
                personas.append(leido)
            leidos[numero] = leido
        except MensajeIlegible as error:
            _retener(numero, None, str(error), catalogo)
        except Exception:
            logger.exception("No se pudo leer el mensaje %s", numero)
            _retener(numero, leido, INESPERADO, catalogo)
    return leidos, personas


def _despachar(leidos: Leidos, catalogo: Catalogo, archivos: Archivos, ahora: datetime) -> None:
    """The whole lot in one transaction; if one of them spoils it, each in its own."""
    try:
        despachar(leidos=leidos, catalogo=catalogo, archivos=archivos, ahora=ahora)
    except (InterfaceError, OSError):
        raise
    except Exception as error:
        motivo = _motivo(error)
        if len(leidos) > 1:
            for numero, leido in leidos.items():
                _despachar({numero: leido}, catalogo, archivos, ahora)
            return
        numero, leido = next(iter(leidos.items()))
        if motivo == INESPERADO:
            logger.exception("No se pudo procesar el mensaje %s", numero)
        _retener(numero, leido, motivo, catalogo)


def _motivo(error: Exception) -> str:
    """Why a message could not be dispatched, in words. Raises the error when what failed is the database."""
    if isinstance(error, OperationalError):
        if not str(getattr(error.__cause__, "sqlstate", "")).startswith(LIMITE_EXCEDIDO):
            raise error
        return "Es demasiado grande para procesarlo: lo revisa una persona."
    return str(error) if isinstance(error, ReglaIncumplida | FueraDelCalendario) else INESPERADO


@transaction.atomic
def _retener(numero: int, leido: MensajeLeido | None, motivo: str, catalogo: Catalogo) -> None:
    """Leaves in quarantine what could not be dispatched, unless meanwhile another process could."""
    mensaje = MensajeEntrante.objects.select_for_update().get(pk=numero)
    if mensaje.resultado == Resultado.PENDIENTE:
        if leido:
            anotar_lectura(mensaje, leido, catalogo)
        mensaje.resultado, mensaje.motivo = Resultado.CUARENTENA, motivo
        mensaje.save()
