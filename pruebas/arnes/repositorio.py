"""The repository as data: its files, syntax trees and templates."""

import ast
import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent.parent
PROPIO = RAIZ / "asiste"
PRUEBAS = RAIZ / "pruebas"
AJENAS = {".git", ".venv", "var", "__pycache__", "asiste.egg-info"}

Funcion = ast.FunctionDef | ast.AsyncFunctionDef


def archivos(carpeta: Path, *patrones: str) -> list[Path]:
    """Files under a folder that match, without what is generated."""
    encontrados = []
    for raiz, carpetas, nombres in os.walk(carpeta):
        carpetas[:] = set(carpetas) - AJENAS
        encontrados += [Path(raiz, uno) for uno in nombres if any(fnmatchcase(uno, patron) for patron in patrones)]
    return sorted(encontrados)


def fuentes(carpeta: Path = PROPIO) -> list[Path]:
    """Python written by hand: migrations apart."""
    return [ruta for ruta in archivos(carpeta, "*.py") if "migrations" not in ruta.parts]


@cache
def arbol(ruta: Path) -> ast.Module:
    """Syntax tree of a file."""
    return ast.parse(ruta.read_text(encoding="utf-8"))


def nombre(ruta: Path) -> str:
    """Path as shown in a failure."""
    return str(ruta.relative_to(RAIZ))


def lineas(ruta: Path) -> int:
    """Lines of a file."""
    return len(ruta.read_text(encoding="utf-8").splitlines())


def funciones(ruta: Path) -> Iterator[Funcion]:
    """Functions and methods of a file, nested ones too."""
    yield from (nodo for nodo in ast.walk(arbol(ruta)) if isinstance(nodo, Funcion))


def largo(funcion: Funcion) -> int:
    """Lines of a function, with its docstring and without decorators."""
    return (funcion.end_lineno or funcion.lineno) - funcion.lineno + 1


def clases(ruta: Path) -> Iterator[ast.ClassDef]:
    """Classes of a file."""
    yield from (nodo for nodo in ast.walk(arbol(ruta)) if isinstance(nodo, ast.ClassDef))
