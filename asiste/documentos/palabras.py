"""What a PDF says, to be searched."""

import logging
from typing import IO

from pypdf import PdfReader

from asiste.documentos.paginas import DE_UN_PDF_ROTO, PDF

PAGINAS = 60  # the first ones: enough to be found, and soon read
LARGO = 200_000  # characters
registro = logging.getLogger(__name__)


def palabras_de(archivo: IO[bytes]) -> str:
    """The words of the first pages of a PDF open at its start; nothing of anything else, or of one that is broken."""
    if archivo.read(1024).find(PDF) == -1:
        return ""
    archivo.seek(0)
    try:
        paginas = PdfReader(archivo).pages[:PAGINAS]
        texto = "\n".join(pagina.extract_text() for pagina in paginas)
    except DE_UN_PDF_ROTO as error:  # what people upload breaks in many ways
        registro.info("un PDF que no se deja leer: %s", error)
        return ""
    return texto.replace("\0", "")[:LARGO]
