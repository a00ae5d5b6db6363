"""What a file says, to be searched and to look for personal data in it."""

import logging
from typing import IO

from pypdf import PdfReader

from asiste.documentos.limpieza import NoSeLimpia
from asiste.documentos.paginas import DE_UN_PDF_ROTO, PDF
from asiste.documentos.palabras_de_oficina import palabras_de_oficina
from asiste.documentos.tipos import ZIP

PAGINAS = 60  # the first ones: enough to be found, and soon read
LARGO = 200_000  # characters
registro = logging.getLogger(__name__)


def palabras_de(archivo: IO[bytes]) -> str:
    """The words of a document, or of the first pages of a PDF, open at its start; nothing of what cannot be read."""
    cabeza = archivo.read(1024)
    archivo.seek(0)
    if cabeza.startswith(ZIP):
        return _de_oficina(archivo.read())
    return _de_un_pdf(archivo) if PDF in cabeza else ""


def _de_oficina(contenido: bytes) -> str:
    try:
        return palabras_de_oficina(contenido).replace("\0", "")[:LARGO]
    except NoSeLimpia as error:
        registro.info("un documento que no se deja leer: %s", error)
        return ""


def _de_un_pdf(archivo: IO[bytes]) -> str:
    try:
        paginas = PdfReader(archivo).pages[:PAGINAS]
        texto = "\n".join(pagina.extract_text() for pagina in paginas)
    except DE_UN_PDF_ROTO as error:  # what people upload breaks in many ways
        registro.info("un PDF que no se deja leer: %s", error)
        return ""
    return texto.replace("\0", "")[:LARGO]
