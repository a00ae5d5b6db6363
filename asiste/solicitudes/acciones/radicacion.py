"""Filing: the number, the term, the adviser and the acknowledgement, in one transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.calendario.termino import inicio_del_termino
from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import Eleccion, elegir_asesor
from asiste.directorio.models import Dependencia, Entidad
from asiste.portafolio.models import ANS, Modalidad, Nivel, Tema
from asiste.solicitudes import cartas
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, encargo_de
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud

SIGUIENTE_NUMERO = """
INSERT INTO solicitudes_consecutivo (id, ultimo) VALUES (%s, 1)
ON CONFLICT (id) DO UPDATE SET ultimo = solicitudes_consecutivo.ultimo + 1
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


@transaction.atomic
def radicar(*, pedido: Pedido, ahora: datetime, autor: Usuario | None = None) -> Solicitud:
    """Files a request: number without gap or repeat, term, adviser by sector, and acknowledgement.

    The term runs from `pedido.recibida_en`; the number takes the year of `ahora`, in Bogotá.
    What was received while the system was down brings its contingency number and the paper that proves it; the number
    given is the next one all the same.
    Raises `FueraDelCalendario` if the table of holidays does not reach the due date, and `ReglaIncumplida` for
    a level that is self-service, or a contingency without proof or already filed.
    Disposición: 5-fifo, 5-oportuna, 6.2-asesor-sector, 7.1.3-ans-niveles.
    """
    if pedido.nivel and not pedido.nivel.radica:
        raise ReglaIncumplida(f"El nivel {pedido.nivel.numero} se consulta por su cuenta: no se radica.")
    if pedido.contingencia and not pedido.anexos:
        raise ReglaIncumplida("Adjunte la planilla o el documento que prueba la contingencia.")
    hoy = timezone.localdate(ahora)
    eleccion = elegir_asesor(
        dependencia=pedido.dependencia,
        entidad=pedido.entidad,
        sector=pedido.entidad.sector if pedido.entidad else None,
        temas=pedido.temas,
        hoy=hoy,
    )
    solicitud = _nueva(pedido, eleccion, ahora)
    solicitud.inicia_el, solicitud.dias, solicitud.vence_el = calcular_termino(solicitud)
    numerar(solicitud, ahora)
    if pedido.participantes:
        solicitud.participantes.set(pedido.participantes)
    TemaSolicitud.objects.bulk_create(encargo_de(solicitud, tema) for tema in pedido.temas)
    _dejar_constancia(solicitud, pedido, eleccion, ahora, autor)
    return solicitud


def numerar(solicitud: Solicitud, ahora: datetime) -> Solicitud:
    """Gives the next number of the year, in Bogotá, and inserts the request. Call it inside a transaction.

    Raises `ReglaIncumplida` when its contingency was filed already: the counter, locked, lets one look at a time.
    """
    anio = timezone.localdate(ahora).year
    solicitud.anio, solicitud.numero = anio, _siguiente_numero(anio)
    if otra := _de_la_contingencia(solicitud.contingencia):
        raise ReglaIncumplida(f"La contingencia {otra.contingencia} ya se radicó: es la {otra}.")
    solicitud.radicado = f"AT-{solicitud.anio}-{solicitud.numero}"
    solicitud.save(force_insert=True)
    return solicitud


def _de_la_contingencia(numero: str) -> Solicitud | None:
    return Solicitud.objects.filter(contingencia=numero).first() if numero else None


def _dejar_constancia(
    solicitud: Solicitud, pedido: Pedido, eleccion: Eleccion, ahora: datetime, autor: Usuario | None
) -> None:
    """What was asked with its files, who got it, and the acknowledgement that went out."""
    para = pedido.acusar_a or pedido.solicitante_correo
    acuse = None
    if pedido.acusar and para:
        acuse = cartas.acusar(solicitud=solicitud, para=para, ahora=ahora, en_respuesta_a=pedido.message_id)
    actuar(
        solicitud=solicitud,
        tipo=Actuacion.Tipo.RADICADA,
        ahora=ahora,
        autor=autor,
        autor_nombre=pedido.solicitante_nombre or pedido.solicitante_correo,
        texto=_lo_que_consta(solicitud),
        visible=True,
        message_id=pedido.message_id,
        mensaje=acuse,
        anexos=pedido.anexos,
    )
    if eleccion.asesor:
        actuar(
            solicitud=solicitud,
            tipo=Actuacion.Tipo.ASIGNADA,
            ahora=ahora,
            texto=f"A {eleccion.asesor}, {eleccion.motivo}.",
            visible=True,
        )


def _lo_que_consta(solicitud: Solicitud) -> str:
    """What was asked, and before it the contingency it was received in."""
    if not solicitud.contingencia:
        return solicitud.texto
    recibida = timezone.localtime(solicitud.recibida_en)
    nota = f"Radicada después de la contingencia {solicitud.contingencia} del {recibida:%d/%m/%Y %H:%M}."
    return f"{nota}\n\n{solicitud.texto}".strip()


def calcular_termino(solicitud: Solicitud) -> tuple[date, int, date]:
    """Day it counts as received, business days agreed and due date. Disposición: 5-ans, 5-oportuna."""
    recibida = timezone.localdate(solicitud.recibida_en)
    calendario = cargar(recibida, date(recibida.year + 1, 12, 31))
    inicia = inicio_del_termino(
        solicitud.recibida_en, jornada=JornadaAtencion.objects.vigente(recibida), calendario=calendario
    )
    dias = ANS.objects.dias_para(
        direccion_id=solicitud.direccion_id,
        modalidad_id=solicitud.modalidad_id,
        nivel_id=solicitud.nivel_id,
        vigencia=inicia.year,
    )
    return inicia, dias, calendario.sumar(inicia, dias)


def _siguiente_numero(anio: int) -> int:
    """Locks the counter of the year until the transaction ends: a rollback gives the number back."""
    with connection.cursor() as cursor:
        cursor.execute(SIGUIENTE_NUMERO, [anio])
        return int(cursor.fetchone()[0])


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
