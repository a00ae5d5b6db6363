"""Rules of the models and of who writes them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, models

from pruebas.arnes.repositorio import PROPIO, RAIZ, arbol, fuentes, nombre

MODELOS = [modelo for modelo in apps.get_models() if modelo.__module__.startswith("asiste.") and not modelo._meta.proxy]
MODULO_DE = {modelo.__name__: modelo._meta.app_label for modelo in MODELOS}
ESCRIBEN = {"create", "bulk_create", "get_or_create", "update_or_create", "update", "bulk_update", "delete", "save"}
CARGADORES = ("acciones", "acciones.py", "carga.py", "migrations")  # who may write, in its own module
SIN_AUDITAR = {
    *("auditoria_hecho", "auditoria_eslabon"),  # the audit trail itself
    "solicitudes_presencia",  # who looks at a case now: nothing was done
    "conceptos_presenciaconcepto",  # the same, of who has a concept open
    "agenda_presenciaacta",  # the same, of who has some minutes open
    "correo_saludbuzon",  # how the reading of a mailbox goes: nobody did anything, and it changes every minute
    "solicitudes_renglonimportado",  # what a reading says of each row: nothing was done, and each reading rewrites it
}


def cadena(llamada: ast.Call) -> tuple[str, list[str]]:
    """Root and attributes of a call: `Solicitud.objects.update()` is Solicitud, [objects, update]."""
    atributos: list[str] = []
    nodo: ast.expr = llamada
    while isinstance(nodo, ast.Attribute | ast.Call | ast.Subscript):
        if isinstance(nodo, ast.Attribute):
            atributos.append(nodo.attr)
        nodo = nodo.func if isinstance(nodo, ast.Call) else nodo.value
    return (nodo.id if isinstance(nodo, ast.Name) else ""), atributos[::-1]


def escrituras(ruta: Path) -> Iterator[tuple[int, str]]:
    """Line and model written through its manager, in a file."""
    for nodo in ast.walk(arbol(ruta)):
        if isinstance(nodo, ast.Call):
            raiz, atributos = cadena(nodo)
            if raiz in MODULO_DE and "objects" in atributos and atributos[-1] in ESCRIBEN:
                yield nodo.lineno, raiz


def guardados(ruta: Path) -> Iterator[int]:
    """Lines where an instance is saved or deleted."""
    for nodo in ast.walk(arbol(ruta)):
        if isinstance(nodo, ast.Call) and isinstance(nodo.func, ast.Attribute) and not nodo.args:
            claves = {clave.arg for clave in nodo.keywords} - {"update_fields", "force_insert", "using"}
            if nodo.func.attr in {"save", "delete"} and not claves and ast.unparse(nodo.func.value) != "super()":
                yield nodo.lineno


def test_los_datos_de_un_modulo_los_escriben_sus_acciones() -> None:
    ajenas = []
    for ruta in fuentes():
        modulo, *resto = ruta.relative_to(PROPIO).parts
        for linea, modelo in escrituras(ruta):
            propio = modulo == MODULO_DE[modelo] and resto[0] in (*CARGADORES, "models", "models.py")
            if not propio and modulo != "demo":
                ajenas.append(f"{nombre(ruta)}:{linea} {modelo}")
    assert ajenas == []


def test_fuera_de_las_acciones_nadie_guarda() -> None:
    permitidos = {*CARGADORES, "models", "models.py"}
    assert [
        f"{nombre(ruta)}:{linea}"
        for ruta in fuentes()
        if not permitidos & set(ruta.relative_to(PROPIO).parts)
        for linea in guardados(ruta)
    ] == []


@pytest.mark.django_db
def test_cada_tabla_nuestra_lleva_el_disparador_de_auditoria() -> None:
    tablas = {modelo._meta.db_table for modelo in MODELOS if modelo._meta.managed}
    tablas |= {campo.m2m_db_table() for modelo in MODELOS for campo in modelo._meta.local_many_to_many}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%%auditado%%'")
        auditadas = {fila[0] for fila in cursor.fetchall()}
    assert sorted(tablas - auditadas - SIN_AUDITAR) == []


@pytest.mark.parametrize("modelo", MODELOS, ids=lambda modelo: modelo._meta.label)
def test_el_modelo_no_impone_un_orden(modelo: type[models.Model]) -> None:
    assert not modelo._meta.ordering


@pytest.mark.parametrize("modelo", MODELOS, ids=lambda modelo: modelo._meta.label)
def test_el_momento_de_un_estado_lo_guarda_una_restriccion(modelo: type[models.Model]) -> None:
    estados = set(getattr(getattr(modelo, "Estado", None), "values", []))
    pares = {
        campo.name
        for campo in modelo._meta.get_fields()
        if isinstance(campo, models.DateTimeField) and campo.null and campo.name.removesuffix("_en") in estados
    }
    condiciones = " ".join(str(regla) for regla in modelo._meta.constraints)
    assert sorted(par for par in pares if par not in condiciones) == []


@pytest.mark.parametrize("modelo", MODELOS, ids=lambda modelo: modelo._meta.label)
def test_el_glosario_define_el_modelo(modelo: type[models.Model]) -> None:
    glosario = (RAIZ / "docs" / "glosario.md").read_text(encoding="utf-8")
    assert f"`{modelo.__name__}`" in glosario


def test_las_migraciones_tienen_nombre_y_numero_propios() -> None:
    for carpeta in sorted(PROPIO.glob("*/migrations")):
        nombres = [ruta.stem for ruta in carpeta.glob("[0-9]*.py")]
        assert [cual for cual in nombres if not re.fullmatch(r"\d{4}_[a-z][a-z_]*", cual) or "_auto_" in cual] == []
        assert len({cual[:4] for cual in nombres}) == len(nombres)
