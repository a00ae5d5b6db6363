"""Requests that already have a history: brought in by lots, each with its number, term and timeline."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.calendario.termino import Jornada, inicio_del_termino
from asiste.directorio.models import Funcionario
from asiste.portafolio.models import Tema
from asiste.solicitudes.acciones.base import asentar, encargo_de
from asiste.solicitudes.acciones.radicacion import Pedido, datos_del_pedido
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Consecutivo, Importacion, Solicitud, TemaSolicitud, Toma

Estado, Tipo = Solicitud.Estado, Actuacion.Tipo
FINES = {Estado.TRASLADADA: Tipo.TRASLADADA, Estado.DESISTIDA: Tipo.DESISTIDA, Estado.ANULADA: Tipo.ANULADA}


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedencia:
    """Row of the workbook that a request comes from, its own number there and what only the team should read."""

    importacion: Importacion
    fila: int
    numero: str = ""
    nota: str = ""

    @property
    def relato(self) -> str:
        """How it is told on the timeline."""
        propio = f" Su número allá: {self.numero}." if self.numero else ""
        return f"De «{self.importacion}», fila {self.fila}.{propio}" + (f"\n\n{self.nota}" if self.nota else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CasoHistorico:
    """A request and the moments it went through; those it has not reached are None. `anexos` are of the answer.

    Its state is the one they tell, unless `estado` says another.
    """

    pedido: Pedido
    asesor: Funcionario | None
    dias: int = 10
    tomada_en: datetime | None = None
    motivo: str = ""
    explicacion: str = ""
    respondida_en: datetime | None = None
    respuesta: str = ""
    anexos: Sequence[ArchivoNombrado] = ()
    atendida_en: datetime | None = None
    cerrada_en: datetime | None = None
    estado: Solicitud.Estado | None = None
    externa: bool = False
    procedencia: Procedencia | None = None


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
    ultimos = _bloquear_numeros({timezone.localdate(caso.pedido.recibida_en).year for caso in casos})
    jornada = JornadaAtencion.objects.de_cada_fecha()
    solicitudes = Solicitud.objects.bulk_create(
        [_solicitud(caso, calendario, jornada, ultimos) for caso in ordenados], batch_size=500
    )
    for anio, valor in ultimos.items():
        Consecutivo.objects.update_or_create(id=anio, defaults={"ultimo": valor})
    pares = list(zip(solicitudes, ordenados, strict=True))
    TemaSolicitud.objects.bulk_create(
        (_encargo(solicitud, tema) for solicitud, caso in pares for tema in caso.pedido.temas), batch_size=1000
    )
    Toma.objects.bulk_create(_tomas(pares), batch_size=1000)
    asentar([(hecho, _anexos(hecho, caso)) for solicitud, caso in pares for hecho in _historia(solicitud, caso)])
    return solicitudes


def _anexos(hecho: Actuacion, caso: CasoHistorico) -> Sequence[ArchivoNombrado]:
    """The files that came with the request, and those of its answer."""
    return {Tipo.RADICADA: caso.pedido.anexos, Tipo.RESPUESTA: caso.anexos}.get(Tipo(hecho.tipo), ())


def _encargo(solicitud: Solicitud, tema: Tema) -> TemaSolicitud:
    """A topic, answered when the request was attended."""
    encargo = encargo_de(solicitud, tema)
    if solicitud.atendida_en:
        encargo.estado, encargo.respondido_en = TemaSolicitud.Estado.RESPONDIDO, solicitud.atendida_en
    return encargo


def _tomas(pares: Sequence[tuple[Solicitud, CasoHistorico]]) -> Iterator[Toma]:
    """Who took each of those that somebody took."""
    for solicitud, caso in pares:
        if caso.tomada_en and caso.asesor:
            yield Toma(
                solicitud=solicitud,
                asesor=caso.asesor,
                momento=caso.tomada_en,
                motivo=caso.motivo,
                explicacion=caso.explicacion,
            )


def _bloquear_numeros(anios: Collection[int]) -> Counter[int]:
    """Last number given in each year, locked; also in a year that has none, which is born here."""
    Consecutivo.objects.bulk_create((Consecutivo(id=anio, ultimo=0) for anio in sorted(anios)), ignore_conflicts=True)
    bloqueados = Consecutivo.objects.select_for_update().filter(id__in=anios).order_by("id")
    return Counter(dict(bloqueados.values_list("id", "ultimo")))


def _solicitud(
    caso: CasoHistorico, calendario: Calendario, jornada: Callable[[date], Jornada], ultimos: Counter[int]
) -> Solicitud:
    pedido, procedencia = caso.pedido, caso.procedencia
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
        entidad_externa=caso.externa,
        importacion=procedencia.importacion if procedencia else None,
        importacion_fila=procedencia.fila if procedencia else None,
        **datos_del_pedido(pedido),
    )


def _estado(caso: CasoHistorico) -> Solicitud.Estado:
    if caso.estado:
        return caso.estado
    if caso.cerrada_en:
        return Estado.CERRADA
    if caso.atendida_en:
        return Estado.ATENDIDA
    return Estado.EN_TRAMITE if caso.tomada_en else Estado.POR_TOMAR


def _historia(solicitud: Solicitud, caso: CasoHistorico) -> list[Actuacion]:
    """Timeline of a case, as the actions would have left it."""
    usuario, procedencia = caso.asesor.usuario if caso.asesor else None, caso.procedencia
    quien = str(usuario or "Asiste")
    asignada = f"A {usuario}, {'según el libro' if procedencia else 'por el sector'}."
    turno = Tipo.FUERA_DE_TURNO if caso.motivo else Tipo.TOMADA
    pide = solicitud.solicitante_nombre or solicitud.entidad_nombre
    pasos = [
        (Tipo.RADICADA, caso.pedido.recibida_en, None, pide, solicitud.texto),
        (Tipo.ASIGNADA, caso.pedido.recibida_en if usuario else None, None, "Asiste", asignada),
        (turno, caso.tomada_en, usuario, quien, caso.explicacion),
        (Tipo.RESPUESTA, caso.respondida_en, usuario, quien, caso.respuesta),
        (Tipo.ATENDIDA, caso.atendida_en, usuario, quien, ""),
        (FINES.get(_estado(caso), Tipo.CERRADA), caso.cerrada_en, usuario, quien, ""),
    ]
    hechos = [
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
    return [*hechos, _importada(solicitud, procedencia)] if procedencia else hechos


def _importada(solicitud: Solicitud, procedencia: Procedencia) -> Actuacion:
    """Where it came from, for the team only."""
    importacion = procedencia.importacion
    autor = importacion.tarea_de or importacion.creada_por
    return Actuacion(
        solicitud=solicitud,
        tipo=Tipo.IMPORTADA,
        momento=importacion.aplicada_en or timezone.now(),
        autor=autor,
        autor_nombre=str(autor)[:200],
        texto=procedencia.relato,
    )
