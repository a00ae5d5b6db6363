"""PDF: properties, attachments, programs, comments, and what was there before the last change."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, StreamObject

from asiste.documentos.limpieza.base import NoSeLimpia
from asiste.documentos.limpieza.figuras import limpiar_figura
from asiste.documentos.paginas import DE_UN_PDF_ROTO

DE_MAS = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/AF"),
    *("/OpenAction", "/Perms", "/Collection", "/XFA", "/JS"),
)
NOMBRES = ("/EmbeddedFiles", "/JavaScript")
QUEDAN = {"/Link", "/Widget"}  # kinds of annotation: what leads somewhere, and the fields of a form
ACCIONES = {"/URI", "/GoTo", "/Named"}
FIRMADO = 1  # flag of a form
FIGURAS = {NameObject("/DCTDecode"), NameObject("/JPXDecode")}  # filters that are a picture by themselves


def limpiar_pdf(contenido: bytes) -> bytes:
    """The document with its pages, bookmarks, tags and fields, and no more. Raises `NoSeLimpia`."""
    try:
        return _rehecho(PdfReader(BytesIO(contenido)))
    except NoSeLimpia:
        raise
    except DE_UN_PDF_ROTO as error:  # what strangers send breaks in many ways
        raise NoSeLimpia("está dañado o incompleto.") from error


def _rehecho(lector: PdfReader) -> bytes:
    """Written anew from its root: nothing of what an earlier save left comes along."""
    if lector.is_encrypted and not lector.decrypt(""):
        raise NoSeLimpia("está protegido con clave: quítesela.")
    if _firmado(lector):
        raise NoSeLimpia("trae una firma electrónica, que dejaría de valer: suba la versión sin firmar.")
    limpio = PdfWriter()
    limpio.clone_reader_document_root(lector)
    for objeto in _diccionarios(limpio):
        _limpiar(objeto)
    # What was taken off is still there, loose: a second copy takes only what hangs from the root
    sin_sueltos = PdfWriter()
    sin_sueltos.clone_reader_document_root(PdfReader(BytesIO(_escrito(limpio))))
    return _escrito(sin_sueltos)


def _escrito(documento: PdfWriter) -> bytes:
    documento.metadata = None
    salida = BytesIO()
    documento.write(salida)
    return salida.getvalue()


def _firmado(lector: PdfReader) -> bool:
    formulario = lector.root_object.get("/AcroForm")
    campos: Any = formulario.get_object() if formulario else {}
    return bool(int(campos.get("/SigFlags", 0)) & FIRMADO)


def _diccionarios(escritor: PdfWriter) -> Iterator[DictionaryObject]:
    """Every dictionary of the document, those written inside others too."""
    por_ver: list[Any] = list(escritor._objects)
    while por_ver:
        objeto = por_ver.pop()
        if isinstance(objeto, DictionaryObject):
            yield objeto
            por_ver.extend(objeto.values())
        elif isinstance(objeto, ArrayObject):
            por_ver.extend(objeto)


def _limpiar(objeto: DictionaryObject) -> None:
    for clave in DE_MAS:
        objeto.pop(clave, None)
    for clave in NOMBRES:
        if "/Kids" not in objeto:
            objeto.pop(clave, None)
    if "/Annots" in objeto:
        _solo_enlaces(objeto)
    _solo_lleva(objeto)
    if isinstance(objeto, StreamObject):
        _limpiar_foto(objeto)


def _solo_lleva(objeto: DictionaryObject) -> None:
    """What it does leads somewhere and nothing else follows; the same key keeps what a tag says of its look."""
    accion: Any = objeto.get("/A", NullObject()).get_object()
    if not isinstance(accion, DictionaryObject):
        return
    accion.pop("/Next", None)
    if accion.get("/S", "/URI") not in ACCIONES:
        objeto.pop("/A")


def _limpiar_foto(objeto: StreamObject) -> None:
    """A JPEG or JPEG 2000, also one wrapped in other filters, stays as nothing but that picture."""
    dichos: Any = objeto.get("/Filter", ArrayObject()).get_object()
    filtros = [uno.get_object() for uno in (dichos if isinstance(dichos, ArrayObject) else [dichos])]
    if not FIGURAS.intersection(filtros[-1:]):
        return
    if len(filtros) > 1:
        objeto._data = decode_stream_data(objeto)
        objeto.pop("/DecodeParms", None)
        objeto[NameObject("/Filter")] = filtros[-1]
    objeto._data = limpiar_figura("", objeto._data)


def _solo_enlaces(pagina: DictionaryObject) -> None:
    """Links and fields stay; notes, attachments, sounds and films go, with who wrote them."""
    anotaciones: Any = pagina["/Annots"].get_object()
    quedan = [una for una in anotaciones if una.get_object().get("/Subtype") in QUEDAN]
    pagina[NameObject("/Annots")] = ArrayObject(quedan)
