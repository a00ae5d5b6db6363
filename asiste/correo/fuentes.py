"""Where raw messages come from on disk: single files, folders, Maildir and mbox."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SUFIJOS = {".eml", ".mbox"}
CARPETAS_MAILDIR = {"cur", "new"}
_SEPARADOR = re.compile(rb"From .*\d\d:\d\d.*\b\d{4}\b")
_CITADO = re.compile(rb"^>(>*From )", re.MULTILINE)


def archivos_en(ruta: Path) -> Iterator[Path]:
    """The files under a path that bring messages, in order of name: .eml, mbox and those of a Maildir."""
    if not ruta.is_dir():
        yield ruta
        return
    for archivo in sorted(ruta.rglob("*")):
        if archivo.is_file() and _trae_mensajes(archivo):
            yield archivo


def mensajes_de(archivo: Path) -> Iterator[tuple[str, bytes]]:
    """Name, fit to be printed and stored, and bytes of each message of a file; one in memory at a time.

    Raises `OSError` when it cannot be read.
    """
    nombre = " ".join(os.fsencode(archivo.name).decode("utf-8", "replace").split())
    if _es_mbox(archivo):
        for numero, crudo in enumerate(_partir(archivo), start=1):
            yield f"{nombre}#{numero}", crudo
    elif archivo.suffix.lower() != ".mbox" or archivo.stat().st_size:  # an empty mbox has no messages
        yield nombre, archivo.read_bytes()


def _trae_mensajes(archivo: Path) -> bool:
    """By its name or its place; Thunderbird gives its mbox files no ending."""
    if archivo.parent.name in CARPETAS_MAILDIR or archivo.suffix.lower() in SUFIJOS:
        return True
    with suppress(OSError):
        return not archivo.suffix and _es_mbox(archivo)
    return False


def _es_mbox(archivo: Path) -> bool:
    """Several messages, each behind its «From » line; a single one may carry that line too."""
    if archivo.suffix.lower() == ".eml":
        return False
    with archivo.open("rb") as abierto:
        return abierto.read(5) == b"From "


def _partir(archivo: Path) -> Iterator[bytes]:
    """The messages of an mbox as they were before it: without their «From » line, and those inside unquoted.

    Only a line with a date and after a blank one separates: a paragraph may begin with «From ».
    """
    lineas: list[bytes] = []
    tras_blanco = True
    with archivo.open("rb") as abierto:
        abierto.readline()
        for linea in abierto:
            if tras_blanco and _SEPARADOR.match(linea):
                yield _sin_sobre(lineas)
                lineas = []
            else:
                lineas.append(linea)
            tras_blanco = not linea.strip(b"\r\n")
    yield _sin_sobre(lineas)


def _sin_sobre(lineas: list[bytes]) -> bytes:
    propias = lineas[:-1] if lineas and not lineas[-1].strip(b"\r\n") else lineas
    return _CITADO.sub(rb"\1", b"".join(propias))
