"""What takes a request off its straight way: more time, another office, an annulment or a reopening."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import elegir_asesor
from asiste.directorio.models import Dependencia, Funcionario
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.base import (
    ReglaIncumplida,
    actuar,
    bloquear,
    exigir_sin_unidas,
    exigir_texto,
    recalcular,
)
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud

Estado, Tipo = Solicitud.Estado, Actuacion.Tipo
SE_REABREN = [Estado.ATENDIDA, Estado.CERRADA, Estado.DESISTIDA, Estado.TRASLADADA]


@transaction.atomic
def prorrogar(*, solicitud: Solicitud, dias: int, motivo: str, autor: Usuario, ahora: datetime) -> Solicitud:
    """Adds business days to the term and tells the entity, before it expires. Source: Ley 1755, art. 14, parágrafo.

    Raises `ReglaIncumplida` past the due date, without reason, or when the whole would pass the double.
    """
    solicitud = bloquear(solicitud)
    motivo = exigir_texto(motivo, "Escriba por qué se necesita más tiempo.")
    if solicitud.estado not in Solicitud.CORREN:
        raise ReglaIncumplida("Solo se prorroga una solicitud cuyo plazo está corriendo.")
    if timezone.localdate(ahora) > solicitud.vence_el:
        raise ReglaIncumplida("El plazo ya venció: la prórroga se informa antes.")
    quedan = solicitud.dias - solicitud.prorroga
    if not 1 <= dias <= quedan:
        raise ReglaIncumplida(
            f"Puede agregar de 1 a {quedan} días hábiles: el plazo no pasa del doble."
            if quedan
            else "El plazo ya se prorrogó hasta el doble."
        )
    hecho = actuar(
        solicitud=solicitud, tipo=Tipo.PRORROGADA, ahora=ahora, autor=autor, texto=motivo, visible=True, dias=dias
    )
    recalcular(solicitud)
    cartas.contar_novedad(
        solicitud=solicitud,
        titulo=f"tiene un nuevo plazo, hasta el {solicitud.vence_el:%d/%m/%Y}",
        texto=motivo,
        clave=f"prorroga-{hecho.pk}",
        ahora=ahora,
    )
    return solicitud


@transaction.atomic
def trasladar(
    *,
    solicitud: Solicitud,
    dependencia: Dependencia,
    motivo: str,
    autor: Usuario,
    ahora: datetime,
    asesor: Funcionario | None = None,
) -> Solicitud:
    """Passes an open request to the office that must attend it, and tells the entity. Number and term stay.

    It goes to `asesor`, else to who answers there for the entity. Raises `ReglaIncumplida` when it is being worked
    on and nobody answers there.
    """
    solicitud = bloquear(solicitud)
    motivo = exigir_texto(motivo, "Escriba por qué le corresponde a otra dependencia.")
    if solicitud.estado not in Solicitud.CORREN:
        raise ReglaIncumplida("Solo se traslada una solicitud cuyo plazo está corriendo.")
    if solicitud.dependencia == dependencia:
        raise ReglaIncumplida(f"Esta solicitud ya está en {dependencia}.")
    eleccion = elegir_asesor(
        dependencia=dependencia,
        entidad=solicitud.entidad,
        sector=solicitud.sector,
        temas=list(solicitud.temas.all()),
        hoy=timezone.localdate(ahora),
    )
    recibe = asesor or eleccion.asesor
    if recibe is None and solicitud.estado == Estado.EN_TRAMITE:
        raise ReglaIncumplida(f"{dependencia} no tiene asesor para esta entidad: elija quién la recibe.")
    TemaSolicitud.objects.propios(solicitud).filter(responsable=solicitud.asesor_id).update(responsable=None)
    solicitud.asesor = recibe
    solicitud.dependencia = asesor.dependencia if asesor else eleccion.dependencia
    solicitud.direccion = dependencia.direccion
    solicitud.save(update_fields=["asesor", "dependencia", "direccion"])
    TemaSolicitud.objects.propios(solicitud).filter(responsable=None).update(
        responsable=recibe, dependencia=solicitud.dependencia
    )
    _avisar_traslado(solicitud, f"pasó a {solicitud.dependencia}", motivo, autor, ahora, cierra=False)
    return solicitud


@transaction.atomic
def trasladar_fuera(
    *, solicitud: Solicitud, destino: str, motivo: str, autor: Usuario, ahora: datetime, correo: str = ""
) -> Solicitud:
    """Forwards what is not of the SDFI to who is competent, tells the entity, and ends it here.

    `correo` gets the whole request. Source: Ley 1755 de 2015, art. 21. Raises `ReglaIncumplida`.
    """
    solicitud = bloquear(solicitud)
    destino = exigir_texto(destino, "Escriba a qué entidad se traslada.")
    motivo = exigir_texto(motivo, "Escriba por qué no es competencia de la SDFI.")
    if not solicitud.abierta:
        raise ReglaIncumplida("Esta solicitud ya terminó: no se traslada.")
    exigir_sin_unidas(solicitud)
    solicitud.estado = Estado.TRASLADADA
    solicitud.suspendida_en = None
    solicitud.cerrada_en = ahora
    solicitud.save(update_fields=["estado", "suspendida_en", "cerrada_en"])
    if correo:
        cartas.remitir(solicitud=solicitud, para=correo, motivo=motivo, ahora=ahora)
    _avisar_traslado(solicitud, f"se trasladó a {destino}", motivo, autor, ahora, cierra=True)
    return solicitud


def _avisar_traslado(
    solicitud: Solicitud, titulo: str, motivo: str, autor: Usuario, ahora: datetime, *, cierra: bool
) -> None:
    """The log of a transfer; only the one that ends the case here stops its term."""
    hechos = solicitud.actuaciones.count()
    mensaje = cartas.contar_novedad(
        solicitud=solicitud, titulo=titulo, texto=motivo, clave=f"traslado-{hechos}", ahora=ahora
    )
    actuar(
        solicitud=solicitud,
        tipo=Tipo.TRASLADADA if cierra else Tipo.REASIGNADA,
        ahora=ahora,
        autor=autor,
        texto=f"{titulo.capitalize()}: {motivo}",
        visible=True,
        mensaje=mensaje,
    )


@transaction.atomic
def anular(*, solicitud: Solicitud, motivo: str, autor: Usuario, ahora: datetime, avisar: bool = True) -> Solicitud:
    """Leaves a number without effect, for ever and with its reason. Source: Acuerdo AGN 001 de 2024.

    Raises `ReglaIncumplida` for what was attended or is annulled already.
    """
    solicitud = bloquear(solicitud)
    motivo = exigir_texto(motivo, "Escriba por qué se anula.")
    if not solicitud.abierta:
        raise ReglaIncumplida("Solo se anula una solicitud que no se ha atendido.")
    exigir_sin_unidas(solicitud)
    marcar_anulada(solicitud, ahora)
    mensaje = None
    if avisar:
        mensaje = cartas.contar_novedad(
            solicitud=solicitud, titulo="quedó anulada", texto=motivo, clave="anulada", ahora=ahora
        )
    actuar(
        solicitud=solicitud, tipo=Tipo.ANULADA, ahora=ahora, autor=autor, texto=motivo, visible=True, mensaje=mensaje
    )
    return solicitud


def marcar_anulada(solicitud: Solicitud, ahora: datetime) -> None:
    """State of an annulled request; its log is up to who calls."""
    solicitud.estado = Estado.ANULADA
    solicitud.suspendida_en = None
    solicitud.cerrada_en = ahora
    solicitud.save(update_fields=["estado", "suspendida_en", "cerrada_en"])


@transaction.atomic
def reabrir(
    *, solicitud: Solicitud, motivo: str, ahora: datetime, autor: Usuario | None = None, autor_nombre: str = ""
) -> Solicitud:
    """Takes up again what had ended: the days it was ended are a pause of its term, which goes on tomorrow.

    Raises `ReglaIncumplida` for what is open, united to another or annulled.
    """
    solicitud = bloquear(solicitud)
    motivo = exigir_texto(motivo, "Escriba por qué se reabre.")
    if solicitud.estado not in SE_REABREN:
        raise ReglaIncumplida("Solo se reabre lo que se atendió, se cerró, se desistió o se trasladó.")
    solicitud.estado = Estado.EN_TRAMITE if solicitud.asesor else Estado.POR_TOMAR
    solicitud.atendida_en = solicitud.cerrada_en = None
    solicitud.save(update_fields=["estado", "atendida_en", "cerrada_en"])
    Solicitud.objects.filter(principal=solicitud).update(atendida_en=None)
    actuar(
        solicitud=solicitud,
        tipo=Tipo.REABIERTA,
        ahora=ahora,
        autor=autor,
        autor_nombre=autor_nombre,
        texto=motivo,
        visible=True,
    )
    recalcular(solicitud)
    return solicitud
