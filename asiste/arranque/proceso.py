"""A process of the service, that ends with it: nothing goes on serving when the service is killed without warning."""

import os
import runpy
import signal
import sys
import threading
import time
from contextlib import suppress

import psutil


def main(servicio: int, *argumentos: str) -> None:
    """Runs a Python module with its arguments, until it ends or the service does."""
    threading.Thread(target=_vigilar, args=[servicio], daemon=True).start()
    sys.argv = list(argumentos)
    runpy.run_module(argumentos[0], run_name="__main__", alter_sys=True)


def _vigilar(servicio: int) -> None:
    while _vive(servicio):
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


def _vive(proceso: int) -> bool:
    """False also for one that ended and that nobody has buried yet."""
    with suppress(psutil.NoSuchProcess):
        return bool(psutil.Process(proceso).status() != psutil.STATUS_ZOMBIE)
    return False


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
