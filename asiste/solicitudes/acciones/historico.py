"""Requests that already have a history: brought in by lots, each with its number, term and timeline."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.calendario.termino import Jornada, inicio_del_termino
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones.base import encargo_de
from asiste.solicitudes.acciones.radicacion import Pedido, datos_del_pedido
from asiste.solicitudes.models import Actuacion, Consecutivo, Solicitud, TemaSolicitud, Toma

Tipo = Actuacion.Tipo


@dataclass(frozen=True, slots=True, kw_only=True)
class CasoHistorico:
    """A request and the moments it went through; those it has not reached are None."""

    pedido: Pedido
    asesor: Funcionario | None
    dias: int = 10
    tomada_en: datetime | None = None
    motivo: str = ""
    explicacion: str = ""
    respondida_en: datetime | None = None
    respuesta: str = ""
    atendida_en: datetime | None = None
    cerrada_en: datetime | None = None


@transaction.atomic
def cargar_historico(*, casos: Sequence[CasoHistorico]) -> list[Solicitud]:
    """Files the cases in their order of arrival, after the numbers already given, without telling anybody.

    Radicación is taken as of the reception. Raises `FueraDelCalendario` beyond the table of holidays.
    """
    if not casos:
        return []
    ordenados = sorted(casos, key=lambda caso: caso.pedido.recibida_en)
    primero, ultimo = (timezone.localdate(ordenados[i].pedido.recibida_en) for i in (0, -1))
    calendario = cargar(primero, date(ultimo.year + 1, 12, 31))
    ultimos = Counter(dict(Consecutivo.objects.select_for_update().values_list("id", "ultimo")))
    jornada = JornadaAtencion.objects.de_cada_fecha()
    solicitudes = Solicitud.objects.bulk_create(
        [_solicitud(caso, calendario, jornada, ultimos) for caso in ordenados], batch_size=500
    )
    for anio, valor in ultimos.items():
        Consecutivo.objects.update_or_create(id=anio, defaults={"ultimo": valor})
    pares = list(zip(solicitudes, ordenados, strict=True))
    TemaSolicitud.objects.bulk_create(
        encargo_de(solicitud, tema) for solicitud, caso in pares for tema in caso.pedido.temas
    )
    Toma.objects.bulk_create(
        Toma(
            solicitud=solicitud,
            asesor=caso.asesor,
            momento=caso.tomada_en,
            motivo=caso.motivo,
            explicacion=caso.explicacion,
        )
        for solicitud, caso in pares
        if caso.tomada_en and caso.asesor
    )
    Actuacion.objects.bulk_create((hecho for par in pares for hecho in _historia(*par)), batch_size=1000)
    return solicitudes


def _solicitud(
    caso: CasoHistorico, calendario: Calendario, jornada: Callable[[date], Jornada], ultimos: Counter[int]
) -> Solicitud:
    pedido = caso.pedido
    recibida = timezone.localdate(pedido.recibida_en)
    inicia = inicio_del_termino(pedido.recibida_en, jornada(recibida), calendario)
    ultimos[recibida.year] += 1
    return Solicitud(
        anio=recibida.year,
        numero=ultimos[recibida.year],
        radicado=f"AT-{recibida.year}-{ultimos[recibida.year]}",
        recibida_en=pedido.recibida_en,
        radicada_en=pedido.recibida_en,
        inicia_el=inicia,
        dias=caso.dias,
        vence_el=calendario.sumar(inicia, caso.dias),
        dependencia=caso.asesor.dependencia if caso.asesor else pedido.dependencia,
        asesor=caso.asesor,
        estado=_estado(caso),
        primera_respuesta_en=caso.respondida_en,
        atendida_en=caso.atendida_en,
        cerrada_en=caso.cerrada_en,
        **datos_del_pedido(pedido),
    )


def _estado(caso: CasoHistorico) -> Solicitud.Estado:
    if caso.cerrada_en:
        return Solicitud.Estado.CERRADA
    if caso.atendida_en:
        return Solicitud.Estado.ATENDIDA
    return Solicitud.Estado.EN_TRAMITE if caso.tomada_en else Solicitud.Estado.POR_TOMAR


def _historia(solicitud: Solicitud, caso: CasoHistorico) -> list[Actuacion]:
    """Timeline of a case, as the actions would have left it."""
    usuario = caso.asesor.usuario if caso.asesor else None
    turno = Tipo.FUERA_DE_TURNO if caso.motivo else Tipo.TOMADA
    pasos = [
        (Tipo.RADICADA, caso.pedido.recibida_en, None, solicitud.solicitante_nombre, solicitud.texto),
        (Tipo.ASIGNADA, caso.pedido.recibida_en if usuario else None, None, "Asiste", f"A {usuario}, por el sector."),
        (turno, caso.tomada_en, usuario, str(usuario), caso.explicacion),
        (Tipo.RESPUESTA, caso.respondida_en, usuario, str(usuario), caso.respuesta),
        (Tipo.ATENDIDA, caso.atendida_en, usuario, str(usuario), ""),
        (Tipo.CERRADA, caso.cerrada_en, usuario, str(usuario), ""),
    ]
    return [
        Actuacion(
            solicitud=solicitud,
            tipo=tipo,
            momento=momento,
            autor=autor,
            autor_nombre=nombre,
            texto=texto,
            visible_entidad=True,
        )
        for tipo, momento, autor, nombre, texto in pasos
        if momento
    ]
