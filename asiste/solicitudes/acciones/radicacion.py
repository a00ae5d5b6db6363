"""Filing: the number, the term, the adviser and the acknowledgement, in one transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import Eleccion, Reparto, elegir_asesor
from asiste.directorio.models import Dependencia, Entidad
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Modalidad, Nivel, Tema
from asiste.portafolio.niveles import CON_POSTURA, FALTA_LA_POSTURA
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.base import ReglaIncumplida, asentar, encargo_de
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud
from asiste.solicitudes.termino import Terminos

TOMAR_NUMEROS = """
INSERT INTO solicitudes_consecutivo (id, ultimo) VALUES (%(anio)s, %(cuantos)s)
ON CONFLICT (id) DO UPDATE SET ultimo = solicitudes_consecutivo.ultimo + %(cuantos)s
RETURNING ultimo
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pedido:
    """What is asked, by whom and through which channel, before it has a number.

    The acknowledgement goes to the requester, or to `acusar_a`: who passed the request on for him or her.
    """

    canal: Solicitud.Canal
    dependencia: Dependencia
    recibida_en: datetime
    asunto: str
    texto: str
    solicitante_correo: str
    solicitante_nombre: str = ""
    solicitante_cargo: str = ""
    entidad: Entidad | None = None
    entidad_nombre: str = ""
    temas: Collection[Tema] = ()
    modalidad: Modalidad | None = None
    medio: str = ""
    nivel: Nivel | None = None
    participantes: Collection[Entidad] = ()
    logistica: str = ""
    terminos: str = ""
    anexos: Sequence[ArchivoNombrado] = ()
    folios: int | None = None
    radicado_siga: str = ""
    contingencia: str = ""
    message_id: str = ""
    acusar: bool = True
    acusar_a: str = ""


@dataclass(frozen=True, slots=True)
class Reglas:
    """What filing asks of the catalogues, read once to file many requests."""

    reparto: Reparto
    terminos: Terminos


def radicar(*, pedido: Pedido, ahora: datetime, autor: Usuario | None = None) -> Solicitud:
    """Files one request, as `radicar_varias`."""
    return radicar_varias(pedidos=[pedido], ahora=ahora, autor=autor)[0]


@transaction.atomic
def radicar_varias(
    *, pedidos: Sequence[Pedido], ahora: datetime, autor: Usuario | None = None, reglas: Reglas | None = None
) -> list[Solicitud]:
    """Files requests in their order: number without gap or repeat, term, adviser by sector, and acknowledgement.

    The term runs from `recibida_en`; the number takes the year of `ahora`, in Bogotá. All are filed, or none.
    What was received while the system was down brings its contingency number and the paper that proves it; the number
    given is the next one all the same.
    Raises `FueraDelCalendario` if the table of holidays does not reach a due date, and `ReglaIncumplida` for
    a level that is self-service or lacks its technical stance, or a contingency without proof or already filed.
    Disposición: 5-fifo, 5-oportuna, 6.2-asesor-sector, 7.1.3-ans-niveles.
    """
    for pedido in pedidos:
        _exigir_que_se_radica(pedido)
    elecciones = [_elegir(pedido, ahora, reglas) for pedido in pedidos]
    terminos = reglas.terminos if reglas else Terminos()
    solicitudes = [_nueva(*par, ahora) for par in zip(pedidos, elecciones, strict=True)]
    for solicitud in solicitudes:
        solicitud.inicia_el, solicitud.dias, solicitud.vence_el = terminos.calcular(solicitud)
    numerar(solicitudes, ahora)
    encargos = []
    for solicitud, pedido in zip(solicitudes, pedidos, strict=True):
        if pedido.participantes:
            solicitud.participantes.set(pedido.participantes)
        encargos += [encargo_de(solicitud, tema) for tema in pedido.temas]
    TemaSolicitud.objects.bulk_create(encargos)
    _dejar_constancia(list(zip(solicitudes, pedidos, elecciones, strict=True)), ahora, autor)
    return solicitudes


def _exigir_que_se_radica(pedido: Pedido) -> None:
    if pedido.nivel and not pedido.nivel.radica:
        raise ReglaIncumplida(f"El nivel {pedido.nivel.numero} se consulta por su cuenta: no se radica.")
    if _trae_postura(pedido) and not any(anexo.postura for anexo in pedido.anexos):
        raise ReglaIncumplida(FALTA_LA_POSTURA)
    if pedido.contingencia and not pedido.anexos:
        raise ReglaIncumplida("Adjunte la planilla o el documento que prueba la contingencia.")


def _trae_postura(pedido: Pedido) -> bool:
    return pedido.nivel is not None and pedido.nivel.numero == CON_POSTURA


def _anexos(pedido: Pedido) -> Sequence[ArchivoNombrado]:
    """Its files; only in level 2 one of them is the technical stance."""
    return pedido.anexos if _trae_postura(pedido) else [replace(anexo, postura=False) for anexo in pedido.anexos]


def _elegir(pedido: Pedido, ahora: datetime, reglas: Reglas | None) -> Eleccion:
    sector = pedido.entidad.sector if pedido.entidad else None
    if reglas:
        return reglas.reparto.elegir(
            dependencia=pedido.dependencia, entidad=pedido.entidad, sector=sector, temas=pedido.temas
        )
    hoy = timezone.localdate(ahora)
    return elegir_asesor(
        dependencia=pedido.dependencia, entidad=pedido.entidad, sector=sector, temas=pedido.temas, hoy=hoy
    )


def numerar(solicitudes: Sequence[Solicitud], ahora: datetime) -> None:
    """Gives the next numbers of the year, in Bogotá, and inserts the requests. Call it inside a transaction.

    Raises `ReglaIncumplida` when a contingency was filed already: the counter, locked, lets one look at a time.
    """
    anio = timezone.localdate(ahora).year
    primero = _tomar_numeros(anio, len(solicitudes))
    contingencias = [una.contingencia for una in solicitudes if una.contingencia]
    if contingencias and (otra := Solicitud.objects.filter(contingencia__in=contingencias).first()):
        raise ReglaIncumplida(f"La contingencia {otra.contingencia} ya se radicó: es la {otra}.")
    for numero, solicitud in enumerate(solicitudes, start=primero):
        solicitud.anio, solicitud.numero, solicitud.radicado = anio, numero, f"AT-{anio}-{numero}"
    Solicitud.objects.bulk_create(solicitudes)


def _dejar_constancia(
    casos: Sequence[tuple[Solicitud, Pedido, Eleccion]], ahora: datetime, autor: Usuario | None
) -> None:
    """What was asked with its files, who got it, and the acknowledgement that went out."""
    acuses = [
        cartas.Acuse(solicitud, pedido.acusar_a or pedido.solicitante_correo, pedido.message_id)
        for solicitud, pedido, _ in casos
        if pedido.acusar and (pedido.acusar_a or pedido.solicitante_correo)
    ]
    enviados = cartas.acusar(acuses=acuses, ahora=ahora) if acuses else []
    mensajes = {acuse.solicitud.pk: mensaje for acuse, mensaje in zip(acuses, enviados, strict=True)}
    hechos: list[tuple[Actuacion, Sequence[ArchivoNombrado]]] = []
    for solicitud, pedido, eleccion in casos:
        hechos.append((_radicada(solicitud, pedido, mensajes.get(solicitud.pk), ahora, autor), _anexos(pedido)))
        if eleccion.asesor:
            hechos.append((_asignada(solicitud, eleccion, ahora), ()))
    asentar(hechos)


def _radicada(
    solicitud: Solicitud, pedido: Pedido, acuse: Mensaje | None, ahora: datetime, autor: Usuario | None
) -> Actuacion:
    quien = pedido.solicitante_nombre or pedido.solicitante_correo or (str(autor) if autor else "Asiste")
    return Actuacion(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.RADICADA,
        momento=ahora,
        autor=autor,
        autor_nombre=quien[:200],
        texto=_lo_que_consta(solicitud),
        visible_entidad=True,
        message_id=pedido.message_id or (acuse.message_id if acuse else ""),
        mensaje=acuse,
    )


def _asignada(solicitud: Solicitud, eleccion: Eleccion, ahora: datetime) -> Actuacion:
    return Actuacion(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.ASIGNADA,
        momento=ahora,
        autor_nombre="Asiste",
        texto=f"A {eleccion.asesor}, {eleccion.motivo}.",
        visible_entidad=True,
    )


def _lo_que_consta(solicitud: Solicitud) -> str:
    """What was asked, and before it the contingency it was received in."""
    if not solicitud.contingencia:
        return solicitud.texto
    recibida = timezone.localtime(solicitud.recibida_en)
    nota = f"Radicada después de la contingencia {solicitud.contingencia} del {recibida:%d/%m/%Y %H:%M}."
    return f"{nota}\n\n{solicitud.texto}".strip()


def _tomar_numeros(anio: int, cuantos: int) -> int:
    """The first of so many numbers. Locks the counter of the year until the end: a rollback gives them back."""
    with connection.cursor() as cursor:
        cursor.execute(TOMAR_NUMEROS, {"anio": anio, "cuantos": cuantos})
        return int(cursor.fetchone()[0]) - cuantos + 1


def _nueva(pedido: Pedido, eleccion: Eleccion, ahora: datetime) -> Solicitud:
    return Solicitud(
        recibida_en=min(pedido.recibida_en, ahora),
        radicada_en=ahora,
        dependencia=eleccion.dependencia,
        asesor=eleccion.asesor,
        **datos_del_pedido(pedido),
    )


def datos_del_pedido(pedido: Pedido) -> dict[str, Any]:
    """What a request keeps, as it was on filing, of what was asked."""
    entidad = pedido.entidad
    return {
        "canal": pedido.canal,
        "direccion": pedido.dependencia.direccion,
        "entidad": entidad,
        "entidad_nombre": entidad.nombre if entidad else pedido.entidad_nombre,
        "sector": entidad.sector if entidad else None,
        "solicitante_nombre": pedido.solicitante_nombre,
        "solicitante_cargo": pedido.solicitante_cargo,
        "solicitante_correo": pedido.solicitante_correo.lower(),
        "asunto": " ".join(pedido.asunto.split())[:250] or "Sin asunto",
        "texto": pedido.texto,
        "modalidad": pedido.modalidad,
        "medio": pedido.medio,
        "nivel": pedido.nivel,
        "logistica": pedido.logistica,
        "terminos": pedido.terminos,
        "folios": pedido.folios,
        "radicado_siga": pedido.radicado_siga,
        "contingencia": pedido.contingencia,
    }
