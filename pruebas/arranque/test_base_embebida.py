"""The private database starts when it is needed, survives a kill and stops with the last one."""

import os
from pathlib import Path

import pytest

from pruebas.arranque.conftest import Instalacion, soltar

GUARDAR = """
from asiste.base_embebida import encender; encender()
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as conexion:
    conexion.execute("CREATE TABLE IF NOT EXISTS prueba AS SELECT 'guardado' AS dato")
    print(conexion.execute("SELECT dato FROM prueba").fetchone()[0])
"""


def test_el_ultimo_en_salir_apaga_la_base(instalacion: Instalacion) -> None:
    primero, segundo = instalacion.usar_base(), instalacion.usar_base()
    soltar(primero)
    con_uno = instalacion.encendida
    soltar(segundo)
    assert (con_uno, instalacion.encendida) == (True, False)


def test_quien_muere_sin_avisar_no_la_deja_encendida(instalacion: Instalacion) -> None:
    muerto = instalacion.usar_base()
    muerto.kill()
    muerto.wait()
    soltar(instalacion.usar_base())
    assert not instalacion.encendida


def test_una_base_matada_conserva_lo_confirmado(instalacion: Instalacion) -> None:
    proceso = instalacion.usar_base()
    instalacion.python(GUARDAR)
    servidor = instalacion.servidor()
    servidor.kill()
    servidor.wait(30)
    assert instalacion.python(GUARDAR) == "guardado\n"
    soltar(proceso)


def test_un_numero_de_proceso_ajeno_no_la_da_por_encendida(instalacion: Instalacion) -> None:
    soltar(instalacion.usar_base())
    (instalacion.var / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n")
    assert instalacion.python(GUARDAR) == "guardado\n"


def test_una_carpeta_a_medio_hacer_se_hace_de_nuevo(instalacion: Instalacion) -> None:
    (instalacion.var / "postgres.nueva").mkdir()
    (instalacion.var / "postgres.nueva" / "PG_VERSION").write_text("18\n")
    assert instalacion.python(GUARDAR) == "guardado\n"


@pytest.mark.parametrize("carpeta", ["con espacios y ñ", "larga" * 20, "con 'comillas'"])
def test_sirve_en_cualquier_carpeta(instalacion: Instalacion, tmp_path: Path, carpeta: str) -> None:
    instalacion.var = tmp_path / carpeta
    instalacion.var.mkdir()
    assert instalacion.python(GUARDAR) == "guardado\n"


def test_no_escucha_en_la_red(instalacion: Instalacion) -> None:
    proceso = instalacion.usar_base()
    escuchan = [conexion for conexion in instalacion.servidor().net_connections("inet") if conexion.status == "LISTEN"]
    soltar(proceso)
    assert escuchan == []
