"""What the cleaning of every kind of file shares."""

import logging
import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from asiste.documentos.fotos import FotoInvalida, sin_datos
from asiste.documentos.tipos import DE_UN_ZIP_ROTO

ENTRADAS = 5_000  # files inside one
DESCOMPRIMIDO = 200 * 1024 * 1024  # bytes of all of them
MODOS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the others unpack without measure
EPOCA = (1980, 1, 1, 0, 0, 0)  # the date of every entry: when it was made is not told
JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
INCRUSTADOS = "trae otros archivos incrustados: quítelos."
registro = logging.getLogger(__name__)

Partes = dict[str, bytes]


class NoSeLimpia(ValueError):
    """It cannot be published as it is; its text is a Spanish sentence that goes after the name of the file."""


class Presupuesto:
    """What may still be unpacked of a file, with the files that it holds."""

    def __init__(self) -> None:
        self.entradas, self.bytes = ENTRADAS, DESCOMPRIMIDO

    def gastar(self, entradas: Sequence[zipfile.ZipInfo]) -> None:
        """Takes from it what those say that they are. Raises `NoSeLimpia` when they do not fit."""
        self.entradas -= len(entradas)
        self.bytes -= sum(entrada.file_size for entrada in entradas)
        if self.entradas < 0 or self.bytes < 0:
            raise NoSeLimpia("es demasiado grande por dentro.")


def limpiar_paquete(
    contenido: bytes, cambiar: Callable[[Partes], Partes], primera: str, presupuesto: Presupuesto
) -> bytes:
    """A ZIP with its entries changed, in the same order and with no date; `primera` goes first, not compressed.

    Raises `NoSeLimpia` when it is broken, locked or a bomb.
    """
    partes = cambiar(abrir_paquete(contenido, presupuesto))
    salida = BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as paquete:
        for nombre in _en_orden(partes, primera):
            modo = zipfile.ZIP_STORED if nombre == primera else zipfile.ZIP_DEFLATED
            paquete.writestr(zipfile.ZipInfo(nombre, EPOCA), partes[nombre], compress_type=modo)
    return salida.getvalue()


def limpiar_figura(nombre: str, contenido: bytes) -> bytes:
    """A picture inside a document, without what it tells besides; as it is when it is of another kind or broken."""
    if not contenido.startswith((JPEG, PNG)):
        return contenido
    try:
        return sin_datos(contenido)
    except FotoInvalida as error:
        registro.info("la imagen %s queda como vino: %s", nombre, error)
        return contenido


def _en_orden(partes: Iterable[str], primera: str) -> list[str]:
    return sorted(partes, key=lambda nombre: nombre != primera)


def abrir_paquete(contenido: bytes, presupuesto: Presupuesto) -> Partes:
    """What a ZIP holds. Raises `NoSeLimpia` when it is broken, locked or a bomb."""
    try:
        with zipfile.ZipFile(BytesIO(contenido)) as paquete:
            entradas = [entrada for entrada in paquete.infolist() if not entrada.is_dir()]
            if any(entrada.flag_bits & 1 for entrada in entradas):
                raise NoSeLimpia("está protegido con clave: quítesela.")
            if any(entrada.compress_type not in MODOS for entrada in entradas):
                raise NoSeLimpia("está comprimido de un modo que no se admite: guárdelo de nuevo con su programa.")
            presupuesto.gastar(entradas)
            return {entrada.filename: _leer(paquete, entrada) for entrada in entradas}
    except NoSeLimpia:
        raise
    except DE_UN_ZIP_ROTO as error:  # what strangers send breaks in many ways
        raise NoSeLimpia("está dañado o incompleto.") from error


def _leer(paquete: zipfile.ZipFile, entrada: zipfile.ZipInfo) -> bytes:
    """Its bytes, unpacking no more than it said."""
    with paquete.open(entrada) as abierta:
        return abierta.read(entrada.file_size + 1)
