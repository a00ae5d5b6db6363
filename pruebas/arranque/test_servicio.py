"""`asiste preparar` and `asiste servir`, as on a fresh machine."""

import os
import signal
import socket
import urllib.request
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from urllib.error import URLError

import psutil

from pruebas.arranque.conftest import LIMITE, Instalacion
from pruebas.fallas.procesos import esperar

CONTAR = """
from asiste.base_embebida import encender; encender()
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as conexion:
    for tabla in ("directorio_entidad", "portafolio_tema", "calendario_festivo", "auditoria_hecho", "cuentas_usuario"):
        print(tabla, conexion.execute(f"SELECT count(*) FROM {tabla}").fetchone()[0])
"""


def puerto_libre() -> int:
    """A port where nobody listens now."""
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        return int(enchufe.getsockname()[1])


def responde(puerto: int) -> bool:
    """True once the portal gives its page."""
    with suppress(URLError, ConnectionError), urllib.request.urlopen(f"http://127.0.0.1:{puerto}/") as respuesta:
        return bool(respuesta.status == HTTPStatus.OK)
    return False


def test_preparar_dos_veces_deja_lo_mismo(instalacion: Instalacion) -> None:
    assert instalacion.asiste("preparar").returncode == 0
    contado = instalacion.python(CONTAR)
    assert instalacion.asiste("preparar").returncode == 0
    assert (instalacion.python(CONTAR), instalacion.encendida) == (contado, False)


def test_servir_responde_y_al_detenerlo_no_queda_nada(instalacion: Instalacion) -> None:
    puerto = puerto_libre()
    servicio = instalacion.empezar("-m", "asiste.consola", "servir", PORT=str(puerto))
    esperar(partial(responde, puerto), mientras=servicio)
    os.killpg(servicio.pid, signal.SIGINT)
    salida, _ = servicio.communicate(timeout=LIMITE)
    assert f"Asiste está en http://127.0.0.1:{puerto}" in salida
    assert (servicio.returncode, instalacion.encendida) == (130, False)


def test_un_puerto_ocupado_se_dice_sin_preparar_nada(instalacion: Instalacion) -> None:
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        enchufe.listen()
        puerto = int(enchufe.getsockname()[1])
        servicio = instalacion.empezar("-m", "asiste.consola", "servir", PORT=str(puerto))
        salida, _ = servicio.communicate(timeout=LIMITE)
    assert f"El puerto {puerto} está ocupado" in salida
    assert servicio.returncode == 1


def test_si_matan_el_servicio_nada_queda_sirviendo(base_real: str, instalacion: Instalacion) -> None:
    puerto = puerto_libre()
    servicio = instalacion.empezar("-m", "asiste.consola", "servir", PORT=str(puerto), DATABASE_URL=base_real)
    esperar(partial(responde, puerto), mientras=servicio)
    hijos = psutil.Process(servicio.pid).children(recursive=True)
    servicio.kill()
    _, vivos = psutil.wait_procs(hijos, timeout=LIMITE)
    assert vivos == []


def test_si_un_proceso_muere_se_detienen_todos(instalacion: Instalacion) -> None:
    puerto = puerto_libre()
    servicio = instalacion.empezar("-m", "asiste.consola", "servir", PORT=str(puerto))
    esperar(partial(responde, puerto), mientras=servicio)
    instalacion.proceso_de(servicio, "gunicorn").kill()
    servicio.communicate(timeout=LIMITE)
    assert (servicio.returncode != 0, instalacion.encendida) == (True, False)
