"""Which tests prove which disposition, read from their source without running them."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path


def pruebas_por_disposicion(carpeta: Path) -> dict[str, list[str]]:
    """Names `file::test` of the tests marked with each disposition id, in order."""
    pruebas: defaultdict[str, list[str]] = defaultdict(list)
    for archivo in sorted(carpeta.rglob("test_*.py")):
        modulo = ast.parse(archivo.read_text(encoding="utf-8"))
        comunes = set(_ids_del_modulo(modulo))
        for funcion in (nodo for nodo in modulo.body if isinstance(nodo, ast.FunctionDef)):
            if funcion.name.startswith("test_"):
                for disposicion in sorted(comunes | set(_ids(funcion.decorator_list))):
                    pruebas[disposicion].append(f"{archivo.relative_to(carpeta)}::{funcion.name}")
    return dict(pruebas)


def _ids_del_modulo(modulo: ast.Module) -> Iterator[str]:
    """Ids of `pytestmark`, which holds for every test of the file."""
    for nodo in modulo.body:
        if isinstance(nodo, ast.Assign) and any(ast.unparse(destino) == "pytestmark" for destino in nodo.targets):
            yield from _ids(nodo.value.elts if isinstance(nodo.value, ast.List) else [nodo.value])


def _ids(marcas: list[ast.expr]) -> Iterator[str]:
    for marca in marcas:
        if isinstance(marca, ast.Call) and ast.unparse(marca.func) == "pytest.mark.disposicion":
            yield from (str(ast.literal_eval(argumento)) for argumento in marca.args)
