"""What is inside a package, opened with measure, and why a file is not published."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

from asiste.documentos.tipos import DE_UN_ZIP_ROTO

ENTRADAS = 5_000  # files inside one
DESCOMPRIMIDO = 200 * 1024 * 1024  # bytes of all of them
MODOS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the others unpack without measure
INCRUSTADOS = "trae otros archivos incrustados: quítelos."

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
