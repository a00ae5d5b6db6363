"""The line: who takes what, and in which order. Disposición: 5-fifo."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from asiste.directorio.consultas import a_quienes_cubre, oficina_que_atiende
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud, Toma
from asiste.solicitudes.models.consultas import SolicitudQuerySet


class FilaVacia(ReglaIncumplida):
    """Nobody is waiting."""


class YaTomada(ReglaIncumplida):
    """Someone else has the request already."""


class MotivoRequerido(ReglaIncumplida):
    """Out of turn needs a reason of the list and an explanation."""


@transaction.atomic
def tomar_siguiente(*, asesor: Funcionario, ahora: datetime) -> Solicitud:
    """Gives the adviser the oldest request of the line; two callers never get the same one.

    The line holds what was given to the adviser or to those he or she stands in for, and what the
    office has without adviser. Raises `FilaVacia`. Disposición: 5-fifo.
    """
    solicitud = _fila_de(asesor, ahora).select_for_update(skip_locked=True, of=("self",)).first()
    if solicitud is None:
        raise FilaVacia("No hay solicitudes en espera.")
    return _tomar(solicitud, asesor, ahora)


@transaction.atomic
def tomar_fuera_de_turno(
    *, solicitud: Solicitud, asesor: Funcionario, motivo: str, explicacion: str, ahora: datetime
) -> Solicitud:
    """Takes a request that is not the next one; the reason stays in sight. The first of one's line needs none.

    Raises `YaTomada` or `MotivoRequerido`. Disposición: 5-fifo.
    """
    solicitud = bloquear(solicitud)
    if solicitud.estado != Solicitud.Estado.POR_TOMAR:
        raise YaTomada("Otra persona ya tomó esta solicitud.")
    if solicitud == _fila_de(asesor, ahora).first():
        return _tomar(solicitud, asesor, ahora)
    if motivo not in Toma.Motivo.values or not explicacion.strip():
        raise MotivoRequerido("Elija el motivo y explíquelo: quedará a la vista de todos.")
    return _tomar(solicitud, asesor, ahora, motivo=motivo, explicacion=explicacion.strip())


def _fila_de(asesor: Funcionario, ahora: datetime) -> SolicitudQuerySet:
    cubiertos = a_quienes_cubre(asesor=asesor, hoy=timezone.localdate(ahora))
    return Solicitud.objects.en_fila_de(cubiertos, asesor.dependencia_id)


def _tomar(
    solicitud: Solicitud, asesor: Funcionario, ahora: datetime, *, motivo: str = "", explicacion: str = ""
) -> Solicitud:
    propios = TemaSolicitud.objects.propios(solicitud)
    propios.filter(Q(responsable=solicitud.asesor_id) | Q(responsable__isnull=True)).update(responsable=asesor)
    solicitud.asesor = asesor
    solicitud.dependencia = oficina_que_atiende(asesor, solicitud.dependencia)
    solicitud.estado = Solicitud.Estado.EN_TRAMITE
    solicitud.save(update_fields=["asesor", "dependencia", "estado"])
    toma = Toma.objects.create(
        solicitud=solicitud, asesor=asesor, momento=ahora, motivo=motivo, explicacion=explicacion
    )
    actuar(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.TOMADA if toma.en_turno else Actuacion.Tipo.FUERA_DE_TURNO,
        ahora=ahora,
        autor=asesor.usuario,
        texto="" if toma.en_turno else f"{toma.get_motivo_display()}: {explicacion}",
        visible=True,
    )
    return solicitud
