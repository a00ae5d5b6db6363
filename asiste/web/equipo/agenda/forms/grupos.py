"""Long lists of boxes, folded in groups."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django import forms
from django.db.models import Model, QuerySet
from django.forms import BoundField

from asiste.portafolio.models import Tema

M = TypeVar("M", bound=Model)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opcion:
    """A box: what it sends, what it says and whether it is marked."""

    valor: Any
    texto: str
    nota: str
    marcada: bool


@dataclass(frozen=True, slots=True)
class Grupo:
    """Boxes under one title."""

    titulo: str
    opciones: list[Opcion] = field(default_factory=list)

    @property
    def elegidas(self) -> int:
        """How many are marked."""
        return sum(una.marcada for una in self.opciones)


def en_grupos(
    campo: BoundField,
    filas: Iterable[T],
    grupo: Callable[[T], object],
    nota: Callable[[T], object] = lambda fila: "",
) -> list[Grupo]:
    """The rows that a field offers, in the order they come, each under the title of its group."""
    marcadas = {str(getattr(valor, "pk", valor)) for valor in campo.value() or []}
    grupos: dict[str, Grupo] = {}
    for fila in filas:
        titulo, clave = str(grupo(fila)), getattr(fila, "pk", fila)
        opcion = Opcion(clave, str(fila), str(nota(fila) or ""), str(clave) in marcadas)
        grupos.setdefault(titulo, Grupo(titulo)).opciones.append(opcion)
    return list(grupos.values())


def temas_por_oficina(campo: BoundField) -> list[Grupo]:
    """The topics that a field offers, by office."""
    return en_grupos(campo, Tema.objects.solicitables(), lambda tema: tema.dependencia, lambda tema: tema.padre)


def varias(queryset: QuerySet[M], rotulo: str) -> forms.ModelMultipleChoiceField[M]:
    """Rows to mark, none of them needed."""
    return forms.ModelMultipleChoiceField(queryset, label=rotulo, required=False, widget=forms.CheckboxSelectMultiple)
