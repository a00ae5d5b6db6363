"""Requests by the hundred thousand, written by COPY: to measure with, never where people work."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from asiste.demo.casos import PRORROGA, TIPO, Caso, toma_de
from asiste.solicitudes.models import Actuacion, Consecutivo, Solicitud, TemaSolicitud, Toma

LOTE = 10_000
Par = tuple[int, Caso]  # a case and its key
TABLAS = [modelo._meta.db_table for modelo in (Solicitud, TemaSolicitud, Toma, Actuacion)]
DE_LA_ENTIDAD = {TIPO.RADICADA, TIPO.RECIBIDA}
SIN_DISPARADORES = "SET LOCAL session_replication_role = replica"
INDICES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relname = ANY(%s) AND NOT indisunique
"""
UN_HECHO = "SELECT auditoria_anotar('solicitudes_solicitud', 'CARGA', NULL, %s::jsonb)"


class Carga:
    """Writes cases after those there are, with their numbers, topics, turn and timeline.

    The triggers of the rows are off meanwhile, those of the audit trail too, which keeps instead one fact that tells
    of the whole load: eight facts for each request would make a database of measures three times as big.
    Only a superuser of the database may do so. Check constraints go on as always, and the indexes are made again
    at the end, which is faster than row by row.
    """

    def __init__(self) -> None:
        self.ultimos: Counter[int] = Counter(dict(Consecutivo.objects.values_list("id", "ultimo")))
        self.recientes: dict[int, int] = {}

    def escribir(self, casos: Iterable[Caso], cantidad: int) -> None:
        """All of them or none."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(SIN_DISPARADORES)
            with _sin_indices(cursor):
                self._lotes(cursor, iter(casos), _reservar(cursor, cantidad))
            for anio, ultimo in self.ultimos.items():
                Consecutivo.objects.update_or_create(id=anio, defaults={"ultimo": ultimo})
            cursor.execute(UN_HECHO, [f'{{"id": 0, "cantidad": {cantidad}}}'])
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM ANALYZE {', '.join(TABLAS)}")

    def _lotes(self, cursor: Any, casos: Iterator[Caso], siguiente: int) -> None:
        pares = enumerate(casos, siguiente)
        while lote := self._lote(cursor, islice(pares, LOTE)):
            _escribir_lo_suyo(cursor, lote)

    def _lote(self, cursor: Any, pares: Iterable[Par]) -> list[Par]:
        """Writes the requests and gives them back. Each is made while the database takes in the one before."""
        lote: list[Par] = []

        def filas() -> Iterator[dict[str, Any]]:
            for clave, caso in pares:
                lote.append((clave, caso))
                yield self._solicitud(clave, caso)

        _copiar(cursor, Solicitud, filas())
        return lote

    def _solicitud(self, clave: int, caso: Caso) -> dict[str, Any]:
        """The row with its number; one that was united to another is so to the last one of its entity."""
        anio = timezone.localdate(caso.solicitud["recibida_en"]).year
        self.ultimos[anio] += 1
        numero = self.ultimos[anio]
        if caso.estado == Solicitud.Estado.FUSIONADA:
            caso.solicitud["principal_id"] = self.recientes.get(caso.entidad, clave)
        else:
            self.recientes[caso.entidad] = clave
        return {
            **caso.solicitud,
            "id": clave,
            "anio": anio,
            "numero": numero,
            "radicado": f"AT-{anio}-{numero}",
        }


def _escribir_lo_suyo(cursor: Any, lote: list[Par]) -> None:
    """What hangs from some requests: topics, turns and timelines."""
    _copiar(cursor, TemaSolicitud, (fila for clave, caso in lote for fila in _temas(clave, caso)))
    _copiar(cursor, Toma, ({"solicitud_id": clave, **toma} for clave, caso in lote if (toma := toma_de(caso))))
    _copiar(cursor, Actuacion, (fila for clave, caso in lote for fila in _actuaciones(clave, caso)))


@contextmanager
def _sin_indices(cursor: Any) -> Iterator[None]:
    """Takes the indexes that guard nothing away from the tables meanwhile."""
    cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
    cursor.execute(INDICES, [TABLAS])
    indices = cursor.fetchall()
    for nombre, _ in indices:
        cursor.execute(f"DROP INDEX {nombre}")
    yield
    for _, orden in indices:
        cursor.execute(orden)


def _reservar(cursor: Any, cantidad: int) -> int:
    """First of so many keys that nobody else will get."""
    cursor.execute("SELECT pg_get_serial_sequence('solicitudes_solicitud', 'id')")
    secuencia = cursor.fetchone()[0]
    cursor.execute("SELECT setval(%s, nextval(%s) + %s)", [secuencia, secuencia, cantidad])
    return int(cursor.fetchone()[0]) - cantidad


def _copiar(cursor: Any, modelo: type[Model], filas: Iterable[Mapping[str, Any]]) -> None:
    """Sends rows to the table of a model; what a row does not say takes the model's default."""
    con_clave = modelo is Solicitud
    campos = [
        campo for campo in modelo._meta.concrete_fields if not campo.generated and (con_clave or not campo.primary_key)
    ]
    vacia = modelo()
    comun = {campo.attname: campo.get_db_prep_save(getattr(vacia, campo.attname), connection) for campo in campos}
    columnas = ", ".join(str(campo.column) for campo in campos)
    with cursor.copy(f"COPY {modelo._meta.db_table} ({columnas}) FROM STDIN") as copia:
        for fila in filas:
            copia.write_row([*{**comun, **fila}.values()])


def _temas(clave: int, caso: Caso) -> Iterator[dict[str, Any]]:
    """Its topics: the first of its adviser, another one of its own office; answered once the case is attended."""
    atendida = caso.solicitud["atendida_en"]
    for numero, tema in enumerate(caso.temas):
        yield {
            "solicitud_id": clave,
            "tema_id": tema.pk,
            "dependencia_id": tema.dependencia_id if numero else caso.solicitud["dependencia_id"],
            "responsable_id": None if numero else caso.solicitud["asesor_id"],
            "estado": (TemaSolicitud.Estado.RESPONDIDO if atendida else TemaSolicitud.Estado.PENDIENTE).value,
            "respondido_en": atendida,
            "respondido_por_id": caso.asesor.usuario_id if caso.asesor and atendida else None,
        }


def _actuaciones(clave: int, caso: Caso) -> Iterator[dict[str, Any]]:
    """Its timeline; what the entity wrote is of nobody of the team."""
    quien = caso.asesor.usuario if caso.asesor else None
    for tipo, momento, texto in caso.pasos:
        suya = tipo in DE_LA_ENTIDAD
        yield {
            "solicitud_id": clave,
            "tipo": tipo.value,
            "momento": momento,
            "autor_id": quien.pk if quien and not suya and tipo != TIPO.ASIGNADA else None,
            "autor_nombre": caso.solicitud["solicitante_nombre"] if suya else str(quien or "Asiste"),
            "texto": texto,
            "visible_entidad": tipo != TIPO.NOTA,
            "dias": PRORROGA if tipo == TIPO.PRORROGADA else None,
            "otra_id": caso.solicitud.get("principal_id") if tipo == TIPO.FUSIONADA else None,
        }
