"""The service level of a request of the archive, said or corrected once it is filed."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from asiste.cuentas.models import Usuario
from asiste.portafolio.models import CON_NIVELES, Nivel
from asiste.portafolio.niveles import CON_POSTURA, FALTA_LA_POSTURA
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear, recalcular
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Anexo, Solicitud
from asiste.solicitudes.termino import Terminos


@transaction.atomic
def dar_nivel(
    *,
    solicitud: Solicitud,
    nivel: Nivel,
    autor: Usuario,
    ahora: datetime,
    posturas: Collection[int] = (),
    anexos: Sequence[ArchivoNombrado] = (),
) -> Solicitud:
    """Says the level, and counts the term by the agreement that the level has; a new due date is told to the entity.

    Level 2 needs the technical stance: files of the case (`posturas`, by id) or new ones. Raises `ReglaIncumplida`
    without it, when nothing changes, and for what was attended, is of another dirección or is self-service.
    Disposición: 7.1.3-ans-niveles, 5-ans.
    """
    solicitud = bloquear(solicitud)
    _exigir(solicitud, nivel)
    trae = nivel.numero == CON_POSTURA
    propias = solicitud.anexos.filter(pk__in=posturas) if trae else solicitud.anexos.none()
    if trae and not anexos and not propias.exists():
        raise ReglaIncumplida(FALTA_LA_POSTURA)
    _exigir_cambio(solicitud, nivel, propias, anexos)
    _marcar(solicitud, list(propias.values_list("pk", flat=True)))
    dias, vencia = solicitud.dias, solicitud.vence_el
    solicitud.nivel = nivel
    _, solicitud.dias, _ = Terminos().calcular(solicitud)
    solicitud.save(update_fields=["nivel", "dias"])
    recalcular(solicitud)
    hecho = actuar(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.NIVEL,
        ahora=ahora,
        autor=autor,
        texto=_lo_que_cambia(solicitud, dias, vencia),
        visible=True,
        anexos=[replace(anexo, postura=trae) for anexo in anexos],
    )
    if solicitud.vence_el != vencia and solicitud.solicitante_correo:
        _avisar(solicitud, hecho, ahora)
    return solicitud


def _avisar(solicitud: Solicitud, hecho: Actuacion, ahora: datetime) -> None:
    cartas.contar_novedad(
        solicitud=solicitud,
        titulo=f"tiene un nuevo plazo, hasta el {solicitud.vence_el:%d/%m/%Y}",
        texto=hecho.texto,
        clave=f"nivel-{hecho.pk}",
        ahora=ahora,
    )


def nivel_que_sigue(caso: Solicitud) -> tuple[Nivel | None, list[ArchivoNombrado]]:
    """Level of the request that continues another, with its stance: without that file, nobody has said it yet."""
    posturas = [
        ArchivoNombrado(anexo.nombre, anexo.archivo, anexo.en_linea, anexo.aviso, postura=True)
        for anexo in caso.anexos.filter(postura=True).select_related("archivo").order_by("id")
    ]
    falta = caso.nivel is not None and caso.nivel.numero == CON_POSTURA and not posturas
    return (None if falta else caso.nivel), posturas


def _exigir(solicitud: Solicitud, nivel: Nivel) -> None:
    if solicitud.direccion.clave != CON_NIVELES:
        raise ReglaIncumplida(f"La {solicitud.direccion} no maneja niveles.")
    if not solicitud.abierta:
        raise ReglaIncumplida("Esta solicitud ya terminó: su nivel no se cambia.")
    if not nivel.radica:
        raise ReglaIncumplida(f"El nivel {nivel.numero} se consulta por su cuenta: no se radica.")


def _exigir_cambio(
    solicitud: Solicitud, nivel: Nivel, posturas: QuerySet[Anexo], anexos: Collection[ArchivoNombrado]
) -> None:
    """Refuses the same level and stance without a file that the case lacks: the form was sent twice."""
    nuevos = {anexo.archivo.pk for anexo in anexos}
    if solicitud.nivel_id != nivel.pk or nuevos - set(solicitud.anexos.values_list("archivo_id", flat=True)):
        return
    quedan = set(posturas.values_list("archivo_id", flat=True)) | (nuevos if nivel.numero == CON_POSTURA else set())
    if quedan == set(solicitud.anexos.filter(postura=True).values_list("archivo_id", flat=True)):
        raise ReglaIncumplida(f"Esta solicitud ya es de nivel {nivel.numero}: no hay nada que cambiar.")


def _marcar(solicitud: Solicitud, posturas: Collection[int]) -> None:
    """Leaves exactly those files of the case marked as the technical stance."""
    mal = Q(postura=True) & ~Q(pk__in=posturas) | Q(postura=False, pk__in=posturas)
    for anexo in Anexo.objects.filter(mal, solicitud=solicitud).order_by("id"):
        anexo.postura = not anexo.postura
        anexo.save(update_fields=["postura"])


def _lo_que_cambia(solicitud: Solicitud, dias: int, vencia: date) -> str:
    nivel = f"{solicitud.nivel}."
    if solicitud.dias == dias:
        return nivel
    return (
        f"{nivel} Por el acuerdo de ese nivel el plazo pasa de {dias} a {solicitud.dias} días hábiles: "
        f"vencía el {vencia:%d/%m/%Y} y ahora vence el {solicitud.vence_el:%d/%m/%Y}."
    )
