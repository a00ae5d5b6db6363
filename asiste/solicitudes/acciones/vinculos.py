"""Requests that have to do with each other: related, united in one, separated again, or divided in two."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear, encargo_de, exigir_texto
from asiste.solicitudes.acciones.radicacion import numerar
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud, Vinculo

Estado, Tipo = Solicitud.Estado, Actuacion.Tipo


@transaction.atomic
def vincular(
    *,
    solicitud: Solicitud,
    otra: Solicitud,
    ahora: datetime,
    autor: Usuario | None = None,
    tipo: Vinculo.Tipo = Vinculo.Tipo.RELACIONADA,
) -> Vinculo:
    """Relates two requests; both logs tell it. Raises `ReglaIncumplida` with itself or twice."""
    if solicitud == otra:
        raise ReglaIncumplida("Elija otra solicitud.")
    if Vinculo.objects.filter(solicitud__in=[solicitud, otra], otra__in=[solicitud, otra]).exists():
        raise ReglaIncumplida(f"{solicitud} y {otra} ya están relacionadas.")
    vinculo = Vinculo.objects.create(solicitud=solicitud, otra=otra, tipo=tipo, creado_en=ahora, autor=autor)
    for una, suya in ((solicitud, otra), (otra, solicitud)):
        actuar(solicitud=una, tipo=Tipo.VINCULADA, ahora=ahora, autor=autor, texto=str(suya), otra=suya)
    return vinculo


@transaction.atomic
def fusionar(*, solicitud: Solicitud, principal: Solicitud, motivo: str, autor: Usuario, ahora: datetime) -> Solicitud:
    """Unites a request to another one that attends both; its own case stays whole, so that it can be separated.

    What the entity writes on it goes to the main one. Raises `ReglaIncumplida` unless both are open and different.
    """
    solicitud, principal = _bloquear_ambas(solicitud, principal)
    motivo = exigir_texto(motivo, "Escriba por qué se unen.")
    if solicitud == principal:
        raise ReglaIncumplida("Elija otra solicitud.")
    if not (solicitud.abierta and principal.abierta):
        raise ReglaIncumplida("Solo se unen solicitudes que no se han atendido.")
    solicitud.unidas.update(principal=principal)
    solicitud.estado = Estado.FUSIONADA
    solicitud.principal = principal
    solicitud.suspendida_en = None
    solicitud.cerrada_en = ahora
    solicitud.save(update_fields=["estado", "principal", "suspendida_en", "cerrada_en"])
    mensaje = cartas.contar_novedad(
        solicitud=solicitud,
        titulo=f"se atiende con la {principal}",
        texto=motivo,
        clave=f"union-{solicitud.actuaciones.count()}",
        ahora=ahora,
    )
    actuar(
        solicitud=solicitud,
        tipo=Tipo.FUSIONADA,
        ahora=ahora,
        autor=autor,
        texto=f"A {principal}: {motivo}",
        visible=True,
        otra=principal,
        mensaje=mensaje,
    )
    actuar(
        solicitud=principal, tipo=Tipo.UNIDA, ahora=ahora, autor=autor, texto=f"{solicitud}: {motivo}", otra=solicitud
    )
    return solicitud


@transaction.atomic
def separar(*, solicitud: Solicitud, motivo: str, autor: Usuario, ahora: datetime) -> Solicitud:
    """Undoes a union: the request goes on by itself, with the term it always had. Raises `ReglaIncumplida`."""
    motivo = exigir_texto(motivo, "Escriba por qué se separan.")
    if solicitud.principal is None:
        raise ReglaIncumplida("Esta solicitud no está unida a otra.")
    solicitud, principal = _bloquear_ambas(solicitud, solicitud.principal)
    solicitud.estado = Estado.EN_TRAMITE if hasattr(solicitud, "toma") and solicitud.asesor else Estado.POR_TOMAR
    solicitud.principal = solicitud.cerrada_en = solicitud.atendida_en = None
    solicitud.save(update_fields=["estado", "principal", "cerrada_en", "atendida_en"])
    for una, otra, visible in ((solicitud, principal, True), (principal, solicitud, False)):
        actuar(
            solicitud=una,
            tipo=Tipo.SEPARADA,
            ahora=ahora,
            autor=autor,
            texto=f"{otra}: {motivo}",
            visible=visible,
            otra=otra,
        )
    return solicitud


@transaction.atomic
def dividir(
    *, solicitud: Solicitud, asunto: str, texto: str, temas: Collection[int], autor: Usuario, ahora: datetime
) -> Solicitud:
    """Makes another request with some topics of this one: a number of its own, the same arrival, term and files.

    Raises `ReglaIncumplida` if it is not open, or if no topic would stay here or go there.
    """
    solicitud = bloquear(solicitud)
    if not solicitud.abierta:
        raise ReglaIncumplida("Solo se divide una solicitud que no se ha atendido.")
    asunto = exigir_texto(asunto, "Escriba el asunto de la nueva solicitud.")
    pasan = list(TemaSolicitud.objects.filter(solicitud=solicitud, tema__in=temas).select_related("tema__dependencia"))
    if not pasan or len(pasan) == solicitud.temas_a_cargo.count():
        raise ReglaIncumplida("Elija qué temas pasan a la nueva y deje al menos uno aquí.")
    nueva = _copia(solicitud, asunto, texto, ahora)
    TemaSolicitud.objects.bulk_create(encargo_de(nueva, encargo.tema) for encargo in pasan)
    TemaSolicitud.objects.filter(pk__in=[encargo.pk for encargo in pasan]).delete()
    acuse = None
    if nueva.solicitante_correo:
        acuse = cartas.acusar(acuses=[cartas.Acuse(nueva, nueva.solicitante_correo)], ahora=ahora)[0]
    actuar(
        solicitud=nueva,
        tipo=Tipo.RADICADA,
        ahora=ahora,
        autor=autor,
        autor_nombre=nueva.solicitante_nombre,
        texto=texto,
        visible=True,
        mensaje=acuse,
        anexos=_anexos_de(solicitud),
    )
    for una, otra in ((solicitud, nueva), (nueva, solicitud)):
        actuar(solicitud=una, tipo=Tipo.DIVIDIDA, ahora=ahora, autor=autor, texto=str(otra), visible=True, otra=otra)
    Vinculo.objects.create(solicitud=nueva, otra=solicitud, tipo=Vinculo.Tipo.DIVISION, creado_en=ahora, autor=autor)
    return nueva


def _copia(solicitud: Solicitud, asunto: str, texto: str, ahora: datetime) -> Solicitud:
    """Another request of the same person, that waits in the same line since the same moment."""
    copiados = [
        *("canal", "recibida_en", "inicia_el", "dias", "vence_el", "direccion", "dependencia", "asesor", "medio"),
        *("entidad", "entidad_nombre", "entidad_externa", "sector", "modalidad", "nivel", "radicado_siga"),
        *("solicitante_nombre", "solicitante_cargo", "solicitante_correo", "prorroga"),
    ]
    datos = {campo: getattr(solicitud, campo) for campo in copiados}
    nueva = Solicitud(**datos, radicada_en=ahora, asunto=" ".join(asunto.split())[:250], texto=texto)
    numerar([nueva], ahora)
    return nueva


def _anexos_de(solicitud: Solicitud) -> list[ArchivoNombrado]:
    """The files that came with the request."""
    anexos = solicitud.anexos.filter(actuacion__tipo=Tipo.RADICADA).select_related("archivo").order_by("id")
    return [
        ArchivoNombrado(anexo.nombre, anexo.archivo, anexo.en_linea, anexo.aviso, anexo.postura) for anexo in anexos
    ]


def _bloquear_ambas(una: Solicitud, otra: Solicitud) -> tuple[Solicitud, Solicitud]:
    """Both, locked always in the same order, so that two people never wait for each other."""
    por_id = {caso.pk: bloquear(caso) for caso in sorted((una, otra), key=lambda caso: caso.pk)}
    return por_id[una.pk], por_id[otra.pk]
