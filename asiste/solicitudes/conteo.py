"""How many there are, as far as anybody wants to know: counting stops there, however many follow."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

TOPE = 99  # beyond it pages say «99+»
CUENTA = "(SELECT count(*) FROM ({}) AS hasta)"
JUNTAS = "SELECT {}"


def contar_hasta(tope: int, **conjuntos: QuerySet[Model]) -> dict[str, int]:
    """How many rows each set has, `tope` + 1 at most; all of them in one query."""
    partes: list[str] = []
    parametros: list[Any] = []
    nombres: list[str] = []
    for nombre, conjunto in conjuntos.items():
        try:
            consulta, suyos = conjunto.order_by().values("pk")[: tope + 1].query.sql_with_params()
        except EmptyResultSet:  # nothing can meet its conditions
            continue
        partes.append(CUENTA.format(consulta))
        parametros.extend(suyos)
        nombres.append(nombre)
    ninguno = dict.fromkeys(conjuntos, 0)
    if not partes:
        return ninguno
    with connection.cursor() as cursor:
        cursor.execute(JUNTAS.format(", ".join(partes)), parametros)
        return ninguno | dict(zip(nombres, cursor.fetchone(), strict=True))
