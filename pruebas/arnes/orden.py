"""A query without an order has none: the tests get its rows shuffled."""

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.query import Query


def desordenar(parche: pytest.MonkeyPatch) -> None:
    """Makes the database shuffle the rows of every select of rows that names no order."""
    original = cast("Callable[[SQLCompiler], Iterator[tuple[Any, bool]]]", SQLCompiler._order_by_pairs)

    def con_azar(compilador: SQLCompiler) -> Iterator[tuple[Any, bool]]:
        pares = list(original(compilador))
        yield from pares
        if not pares and _admite_azar(compilador.query):
            yield OrderBy(Random()), False

    parche.setattr(SQLCompiler, "_order_by_pairs", con_azar)


def _admite_azar(consulta: Query) -> bool:
    sin_orden_propio = consulta.default_ordering and not consulta.subquery
    trae_filas = bool(consulta.default_cols or consulta.select)
    agrupa = consulta.distinct or consulta.combinator or consulta.group_by is not None
    return sin_orden_propio and trae_filas and not agrupa
