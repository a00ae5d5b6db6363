"""A real ClamAV server of a test, that knows one virus: the text that every scanner is tried with."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clamav_client.clamd import ClamdError, ClamdUnixSocket

PROGRAMA = shutil.which("clamd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MAXIMO = 1_000_000  # bytes of a stream
INTENTOS = 600


@contextmanager
def servidor(carpeta: Path) -> Iterator[Path]:
    """Socket of a ClamAV that runs while the context lasts."""
    assert PROGRAMA is not None
    firmas = carpeta / "firmas"
    firmas.mkdir()
    (firmas / "prueba.ndb").write_text(f"Eicar.Prueba:0:*:{EICAR.hex()}\n")
    socket = carpeta / "clamd"
    (carpeta / "clamd.conf").write_text(
        f"LocalSocket {socket}\nDatabaseDirectory {firmas}\nForeground yes\nStreamMaxLength {MAXIMO}\n"
        f"TemporaryDirectory {carpeta}\nMaxThreads 2\n"
    )
    with (carpeta / "clamd.log").open("wb") as registro:
        proceso = subprocess.Popen(
            [PROGRAMA, "--config-file", str(carpeta / "clamd.conf")], stdout=registro, stderr=registro
        )
    try:
        _esperar(proceso, socket)
        yield socket
    finally:
        proceso.terminate()
        proceso.wait()


def _esperar(proceso: "subprocess.Popen[bytes]", socket: Path) -> None:
    """Until it answers; it reads its signatures first."""
    for _ in range(INTENTOS):
        with suppress(ClamdError):
            ClamdUnixSocket(str(socket)).instream(io.BytesIO(b"hola"))  # its ping leaks a socket
            return
        with suppress(subprocess.TimeoutExpired):
            codigo = proceso.wait(timeout=0.05)
            raise AssertionError(f"clamd terminó con {codigo}: {(socket.parent / 'clamd.log').read_text()}")
    raise AssertionError("clamd no responde")
