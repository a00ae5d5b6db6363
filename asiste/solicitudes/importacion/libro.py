"""Workbooks and CSV files of strangers: opened without trusting them, read row by row."""

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import PurePath
from typing import IO, Any, Protocol

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import WINDOWS_EPOCH

COLUMNAS = 60  # read of each row; beyond, nobody keeps a register
OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
MEGA = 1024 * 1024
LIMITES = {  # unpacked bytes of each part: what is held in memory is held short
    re.compile(r"xl/worksheets/[^/]+\.xml"): 120 * MEGA,
    re.compile(r"xl/sharedStrings\.xml"): 40 * MEGA,
    re.compile(r"(?!xl/(?:media|drawings|embeddings)/).+\.(?:xml|rels)"): 8 * MEGA,
}
EXCELES = (".xlsx", ".xlsm")
TEXTOS = (".csv", ".txt")
FIN_DE_DATOS = re.compile(rb"</(?:\w+:)?sheetData>")
COMBINADA = re.compile(rb'mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')


class LibroIlegible(Exception):
    """The file is not what it says, or is not safe to open; its text is a Spanish sentence fit to be shown."""


class EnPorcentaje(float):
    """A figure that its sheet shows with «%»: 0.45 is seen there as 45 %."""


class Libro(Protocol):
    """Sheets of rows; numbers of rows as Excel shows them."""

    hojas: list[str]
    epoca: datetime

    def filas(self, hoja: str, *, con_formato: bool = False) -> Iterator[tuple[int, list[Any]]]:
        """Number and cells of each row of a sheet; `con_formato` tells apart what is shown with «%»."""
        ...


def abrir(contenido: IO[bytes], nombre: str) -> Libro:
    """The workbook or CSV in a file. Raises `LibroIlegible` when it is neither, lies about it or is too big inside."""
    cabeza = contenido.read(512)
    contenido.seek(0)
    extension = PurePath(nombre).suffix.lower()
    if extension not in (*EXCELES, *TEXTOS, ".xls"):
        raise LibroIlegible("Solo se reciben libros de Excel (.xlsx) y archivos CSV.")
    if cabeza.startswith(OLE):
        raise LibroIlegible(
            "Está en el formato antiguo de Excel (.xls) o tiene contraseña. Ábralo en Excel y guárdelo como «Libro de "
            "Excel (.xlsx)», sin contraseña."
        )
    if extension in TEXTOS:
        return LibroCsv(_decodificar(contenido.read(), cabeza))
    if not cabeza.startswith(ZIP):
        raise LibroIlegible(
            f"Se llama «{extension}», pero por dentro no es un libro de Excel. Ábralo y guárdelo como «Libro de Excel "
            "(.xlsx)», o súbalo como CSV."
        )
    return LibroExcel(contenido)


class LibroExcel:
    """A workbook, read without holding its sheets: formulas as the values they had, no macros, no links."""

    def __init__(self, contenido: IO[bytes]) -> None:
        with _ilegible():
            _medir(zipfile.ZipFile(contenido))
            self._contenido = contenido
            self._libro: Any = load_workbook(contenido, read_only=True, data_only=True, keep_links=False)
            visibles = [hoja.title for hoja in self._libro.worksheets if hoja.sheet_state == "visible"]
        self.hojas: list[str] = visibles
        self.epoca: datetime = self._libro.epoch
        if not visibles:
            raise LibroIlegible("El libro no tiene hojas a la vista.")

    def filas(self, hoja: str, *, con_formato: bool = False) -> Iterator[tuple[int, list[Any]]]:
        """Rows of a sheet; cells joined downwards repeat their value. With the format it is slower."""
        with _ilegible():
            pagina = self._libro[hoja]
            pagina.reset_dimensions()  # what a sheet says of its size may be false
            combinadas = _combinadas(self._contenido, pagina._worksheet_path)
            vigentes: dict[int, tuple[int, Any]] = {}
            leidas = pagina.iter_rows(values_only=not con_formato, max_col=COLUMNAS)
            for numero, celdas in enumerate(leidas, start=1):
                fila = [_como_se_ve(celda) for celda in celdas] if con_formato else list(celdas)
                for columna, hasta in combinadas.get(numero, ()):
                    vigentes[columna] = (hasta, fila[columna])
                for columna, (hasta, valor) in vigentes.items():
                    if numero <= hasta:
                        fila[columna] = valor
                yield numero, fila


class LibroCsv:
    """Text with separators: semicolons, commas or tabs, whichever gives more columns."""

    def __init__(self, texto: str) -> None:
        self.hojas = ["CSV"]
        self.epoca = WINDOWS_EPOCH
        self._texto = texto
        muestra = texto[:20_000].splitlines()[:40]
        self._separador = max(";,\t|", key=lambda signo: sum(linea.count(signo) for linea in muestra))

    def filas(self, hoja: str, *, con_formato: bool = False) -> Iterator[tuple[int, list[Any]]]:
        """Rows of the file: all of it is text."""
        lector = csv.reader(io.StringIO(self._texto, newline=""), delimiter=self._separador)
        with _ilegible():
            for numero, celdas in enumerate(lector, start=1):
                yield numero, celdas[:COLUMNAS]


@contextmanager
def _ilegible() -> Iterator[None]:
    """Whatever a broken or hostile file makes fail is told in one sentence."""
    try:
        yield
    except LibroIlegible:
        raise
    except Exception as error:
        raise LibroIlegible(
            "El archivo está dañado o no es lo que dice ser. Ábralo en Excel, guárdelo de nuevo y vuelva a subirlo."
        ) from error


def _como_se_ve(celda: Any) -> Any:
    cifra = isinstance(celda.value, int | float) and not isinstance(celda.value, bool)
    return EnPorcentaje(celda.value) if cifra and "%" in celda.number_format else celda.value


def _medir(comprimido: zipfile.ZipFile) -> None:
    """Raises `LibroIlegible` when what is inside is not a workbook, or is too big once unpacked."""
    partes = comprimido.infolist()
    if "xl/workbook.xml" not in {parte.filename for parte in partes}:
        raise LibroIlegible("Por dentro no es un libro de Excel (.xlsx). Ábralo en Excel y guárdelo con ese formato.")
    for parte in partes:
        limite = next((bytes_ for patron, bytes_ in LIMITES.items() if patron.fullmatch(parte.filename)), None)
        if limite is not None and parte.file_size > limite:
            raise LibroIlegible(
                "El libro ocupa demasiado una vez abierto. Copie las filas que va a importar en un libro nuevo, sin "
                "formatos, y suba ese."
            )


def _combinadas(contenido: IO[bytes], ruta: str) -> dict[int, list[tuple[int, int]]]:
    """First row of each group of cells joined downwards: its column, from 0, and its last row."""
    por_fila: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for letras, primera, ultima in COMBINADA.findall(_despues_de_los_datos(contenido, ruta)):
        columna = column_index_from_string(letras.decode()) - 1
        if int(ultima) > int(primera) and columna < COLUMNAS:
            por_fila[int(primera)].append((columna, int(ultima)))
    return por_fila


def _despues_de_los_datos(contenido: IO[bytes], ruta: str) -> bytes:
    """What a sheet says after its cells, up to a megabyte."""
    with zipfile.ZipFile(contenido) as comprimido, comprimido.open(ruta.lstrip("/")) as hoja:
        cola = b""
        while trozo := hoja.read(MEGA):
            cola = cola[-40:] + trozo
            if fin := FIN_DE_DATOS.search(cola):
                return cola[fin.end() :] + hoja.read(MEGA)
    return b""


def _decodificar(crudo: bytes, cabeza: bytes) -> str:
    """Text of a CSV, in UTF-8, in UTF-16 with its mark, or as Windows writes it here."""
    for marca, codigo in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if crudo.startswith(marca):
            with _ilegible():
                return crudo.decode(codigo)
    if b"\0" in crudo or cabeza.lstrip().startswith((b"<", b"%PDF", ZIP)):
        raise LibroIlegible("Se llama «.csv», pero por dentro no es texto separado por comas. Súbalo como es.")
    try:
        return crudo.decode("utf-8")
    except UnicodeDecodeError:
        return crudo.decode("cp1252", errors="replace")
