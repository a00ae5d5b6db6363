"""Asking the entity for what lacks: the term stops until it answers, and after a month the case may be given up."""

from calendar import monthrange
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear, exigir_sin_unidas, recalcular
from asiste.solicitudes.models import Actuacion, Solicitud

Estado, Tipo = Solicitud.Estado, Actuacion.Tipo


@transaction.atomic
def suspender(*, solicitud: Solicitud, texto: str, autor: Usuario, ahora: datetime) -> Solicitud:
    """Asks the entity for what lacks and stops the term from tomorrow, until its answer. Source: Ley 1755, art. 17.

    Raises `ReglaIncumplida` unless somebody works on it and there is whom to ask.
    """
    solicitud = bloquear(solicitud)
    if solicitud.estado != Estado.EN_TRAMITE:
        raise ReglaIncumplida("Solo se suspende una solicitud que está en trámite.")
    if not solicitud.solicitante_correo:
        raise ReglaIncumplida("La solicitud no tiene correo al cual pedir lo que falta.")
    if not texto.strip():
        raise ReglaIncumplida("Escriba qué falta.")
    limite = limite_de(timezone.localdate(ahora))
    mensaje = cartas.pedir_informacion(solicitud=solicitud, texto=texto, limite=limite, ahora=ahora)
    solicitud.estado = Estado.SUSPENDIDA
    solicitud.suspendida_en = ahora
    solicitud.save(update_fields=["estado", "suspendida_en"])
    actuar(
        solicitud=solicitud, tipo=Tipo.SUSPENDIDA, ahora=ahora, autor=autor, texto=texto, visible=True, mensaje=mensaje
    )
    return solicitud


@transaction.atomic
def reanudar(
    *, solicitud: Solicitud, motivo: str, ahora: datetime, autor: Usuario | None = None, autor_nombre: str = ""
) -> Solicitud:
    """The term runs again from tomorrow. Raises `ReglaIncumplida` if it was not suspended."""
    solicitud = bloquear(solicitud)
    if solicitud.estado != Estado.SUSPENDIDA:
        raise ReglaIncumplida("Esta solicitud no está suspendida.")
    solicitud.estado = Estado.EN_TRAMITE
    solicitud.suspendida_en = None
    solicitud.save(update_fields=["estado", "suspendida_en"])
    actuar(
        solicitud=solicitud,
        tipo=Tipo.REANUDADA,
        ahora=ahora,
        autor=autor,
        autor_nombre=autor_nombre,
        texto=motivo,
        visible=True,
    )
    recalcular(solicitud)
    return solicitud


def limite_de(pedida: date) -> date:
    """Last day the entity has to answer: the same day of the next month. Source: Ley 1755 de 2015, art. 17."""
    anio, mes = (pedida.year + 1, 1) if pedida.month == 12 else (pedida.year, pedida.month + 1)
    return date(anio, mes, min(pedida.day, monthrange(anio, mes)[1]))


def puede_desistirse(solicitud: Solicitud, hoy: date) -> bool:
    """True when it has been waiting for the entity for more than a month."""
    pedida = solicitud.suspendida_en
    return pedida is not None and hoy > limite_de(timezone.localdate(pedida))


@transaction.atomic
def desistir(*, solicitud: Solicitud, motivo: str, autor: Usuario, ahora: datetime) -> Solicitud:
    """Ends a request whose entity did not answer in a month, with a reason, and tells it. Source: Ley 1755, art. 17.

    Raises `ReglaIncumplida` before that day.
    """
    solicitud = bloquear(solicitud)
    if not puede_desistirse(solicitud, timezone.localdate(ahora)):
        raise ReglaIncumplida("Hay desistimiento cuando pasa un mes sin que la entidad conteste.")
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué se declara el desistimiento.")
    exigir_sin_unidas(solicitud)
    solicitud.estado = Estado.DESISTIDA
    solicitud.suspendida_en = None
    solicitud.cerrada_en = ahora
    solicitud.save(update_fields=["estado", "suspendida_en", "cerrada_en"])
    mensaje = cartas.contar_novedad(
        solicitud=solicitud, titulo="se archivó por desistimiento", texto=motivo, clave="desistida", ahora=ahora
    )
    actuar(
        solicitud=solicitud, tipo=Tipo.DESISTIDA, ahora=ahora, autor=autor, texto=motivo, visible=True, mensaje=mensaje
    )
    return solicitud
