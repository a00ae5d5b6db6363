"""Real processes of the platform, to be killed in the middle of their work."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import LiteralString

import psycopg
from django.conf import settings

RAIZ = Path(__file__).resolve().parent.parent.parent
PLAZO = 180  # seconds: what does not happen by then has failed
CADA = 0.02  # seconds between two looks, each of which opens a connection: more often, they take what is waited for
ESPERAN = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
Proceso = subprocess.Popen[str]


def entorno(var: Path, *, base: str = "") -> dict[str, str]:
    """Variables of a process over a database, or over the embedded one of `var`, with the keys of the tests."""
    heredadas = {nombre: valor for nombre, valor in os.environ.items() if nombre != "DJANGO_SETTINGS_MODULE"}
    propias = {"ASISTE_VAR": str(var), "DATABASE_URL": base, "SECRET_KEY": settings.SECRET_KEY}
    return heredadas | propias | {"PYTHONPATH": str(RAIZ)}


@contextmanager
def proceso(*orden: str, entorno: dict[str, str]) -> Iterator[Proceso]:
    """A Python process, in a group of its own, that does not outlive the block."""
    nuevo = subprocess.Popen(
        [sys.executable, "-m", *orden],
        cwd=RAIZ,
        env=entorno,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with nuevo:
        try:
            yield nuevo
        finally:
            matar(nuevo)


def importacion(carpeta: Path) -> tuple[str, ...]:
    """The order that imports a folder."""
    return ("asiste.consola", "correo", "importar", str(carpeta))


def matar(uno: Proceso) -> None:
    """Kill -9 of the process and of all it started."""
    if uno.poll() is None:
        os.killpg(uno.pid, 9)
        uno.wait(PLAZO)


def terminar(uno: Proceso) -> list[list[str]]:
    """Waits for the end, which must be a good one, and returns what it printed, split by tabs."""
    salida, errores = uno.communicate(timeout=PLAZO)
    assert (uno.returncode, errores) == (0, "")
    return [linea.split("\t") for linea in salida.splitlines()]


def esperar(condicion: Callable[[], bool], *, mientras: Proceso | None = None) -> None:
    """Asks again and again until it holds. Fails when the time is over or the process ended before."""
    limite = time.monotonic() + PLAZO
    while not condicion():
        assert time.monotonic() < limite, "no pasó a tiempo"
        assert mientras is None or mientras.poll() is None, f"terminó antes: {mientras.communicate()}"
        time.sleep(CADA)


def alguien_espera_un_candado(base: str) -> bool:
    """Whether some connection to the database is held up by another one."""
    return cuenta(base, ESPERAN) > 0


@contextmanager
def numeracion_detenida(base: str, anio: int) -> Iterator[None]:
    """Nobody gets a number while the block lasts: who files waits in the middle of its transaction."""
    with psycopg.connect(base) as conexion:
        conexion.execute("INSERT INTO solicitudes_consecutivo VALUES (%s, 0) ON CONFLICT DO NOTHING", [anio])
        conexion.commit()
        conexion.execute("SELECT ultimo FROM solicitudes_consecutivo WHERE id = %s FOR UPDATE", [anio])
        yield


def cuenta(base: str, consulta: LiteralString) -> int:
    """A number asked of the database by a connection of its own."""
    with psycopg.connect(base) as conexion:
        fila = conexion.execute(consulta).fetchone()
        return int(fila[0]) if fila else 0
