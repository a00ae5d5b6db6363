"""Who answers: entity identified, adviser changed, topics given."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.directorio.acciones import registrar_enlace as agregar_enlace
from asiste.directorio.consultas import elegir_asesor
from asiste.directorio.models import Entidad, Funcionario
from asiste.portafolio.models import Tema
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear, encargo_de, exigir_texto
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud


@transaction.atomic
def identificar_entidad(
    *, solicitud: Solicitud, entidad: Entidad | None, autor: Usuario, ahora: datetime, registrar_enlace: bool = False
) -> Solicitud:
    """Says who asks (None: nobody of the Distrito) and gives the request to the adviser of its sector.

    With `registrar_enlace` the requester becomes a contact of the entity. Who already took it keeps it; so does
    who has it in line, when the new entity has no adviser.
    """
    solicitud = bloquear(solicitud)
    cambia = solicitud.entidad != entidad
    if cambia:
        solicitud.entidad_nombre = entidad.nombre if entidad else "" if solicitud.entidad else solicitud.entidad_nombre
    solicitud.entidad = entidad
    solicitud.entidad_externa = entidad is None
    solicitud.sector = entidad.sector if entidad else None
    quien = entidad.nombre if entidad else "No es una entidad del Distrito"
    actuar(solicitud=solicitud, tipo=Actuacion.Tipo.IDENTIFICADA, ahora=ahora, autor=autor, texto=quien, visible=True)
    if solicitud.estado == Solicitud.Estado.POR_TOMAR and (cambia or solicitud.asesor is None):
        _dar_asesor(solicitud, ahora)
    solicitud.save(update_fields=["entidad", "entidad_externa", "entidad_nombre", "sector", "asesor", "dependencia"])
    if registrar_enlace and entidad and solicitud.solicitante_correo:
        agregar_enlace(
            entidad=entidad,
            nombre=solicitud.solicitante_nombre or solicitud.solicitante_correo,
            cargo=solicitud.solicitante_cargo,
            correo=solicitud.solicitante_correo,
            hoy=timezone.localdate(ahora),
        )
    return solicitud


@transaction.atomic
def cambiar_solicitante(
    *, solicitud: Solicitud, nombre: str, correo: str, autor: Usuario, ahora: datetime, cargo: str = ""
) -> Solicitud:
    """Says who really asks, when someone passed it on; the entity is another matter. The log keeps who was there.

    Raises `ReglaIncumplida` without address, when nothing changes, or when the request has ended.
    """
    solicitud = bloquear(solicitud)
    correo = exigir_texto(correo, "Escriba el correo de quien pide.").lower()
    if solicitud.terminada:
        raise ReglaIncumplida("Esta solicitud ya terminó: su solicitante no se cambia.")
    antes = (solicitud.solicitante_nombre, solicitud.solicitante_cargo, solicitud.solicitante_correo)
    ahora_es = (nombre.strip(), cargo.strip(), correo)
    if antes == ahora_es:
        raise ReglaIncumplida("Esa persona ya es quien pide.")
    solicitud.solicitante_nombre, solicitud.solicitante_cargo, solicitud.solicitante_correo = ahora_es
    solicitud.save(update_fields=["solicitante_nombre", "solicitante_cargo", "solicitante_correo"])
    texto = f"Pide {_persona(antes[0], antes[2])} → {_persona(nombre.strip(), correo)}"
    actuar(solicitud=solicitud, tipo=Actuacion.Tipo.SOLICITANTE, ahora=ahora, autor=autor, texto=texto)
    return solicitud


def _persona(nombre: str, correo: str) -> str:
    return f"{nombre} <{correo}>" if nombre and correo else nombre or correo or "sin nombre"


@transaction.atomic
def reasignar(*, solicitud: Solicitud, asesor: Funcionario, motivo: str, autor: Usuario, ahora: datetime) -> Solicitud:
    """Moves an open request to another adviser, also of another dirección; it keeps number, term and place in line.

    The topics that its adviser answered for go with it. Needs a reason.
    """
    solicitud = bloquear(solicitud)
    if not solicitud.abierta:
        raise ReglaIncumplida("Esta solicitud ya terminó: no se reasigna.")
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué cambia de asesor.")
    if solicitud.asesor == asesor:
        raise ReglaIncumplida(f"Esta solicitud ya está a cargo de {asesor}.")
    propios = TemaSolicitud.objects.propios(solicitud).filter(responsable=solicitud.asesor_id)
    propios.update(responsable=asesor, dependencia=asesor.dependencia)
    solicitud.asesor = asesor
    solicitud.dependencia = asesor.dependencia
    solicitud.direccion = asesor.dependencia.direccion
    solicitud.save(update_fields=["asesor", "dependencia", "direccion"])
    actuar(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.REASIGNADA,
        ahora=ahora,
        autor=autor,
        texto=f"A {asesor}: {motivo.strip()}",
    )
    return solicitud


@transaction.atomic
def poner_temas(*, solicitud: Solicitud, temas: Collection[Tema], autor: Usuario, ahora: datetime) -> None:
    """Leaves the request with exactly these topics; those that stay keep who answers for them."""
    solicitud = bloquear(solicitud)
    if not temas:
        raise ReglaIncumplida("Elija al menos un tema.")
    TemaSolicitud.objects.filter(solicitud=solicitud).exclude(tema__in=temas).delete()
    ya = set(TemaSolicitud.objects.filter(solicitud=solicitud).values_list("tema_id", flat=True))
    TemaSolicitud.objects.bulk_create(encargo_de(solicitud, tema) for tema in temas if tema.pk not in ya)
    nombres = ", ".join(sorted(tema.nombre for tema in temas))
    actuar(solicitud=solicitud, tipo=Actuacion.Tipo.TEMAS, ahora=ahora, autor=autor, texto=nombres, visible=True)


def _dar_asesor(solicitud: Solicitud, ahora: datetime) -> None:
    eleccion = elegir_asesor(
        dependencia=solicitud.dependencia,
        entidad=solicitud.entidad,
        sector=solicitud.sector,
        temas=list(solicitud.temas.all()),
        hoy=timezone.localdate(ahora),
    )
    if eleccion.asesor and eleccion.asesor != solicitud.asesor:
        solicitud.asesor, solicitud.dependencia = eleccion.asesor, eleccion.dependencia
        actuar(
            solicitud=solicitud,
            tipo=Actuacion.Tipo.ASIGNADA,
            ahora=ahora,
            texto=f"A {eleccion.asesor}, {eleccion.motivo}.",
            visible=True,
        )
