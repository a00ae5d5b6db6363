"""`make reset` starts over, and not under those who are working."""

from pathlib import Path

import pytest

from asiste.arranque.borrado import borrar
from asiste.base_embebida import BaseOcupada
from pruebas.arranque.conftest import Instalacion, soltar


def test_borrar_deja_la_carpeta_vacia(instalacion: Instalacion) -> None:
    soltar(instalacion.usar_base())
    (instalacion.var / "archivos" / "ab").mkdir(parents=True)
    (instalacion.var / "clave-secreta").write_text("x")
    borrar(instalacion.var)
    assert list(instalacion.var.iterdir()) == []


def test_borrar_no_toca_lo_que_no_es_suyo(tmp_path: Path) -> None:
    (tmp_path / "apuntes.txt").write_text("míos")
    borrar(tmp_path)
    assert [ruta.name for ruta in tmp_path.iterdir()] == ["apuntes.txt"]


def test_con_la_base_en_uso_no_se_borra(instalacion: Instalacion) -> None:
    proceso = instalacion.usar_base()
    with pytest.raises(BaseOcupada):
        borrar(instalacion.var)
    assert instalacion.encendida
    soltar(proceso)
