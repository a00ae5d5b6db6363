"""A name to keep an attachment under: never a path, never empty, never twice in one message."""

import re

from asiste.correo.lectura.codificacion import sin_invisibles

MAXIMO_BYTES = 180

_EXTENSIONES = {
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/pkcs7-mime": ".p7m",
    "application/pkcs7-signature": ".p7s",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
}
_PROHIBIDOS = re.compile(r'[<>:"|?*\t\n]')
_EXTENSION = re.compile(r"\.[^.\s]{1,10}\Z")
_RESERVADOS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)


def _partir(nombre: str) -> tuple[str, str]:
    extension = _EXTENSION.search(nombre)
    return (nombre[: extension.start()], extension.group()) if extension else (nombre, "")


def _recortar(raiz: str, maximo: int) -> str:
    """The start of a name that fits in so many bytes of UTF-8, without cutting a letter."""
    return raiz.encode("utf-8", "ignore")[:maximo].decode("utf-8", "ignore").rstrip(" .")


class NombresSeguros:
    """Gives safe names one after another, remembering those already given in this message."""

    def __init__(self) -> None:
        """Start with no name given."""
        self._dados: set[str] = set()
        self._repeticiones: dict[str, int] = {}
        self._cuenta = 0

    def dar(self, nombre: str, tipo: str) -> str:
        """A safe name for what the sender called `nombre` (perhaps nothing), of the declared type."""
        self._cuenta += 1
        ultimo = re.split(r"[/\\]", sin_invisibles(nombre))[-1]
        limpio = _PROHIBIDOS.sub("-", ultimo).strip(" .-")
        if not limpio:
            limpio = f"anexo-{self._cuenta}{_EXTENSIONES.get(tipo, '.bin')}"
        if _RESERVADOS.match(limpio):
            limpio = f"anexo-{limpio}"
        raiz, extension = _partir(limpio)
        extension = _recortar(extension, 40)
        raiz = _recortar(raiz, MAXIMO_BYTES - 12 - len(extension.encode()))
        candidato = f"{raiz}{extension}"
        while candidato.casefold() in self._dados:
            vez = self._repeticiones.get(limpio.casefold(), 1) + 1
            self._repeticiones[limpio.casefold()] = vez
            candidato = f"{raiz} ({vez}){extension}"
        self._dados.add(candidato.casefold())
        return candidato
