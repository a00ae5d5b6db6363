"""Files of strangers: what is read of them, and why some are not."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from asiste.solicitudes.importacion.columnas import Campo, adivinar, buscar_cabecera
from asiste.solicitudes.importacion.libro import MEGA, LibroIlegible, abrir
from pruebas import libros

CSV = "Fecha de recepción;Entidad;Tema;Fecha de atención\n12/03/2025;Secretaría de Educación;Integridad;20/03/2025\n"


def filas(contenido: bytes, nombre: str = "base.xlsx") -> list[list[Any]]:
    """Cells of the first sheet, without the empty ones at the end."""
    libro = abrir(io.BytesIO(contenido), nombre)
    return [recortada(celdas) for _, celdas in libro.filas(libro.hojas[0])]


def recortada(celdas: list[Any]) -> list[Any]:
    """Without what is empty at the end."""
    while celdas and celdas[-1] is None:
        celdas.pop()
    return celdas


def rechazo(contenido: bytes, nombre: str) -> str:
    """What is said of a file that is not read."""
    with pytest.raises(LibroIlegible) as caso:
        buscar_cabecera(abrir(io.BytesIO(contenido), nombre))
    return str(caso.value)


def test_las_celdas_combinadas_hacia_abajo_repiten_su_valor() -> None:
    libro = Workbook()
    hoja = libro.active
    assert hoja is not None
    for celdas in (["Título", None], ["SDH", 1], [None, 2], [None, 3], ["SED", 4]):
        hoja.append(celdas)
    hoja.merge_cells("A2:A4")
    hoja.merge_cells("A1:B1")
    assert filas(libros.guardado(libro)) == [["Título"], ["SDH", 1], ["SDH", 2], ["SDH", 3], ["SED", 4]]


def test_una_formula_vale_lo_que_valia() -> None:
    con_formula = libros.excel(["=1+1"], titulos=["Suma"])
    calculado = libros.cambiado(
        con_formula, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v></v>", b"<v>2</v>")
    )
    assert filas(calculado) == [["Suma"], [2]]


def test_las_hojas_ocultas_no_se_ofrecen() -> None:
    libro = Workbook()
    libro.create_sheet("Listas").sheet_state = "hidden"
    assert abrir(io.BytesIO(libros.guardado(libro)), "a.xlsx").hojas == ["Sheet"]


@pytest.mark.parametrize(
    ("crudo", "codigo"), [(CSV, "cp1252"), (CSV, "utf-8"), (CSV, "utf-8-sig"), (CSV, "utf-16"), (CSV, "latin-1")]
)
def test_un_csv_se_lee_como_lo_escriba_windows(crudo: str, codigo: str) -> None:
    leidas = filas(crudo.encode(codigo), "base.csv")
    assert [fila[1] for fila in leidas] == ["Entidad", "Secretaría de Educación"]


@pytest.mark.parametrize("separador", [";", ",", "\t", "|"])
def test_el_separador_se_adivina(separador: str) -> None:
    leidas = filas(CSV.replace(";", separador).encode(), "base.csv")
    assert [len(fila) for fila in leidas] == [4, 4]


def test_un_renglon_de_csv_puede_tener_saltos_entre_comillas() -> None:
    assert filas(b'Tema,Asunto\nIntegridad,"uno, dos\ny tres"\n', "a.csv")[1] == ["Integridad", "uno, dos\ny tres"]


@pytest.mark.parametrize(
    ("contenido", "nombre", "dice"),
    [
        (b"\xd0\xcf\x11\xe0 viejo", "base.xls", "formato antiguo"),
        (b"\xd0\xcf\x11\xe0 cifrado", "base.xlsx", "contraseña"),
        (b"<html><table><tr><td>Fecha</td></tr></table></html>", "base.xls", "no es un libro de Excel"),
        (b"<html><table></table></html>", "base.csv", "no es texto separado por comas"),
        (CSV.encode(), "base.xlsx", "no es un libro de Excel"),
        (b"%PDF-1.7", "base.csv", "no es texto separado por comas"),
        (b"a\0b;c", "base.csv", "no es texto separado por comas"),
        (b"PK\x03\x04 nada", "base.xlsx", "dañado"),
        (b"MZ", "base.exe", "Solo se reciben"),
        (b"", "base.xlsx", "no es un libro de Excel"),
    ],
)
def test_lo_que_no_es_un_libro_se_dice(contenido: bytes, nombre: str, dice: str) -> None:
    assert dice in rechazo(contenido, nombre)


def test_un_libro_que_se_llama_csv_no_se_lee() -> None:
    assert "no es texto" in rechazo(libros.excel(libros.fila()), "base.csv")


def test_un_zip_cualquiera_no_es_un_libro() -> None:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w") as comprimido:
        comprimido.writestr("carta.txt", "Hola")
    assert "no es un libro de Excel" in rechazo(salida.getvalue(), "base.xlsx")


@pytest.mark.parametrize(
    ("parte", "cuanto"), [("xl/worksheets/sheet1.xml", 121), ("xl/sharedStrings.xml", 41), ("xl/styles.xml", 9)]
)
def test_una_bomba_no_se_abre(parte: str, cuanto: int) -> None:
    bomba = libros.cambiado(libros.excel(libros.fila()), parte, lambda xml: xml + b" " * (cuanto * MEGA))
    assert len(bomba) < MEGA
    assert "ocupa demasiado" in rechazo(bomba, "base.xlsx")


def test_un_libro_roto_por_dentro_se_dice() -> None:
    roto = libros.cambiado(libros.excel(libros.fila()), "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    assert "dañado" in rechazo(roto, "base.xlsx")


def test_las_entidades_de_xml_no_se_multiplican() -> None:
    bomba = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ja">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 30) for n in range(8)
    )
    hostil = libros.cambiado(
        libros.excel(libros.fila()), "xl/workbook.xml", lambda xml: bomba + b"]><workbook>&i;</workbook>"
    )
    assert "dañado" in rechazo(hostil, "base.xlsx")


def test_los_titulos_se_buscan_bajo_lo_que_hay_encima() -> None:
    contenido = libros.excel(libros.fila(), antes=[["ALCALDÍA MAYOR DE BOGOTÁ"], [], ["Base de asistencias 2025"]])
    cabecera = buscar_cabecera(abrir(io.BytesIO(contenido), "a.xlsx"))
    assert (cabecera.hoja, cabecera.fila, cabecera.titulos) == ("2025", 4, list(libros.TITULOS))
    assert cabecera.columnas[0].muestras == ("1-2025-386",)


def test_se_elige_la_hoja_que_parece_una_base() -> None:
    libro = Workbook()
    portada = libro.active
    assert portada is not None
    portada.append(["Instrucciones"])
    libro.create_sheet("Base").append(list(libros.MINIMOS))
    assert buscar_cabecera(abrir(io.BytesIO(libros.guardado(libro)), "a.xlsx")).hoja == "Base"


def test_se_ve_la_hoja_y_la_fila_que_se_piden() -> None:
    abierto = abrir(io.BytesIO(libros.excel(libros.fila(), antes=[["Uno", "Dos"]])), "a.xlsx")
    assert buscar_cabecera(abierto, "2025", 1).titulos == ["Uno", "Dos", *[""] * 5]


@pytest.mark.parametrize(
    ("titulo", "campo"),
    [
        ("Fecha de recepción", Campo.RECIBIDA),
        ("FECHA RADICADO", Campo.RECIBIDA),
        ("Fecha  de la atención efectiva", None),
        ("Fecha de atención (dd/mm/aaaa)", Campo.ATENDIDA),
        ("Correo del solicitante", Campo.CORREO),
        ("Nombre del solicitante", Campo.SOLICITANTE),
        ("Entidad Solicitante", Campo.ENTIDAD),
        ("Temática", Campo.TEMA),
        ("N.º radicado SIGA", Campo.NUMERO),
        ("Profesional asignado", Campo.ASESOR),
        ("Medio de recepción", Campo.CANAL),
        ("Item", None),
    ],
)
def test_cada_titulo_dice_que_es(titulo: str, campo: Campo | None) -> None:
    assert adivinar([titulo]).get(0) == campo


def test_ninguna_columna_se_propone_dos_veces() -> None:
    titulos = ["Entidad", "Entidad solicitante", "Fecha", "Fecha de recepción"]
    assert adivinar(titulos) == {1: Campo.ENTIDAD, 3: Campo.RECIBIDA}
