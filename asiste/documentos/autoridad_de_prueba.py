"""A certification authority of our own and a certificate of it, to try the seal where there is no real one."""

import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from asiste.documentos.certificados import DE_PRUEBA, fabricar

ARCHIVO, CLAVE, AUTORIDAD = "sello.p12", "clave", "autoridad.pem"


def certificado_de_prueba(carpeta: Path) -> tuple[bytes, bytes]:
    """PKCS#12 and its password, made once in that folder; who makes it at the same time finds the first one."""
    if not carpeta.exists():
        _crear(carpeta)
    return (carpeta / ARCHIVO).read_bytes(), (carpeta / CLAVE).read_bytes()


def _crear(carpeta: Path) -> None:
    """The whole folder appears at once, only for its owner."""
    carpeta.parent.mkdir(parents=True, exist_ok=True)
    nueva = Path(tempfile.mkdtemp(dir=carpeta.parent, prefix=".sello-"))
    clave = secrets.token_urlsafe(24).encode()
    contenido, autoridad = fabricar(titular=f"Asiste · {DE_PRUEBA}", clave=clave)
    for nombre, bytes_ in ((ARCHIVO, contenido), (CLAVE, clave), (AUTORIDAD, autoridad)):
        (nueva / nombre).touch(mode=0o600)
        (nueva / nombre).write_bytes(bytes_)
    with suppress(OSError):  # another process made it meanwhile
        nueva.rename(carpeta)
    rmtree(nueva, ignore_errors=True)
