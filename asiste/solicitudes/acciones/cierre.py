"""Attending with evidence, and closing."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.articulacion import exigir_temas_respondidos
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Solicitud

EVIDENCIAS = [Actuacion.Tipo.EVIDENCIA, Actuacion.Tipo.RESPUESTA]


class SinEvidencia(ReglaIncumplida):
    """Nothing shows that the assistance was given."""


class NoAtendida(ReglaIncumplida):
    """Only what was attended can be closed."""


@transaction.atomic
def agregar_evidencia(
    *, solicitud: Solicitud, texto: str, anexos: Sequence[ArchivoNombrado], autor: Usuario, ahora: datetime
) -> Actuacion:
    """Keeps files that show what was done. Raises `ReglaIncumplida` without files."""
    if not anexos:
        raise ReglaIncumplida("Adjunte al menos un archivo.")
    return actuar(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.EVIDENCIA,
        ahora=ahora,
        autor=autor,
        texto=texto,
        visible=True,
        anexos=anexos,
    )


def tiene_evidencia(solicitud: Solicitud) -> bool:
    """True when an answer was sent or a file shows what was done."""
    return solicitud.actuaciones.filter(tipo__in=EVIDENCIAS).exists()


@transaction.atomic
def atender(*, solicitud: Solicitud, resumen: str, autor: Usuario, ahora: datetime) -> Solicitud:
    """Declares the assistance given: the term stops now, also that of the requests united to it.

    Raises `SinEvidencia`, or `ReglaIncumplida` if nobody works on it or somebody owes the answer on a topic.
    Disposición: 5-oportuna, 5-base-trazabilidad, 5-articulacion.
    """
    solicitud = bloquear(solicitud)
    if solicitud.estado != Solicitud.Estado.EN_TRAMITE:
        raise ReglaIncumplida("Solo se atiende una solicitud que está en trámite.")
    if not tiene_evidencia(solicitud):
        raise SinEvidencia("Falta la evidencia: envíe la respuesta o adjunte un archivo que muestre lo hecho.")
    exigir_temas_respondidos(solicitud, resumen, autor, ahora)
    solicitud.estado = Solicitud.Estado.ATENDIDA
    solicitud.atendida_en = ahora
    solicitud.save(update_fields=["estado", "atendida_en"])
    Solicitud.objects.filter(principal=solicitud).update(atendida_en=ahora)
    actuar(solicitud=solicitud, tipo=Actuacion.Tipo.ATENDIDA, ahora=ahora, autor=autor, texto=resumen, visible=True)
    return solicitud


@transaction.atomic
def cerrar(*, solicitud: Solicitud, autor: Usuario, ahora: datetime) -> Solicitud:
    """Closes what was attended and tells the entity, and those of the requests united to it. Raises `NoAtendida`."""
    solicitud = bloquear(solicitud)
    if solicitud.estado != Solicitud.Estado.ATENDIDA:
        raise NoAtendida("Primero marque la solicitud como atendida, con su evidencia.")
    solicitud.estado = Solicitud.Estado.CERRADA
    solicitud.cerrada_en = ahora
    solicitud.save(update_fields=["estado", "cerrada_en"])
    aviso = cartas.avisar_cierre(solicitud=solicitud, ahora=ahora) if solicitud.solicitante_correo else None
    actuar(solicitud=solicitud, tipo=Actuacion.Tipo.CERRADA, ahora=ahora, autor=autor, visible=True, mensaje=aviso)
    for unida in solicitud.unidas.exclude(solicitante_correo="").select_related("direccion").order_by("id"):
        cartas.avisar_cierre(solicitud=unida, ahora=ahora)
    return solicitud
