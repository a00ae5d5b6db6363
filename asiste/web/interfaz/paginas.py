"""Pages of long lists by key: reading page 400 costs the same as reading the first."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

M = TypeVar("M", bound=Model)
FILAS = 50


@dataclass(frozen=True, slots=True)
class Pagina(Generic[M]):
    """Rows of a page and the marks of its neighbours, empty where there is none."""

    filas: list[M]
    anterior: str = ""
    siguiente: str = ""

    @property
    def unica(self) -> bool:
        """True when the whole list fits in it."""
        return not self.anterior and not self.siguiente


def paginar(queryset: QuerySet[M], orden: Sequence[str], parametros: QueryDict, filas: int = FILAS) -> Pagina[M]:
    """Page of the list asked by `?despues=` or `?antes=`; a mark that is not ours gives the first page.

    `orden` are non-null fields as in `order_by`, the last one unique.
    """
    atras = "antes" in parametros
    marca = parametros.get("antes") or parametros.get("despues") or ""
    recorte = queryset.order_by(*(_al_reves(orden) if atras else orden))
    try:
        valores = _leer(marca, len(orden))
        leidas = list(recorte.filter(_mas_alla(orden, valores, atras))[: filas + 1])
    except (ValidationError, ValueError, TypeError):
        return _pagina(list(queryset.order_by(*orden)[: filas + 1]), orden, filas, hay_antes=False)
    if not atras:
        return _pagina(leidas, orden, filas, hay_antes=True)
    sobra = len(leidas) > filas
    vista = leidas[:filas][::-1]
    return Pagina(vista, _marca(vista[:1], orden) if sobra else "", _marca(vista[-1:], orden))


def _pagina(leidas: list[M], orden: Sequence[str], filas: int, *, hay_antes: bool) -> Pagina[M]:
    vista = leidas[:filas]
    return Pagina(
        vista,
        _marca(vista[:1], orden) if hay_antes else "",
        _marca(vista[-1:], orden) if len(leidas) > filas else "",
    )


def _al_reves(orden: Sequence[str]) -> list[str]:
    return [campo.removeprefix("-") if campo.startswith("-") else f"-{campo}" for campo in orden]


def _mas_alla(orden: Sequence[str], valores: Sequence[str], atras: bool) -> Q:
    """Rows past the mark: `a > x or (a = x and b > y)…`, each in the sense of its field."""
    condicion = Q()
    iguales: dict[str, str] = {}
    for campo, valor in zip(orden, valores, strict=True):
        nombre = campo.removeprefix("-")
        comparacion = "lt" if campo.startswith("-") != atras else "gt"
        condicion |= Q(**iguales, **{f"{nombre}__{comparacion}": valor})
        iguales[nombre] = valor
    return condicion


def _marca(fila: Sequence[Model], orden: Sequence[str]) -> str:
    if not fila:
        return ""
    valores = [str(_valor(fila[0], campo.removeprefix("-"))) for campo in orden]
    return urlsafe_b64encode(json.dumps(valores).encode()).decode().rstrip("=")


def _valor(fila: Model, campo: str) -> Any:
    return reduce(getattr, campo.split("__"), fila)


def _leer(marca: str, cuantos: int) -> list[str]:
    """Values of a mark. Raises ValueError when it is empty or not one of ours."""
    valores: Any = json.loads(urlsafe_b64decode(marca + "=" * (-len(marca) % 4)))
    correcta = isinstance(valores, list) and len(valores) == cuantos
    if not correcta or not all(isinstance(valor, str) and "\0" not in valor for valor in valores):
        raise ValueError(marca)
    return list(valores)
