"""The web and the worker, running together in one terminal."""

import os
import shlex
import signal
import socket
import sys
from typing import Any

from honcho.manager import SYSTEM_PRINTER_NAME, Manager
from honcho.printer import Printer

ANFITRION = "127.0.0.1"
PROCESO = ("-m", "asiste.arranque.proceso")
WEB = (
    *("gunicorn", "asiste.config.wsgi", "--workers", "2", "--threads", "4"),
    *("--log-level", "warning", "--no-control-socket", "--bind"),
)
TRABAJADOR = ("asiste.consola", "procrastinate", "worker", "--delete-jobs", "successful")


class Renglones:
    """Prints what the processes say, and not what honcho says of them."""

    def __init__(self) -> None:
        """Writes to the terminal; honcho sets the width of the names."""
        self.salida = Printer(sys.stdout)
        self.width = 0

    def write(self, message: Any) -> None:
        """Prints a line with its process."""
        self.salida.width = self.width
        if message.name != SYSTEM_PRINTER_NAME:
            self.salida.write(message)


def puerto_libre(puerto: int) -> bool:
    """True when nobody is listening there."""
    with socket.socket() as enchufe:
        enchufe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            enchufe.bind((ANFITRION, puerto))
        except OSError:
            return False
    return True


def servir(puerto: int) -> int:
    """Runs both until a signal comes or one of them ends; then none is left. Returns the exit code."""
    servicio = Manager(Renglones())
    servicio.add_process("web", _orden(*WEB, f"{ANFITRION}:{puerto}"))
    servicio.add_process("trabajador", _orden(*TRABAJADOR))
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))  # the terminal was closed
    servicio.loop()
    return int(servicio.returncode or 0)


def _orden(*argumentos: str) -> str:
    return f"exec {shlex.join([sys.executable, *PROCESO, str(os.getpid()), *argumentos])}"
