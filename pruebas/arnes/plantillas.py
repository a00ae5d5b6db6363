"""A variable that no one gave to a template is an error, not an empty string."""

import sys
from pathlib import Path
from types import FrameType

from django.template.base import FilterExpression

RAIZ = Path(__file__).resolve().parent.parent.parent / "asiste"


class VariableIndefinida(Exception):
    """A template of ours prints a variable that its view did not give."""


class Indefinida(str):
    """`string_if_invalid` that raises `VariableIndefinida`.

    It is the empty string, as in production, in templates of other packages and where a `default` filter
    tells what to show instead.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        """Asked by Django when a variable is missing, and then by the filters that get the empty string."""
        llamador = sys._getframe(1)
        expresion = llamador.f_locals.get("self")
        if not isinstance(expresion, FilterExpression):
            return False
        filtros = [filtro.__name__ for filtro, _ in expresion.filters]
        plantilla = _plantilla(llamador)
        if filtros[:1] in (["default"], ["default_if_none"]) or RAIZ not in Path(plantilla).parents:
            return False
        raise VariableIndefinida(f"{plantilla}: no se dio «{expresion.token}»")


def _plantilla(marco: FrameType | None) -> str:
    """File of the innermost template being rendered."""
    while marco is not None:
        if marco.f_code.co_name == "render_annotated" and (origen := getattr(marco.f_locals["self"], "origin", None)):
            return str(origen.name)
        marco = marco.f_back
    return ""
