"""How many pages a file has."""

import logging
from typing import IO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

PDF = b"%PDF-"
DE_UN_PDF_ROTO = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    OverflowError,
    NotImplementedError,
)
registro = logging.getLogger(__name__)


def contar_paginas(archivo: IO[bytes]) -> int | None:
    """Pages of a PDF open at its start; None of anything else, and of one that is broken or locked."""
    if archivo.read(1024).find(PDF) == -1:
        return None
    archivo.seek(0)
    try:
        lector = PdfReader(archivo)
        return None if lector.is_encrypted and not lector.decrypt("") else len(lector.pages)
    except DE_UN_PDF_ROTO as error:  # what strangers send breaks in many ways
        registro.info("un PDF que no se deja leer: %s", error)
        return None
