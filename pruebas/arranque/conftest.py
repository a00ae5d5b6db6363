"""Installations of their own, in an empty folder and with their private database."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from asiste.entorno import RAIZ

LIMITE = 180  # seconds that a command may take on a busy machine
USAR = "import sys; from asiste.base_embebida import encender; encender(); print('lista', flush=True); sys.stdin.read()"


@dataclass
class Instalacion:
    """A folder of local state and what runs over it."""

    var: Path
    procesos: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def ambiente(self) -> dict[str, str]:
        """Environment without a database given and without demo."""
        heredado = {
            nombre: valor for nombre, valor in os.environ.items() if not nombre.startswith(("DATABASE", "DJANGO"))
        }
        return heredado | {"ASISTE_VAR": str(self.var), "ASISTE_DEMO": "0"}

    def python(self, programa: str) -> str:
        """What a Python program prints. Fails if it fails."""
        orden = [sys.executable, "-c", programa]
        return subprocess.run(
            orden, env=self.ambiente, cwd=RAIZ, check=True, capture_output=True, text=True, timeout=LIMITE
        ).stdout

    def asiste(self, *argumentos: str) -> subprocess.CompletedProcess[str]:
        """A command of `asiste`, run to its end."""
        orden = [sys.executable, "-m", "asiste.consola", *argumentos]
        return subprocess.run(
            orden, env=self.ambiente, cwd=RAIZ, check=False, capture_output=True, text=True, timeout=LIMITE
        )

    def empezar(self, *orden: str, **ambiente: str) -> subprocess.Popen[str]:
        """A process that goes on, in a group of its own, as one started in a terminal."""
        proceso = subprocess.Popen(
            [sys.executable, *orden],
            env=self.ambiente | ambiente,
            cwd=RAIZ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.procesos.append(proceso)
        return proceso

    def usar_base(self) -> subprocess.Popen[str]:
        """A process that uses the database until its input is closed."""
        proceso = self.empezar("-c", USAR)
        assert proceso.stdout is not None
        assert proceso.stdout.readline() == "lista\n"
        return proceso

    def servidor(self) -> psutil.Process:
        """The running database server."""
        return psutil.Process(int((self.var / "postgres" / "postmaster.pid").read_text().splitlines()[0]))

    def proceso_de(self, servicio: subprocess.Popen[str], programa: str) -> psutil.Process:
        """The first process of a service that runs a program."""
        hijos = psutil.Process(servicio.pid).children(recursive=True)
        return next(hijo for hijo in hijos if programa in hijo.cmdline())

    @property
    def encendida(self) -> bool:
        """True while the database runs."""
        return (self.var / "postgres" / "postmaster.pid").exists()


def soltar(proceso: subprocess.Popen[str]) -> None:
    """Lets a process that uses the database end by itself."""
    proceso.communicate(timeout=LIMITE)


@pytest.fixture
def instalacion(tmp_path: Path) -> Iterator[Instalacion]:
    """An empty installation, left with nothing running."""
    nueva = Instalacion(tmp_path / "estado")
    nueva.var.mkdir()
    yield nueva
    for proceso in nueva.procesos:
        if proceso.poll() is None:
            os.killpg(proceso.pid, signal.SIGKILL)
        proceso.communicate()
    if nueva.encendida:
        nueva.python("from asiste.base_embebida import encender; encender()")  # the last one out stops the server
