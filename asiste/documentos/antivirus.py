"""What a ClamAV server says of a content, when there is one."""

import io
from typing import Protocol

from clamav_client.clamd import BufferTooLongError, ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings

ESPERA = 15  # seconds for each step of the conversation
INFECTADO = "FOUND"


class SinRespuesta(Exception):
    """There is no scanner, or it does not answer: the content has to be scanned another time."""


class DemasiadoGrande(Exception):
    """The scanner does not take a content of this size: trying again is of no use."""


class _Servidor(Protocol):
    def instream(self, buff: io.BytesIO) -> dict[str, tuple[str, str | None]]: ...


def buscar_virus(contenido: bytes) -> str:
    """Name of the virus in the content, or empty when it has none.

    Raises `SinRespuesta` or `DemasiadoGrande`.
    """
    try:
        respuestas = _servidor().instream(io.BytesIO(contenido))
    except BufferTooLongError as error:
        raise DemasiadoGrande from error
    except (ClamdError, OSError, UnicodeDecodeError) as error:
        raise SinRespuesta(str(error)) from error
    if not respuestas:
        raise SinRespuesta("El antivirus cerró la conversación.")
    estado, nombre = next(iter(respuestas.values()))
    if estado == "ERROR":
        raise SinRespuesta(nombre or "El antivirus no pudo examinarlo.")
    return (nombre or "sin nombre") if estado == INFECTADO else ""


def _servidor() -> _Servidor:
    """`CLAMAV_SERVIDOR` is the path of a socket, or host and port."""
    donde = settings.CLAMAV_SERVIDOR
    if not donde:
        raise SinRespuesta("No hay antivirus configurado.")
    if donde.startswith("/"):
        return ClamdUnixSocket(donde, timeout=ESPERA)
    equipo, _, puerto = donde.rpartition(":")
    return ClamdNetworkSocket(equipo, int(puerto), timeout=ESPERA)
