"""A stored file under the name it came with."""

from dataclasses import dataclass

from asiste.documentos.models import Archivo


@dataclass(frozen=True, slots=True)
class ArchivoNombrado:
    """What hangs from a message, a form or an answer; `aviso` says what is odd about it.

    `postura` marks the technical stance that a request of level 2 brings.
    """

    nombre: str
    archivo: Archivo
    en_linea: bool = False
    aviso: str = ""
    postura: bool = False
