"""What the lineamiento demands, and which tests prove it."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from asiste.arranque.disposiciones import cargar
from asiste.arranque.pruebas import pruebas_por_disposicion

PRUEBAS = """
import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("5-ans")]

@pytest.mark.disposicion("5-fifo", "5-canales")
def test_una() -> None: ...

def test_otra() -> None: ...

@pytest.mark.disposicion("5-medios")
def ayuda() -> None: ...
"""


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    """A folder with one file of tests."""
    (tmp_path / "test_fila.py").write_text(PRUEBAS)
    return tmp_path


def test_son_setenta_disposiciones_sin_repetir() -> None:
    assert len({disposicion.id for disposicion in cargar()}) == len(cargar()) == 70


def test_cada_disposicion_encuentra_sus_pruebas(carpeta: Path) -> None:
    assert pruebas_por_disposicion(carpeta) == {
        "5-ans": ["test_fila.py::test_una", "test_fila.py::test_otra"],
        "5-canales": ["test_fila.py::test_una"],
        "5-fifo": ["test_fila.py::test_una"],
    }


def test_la_orden_muestra_las_que_tienen_y_las_que_no(carpeta: Path) -> None:
    salida = StringIO()
    call_command("cumplimiento", pruebas=carpeta, stdout=salida)
    con_prueba, sin_prueba = salida.getvalue().split("\nSin prueba:\n")
    assert [linea.split()[0] for linea in con_prueba.splitlines() if not linea.startswith(" ")] == [
        "5-fifo",
        "5-canales",
        "5-ans",
    ]
    assert sin_prueba.splitlines()[-1] == "70 disposiciones: 3 con prueba, 67 sin prueba."
