"""What a ClamAV server says of a content, when there is one."""

import io
from typing import Protocol

from clamav_client.clamd import BufferTooLongError, ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings

ESPERA = 15  # seconds for each step of the conversation
INFECTADO = "FOUND"


class SinRespuesta(Exception):
    """There is no scanner, or it does not answer: the content has to be scanned another time."""


class NoLoExamina(Exception):
    """The scanner answers, but not for this content, usually by its size: trying again is of no use."""


class _Servidor(Protocol):
    def instream(self, buff: io.BytesIO) -> dict[str, tuple[str, str | None]]: ...


def buscar_virus(contenido: bytes) -> str:
    """Name of the virus in the content, or empty when it has none.

    Raises `SinRespuesta` or `NoLoExamina`.
    """
    try:
        estado, nombre = _preguntar(contenido)
    except BufferTooLongError as error:
        raise NoLoExamina from error
    except (ClamdError, OSError) as error:
        # A server that refuses a content cuts the conversation, often before its reason can be read
        if _contesta():
            raise NoLoExamina(str(error)) from error
        raise SinRespuesta(str(error)) from error
    if estado == "ERROR":
        raise NoLoExamina(nombre)
    return (nombre or "sin nombre") if estado == INFECTADO else ""


def _preguntar(contenido: bytes) -> tuple[str, str | None]:
    """Its state for the content, and the name that goes with it."""
    respuestas = _servidor().instream(io.BytesIO(contenido))
    return next(iter(respuestas.values()), ("ERROR", None))


def _contesta() -> bool:
    """Whether the server is there for a content that any server takes."""
    try:
        return _preguntar(b"asiste")[0] == "OK"
    except (ClamdError, OSError):
        return False


def _servidor() -> _Servidor:
    """`CLAMAV_SERVIDOR` is the path of a socket, or host and port."""
    donde = settings.CLAMAV_SERVIDOR
    if not donde:
        raise SinRespuesta("No hay antivirus configurado.")
    if donde.startswith("/"):
        return ClamdUnixSocket(donde, timeout=ESPERA)
    equipo, _, puerto = donde.rpartition(":")
    return ClamdNetworkSocket(equipo, int(puerto), timeout=ESPERA)
