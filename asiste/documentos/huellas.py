"""The hash that tells one content from any other."""

import hashlib
from typing import IO

TROZO = 1024 * 1024  # bytes


def huella_de(archivo: IO[bytes]) -> str:
    """SHA-256 of what is left to read of a file, in hexadecimal; memory does not grow with it."""
    suma = hashlib.sha256()
    while trozo := archivo.read(TROZO):
        suma.update(trozo)
    return suma.hexdigest()
