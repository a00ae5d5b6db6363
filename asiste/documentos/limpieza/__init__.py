"""Files that anyone will read: without what they tell of who made them, where and with what."""

from asiste.documentos.fotos import FotoInvalida, sin_datos
from asiste.documentos.limpieza.base import NoSeLimpia
from asiste.documentos.limpieza.oficina import limpiar_oficina
from asiste.documentos.limpieza.opendocument import limpiar_opendocument
from asiste.documentos.limpieza.pdf import limpiar_pdf
from asiste.documentos.tipos import ABIERTOS, IMAGENES, OFICINA, tipo_real

__all__ = ["ACEPTADOS", "NoSeLimpia", "limpiar"]

ACEPTADOS = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg"


def limpiar(contenido: bytes) -> bytes:
    """The same file without its metadata: only of kinds that can be cleaned, told by their bytes.

    Raises `NoSeLimpia`, with what to do, for any other kind and for what hides something: macros, changes not
    accepted, comments, passwords, signatures that cleaning would break.
    """
    tipo = tipo_real(contenido)
    if tipo == "application/pdf":
        return limpiar_pdf(contenido)
    if tipo in OFICINA.values():
        return limpiar_oficina(contenido)
    if tipo in ABIERTOS:
        return limpiar_opendocument(contenido)
    if tipo in IMAGENES.values():
        return _limpiar_imagen(contenido)
    raise NoSeLimpia(
        "no es de una clase que se pueda publicar: suba PDF, Word, Excel, PowerPoint, OpenDocument, o una imagen "
        "JPEG o PNG. Un video se publica con su enlace."
    )


def _limpiar_imagen(contenido: bytes) -> bytes:
    try:
        return sin_datos(contenido)
    except FotoInvalida as error:
        raise NoSeLimpia(str(error)) from error
