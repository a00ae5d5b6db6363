"""Where raw messages come from on disk: single files, folders and mbox."""

import mailbox
from collections.abc import Iterator
from pathlib import Path

SUFIJOS = {".eml", ".mbox"}
CARPETAS_MAILDIR = {"cur", "new"}


def mensajes_en(ruta: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each message under a path, in order of name; one in memory at a time.

    A folder gives its .eml and .mbox files and those of a Maildir. Raises `FileNotFoundError`.
    """
    if ruta.is_dir():
        for archivo in sorted(ruta.rglob("*")):
            if archivo.is_file() and (archivo.suffix.lower() in SUFIJOS or archivo.parent.name in CARPETAS_MAILDIR):
                yield from mensajes_en(archivo)
    elif _es_mbox(ruta):
        yield from _de_mbox(ruta)
    else:
        yield ruta.name, ruta.read_bytes()


def _es_mbox(ruta: Path) -> bool:
    with ruta.open("rb") as abierto:
        return abierto.read(5) == b"From "


def _de_mbox(ruta: Path) -> Iterator[tuple[str, bytes]]:
    caja = mailbox.mbox(ruta, create=False)
    try:
        for numero, clave in enumerate(caja.iterkeys(), start=1):
            yield f"{ruta.name}#{numero}", caja.get_bytes(clave)
    finally:
        caja.close()
