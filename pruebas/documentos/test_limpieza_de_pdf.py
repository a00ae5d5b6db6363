"""PDF without what it tells of who made it, checked with poppler."""

import subprocess
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link, Text
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from asiste.documentos.limpieza import NoSeLimpia, limpiar
from asiste.documentos.palabras import palabras_de
from asiste.documentos.pdf import componer
from asiste.documentos.sello import sellar
from pruebas import fabricas
from pruebas.documentos.fotos import jpeg

pytestmark = pytest.mark.disposicion("7.1.3-lineas-tecnicas")

ALERTA = TextStringObject("app.alert('hola')")
PROGRAMA = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): ALERTA})
JPEG, FLATE = NameObject("/DCTDecode"), NameObject("/FlateDecode")


def pdf(**cambios: Any) -> bytes:
    """A document of ours that somebody opened, filled with data of his own and saved."""
    datos = {
        "titulo": "Guía de compras",
        "direccion": "DDAB",
        "corte": "",
        "temas": [],
        "filas": [],
        "sin_asistencia": [],
    }
    escritor = PdfWriter(clone_from=BytesIO(componer("cobertura", datos, fecha=fabricas.AHORA.date())))
    escritor.add_metadata({"/Author": "Ana Ruiz", "/Creator": "Word de Ana", "/Company": "Hacienda"})
    escritor.add_attachment("cedula.txt", b"52345678")
    escritor.add_annotation(0, Text(rect=(50, 550, 200, 650), text="Nota de Ana"))
    escritor.add_annotation(0, Link(rect=(50, 550, 200, 650), url="https://bogota.gov.co"))
    escritor.root_object[NameObject("/OpenAction")] = PROGRAMA
    escritor._add_object(TextStringObject("lo que Ana borró"))
    for clave, valor in cambios.items():
        escritor.root_object[NameObject(f"/{clave}")] = valor
    salida = BytesIO()
    escritor.write(salida)
    return salida.getvalue()


def pdfinfo(contenido: bytes, carpeta: Path, *opciones: str) -> str:
    """What poppler tells of a document."""
    ruta = carpeta / "uno.pdf"
    ruta.write_bytes(contenido)
    return subprocess.run(["pdfinfo", *opciones, str(ruta)], capture_output=True, text=True, check=True).stdout


def test_pdfinfo_no_halla_quien_lo_hizo(tmp_path: Path) -> None:
    rotulos = {linea.split(":")[0] for linea in pdfinfo(limpiar(pdf()), tmp_path).splitlines()}
    de_mas = {"Title", "Author", "Creator", "Producer", "CreationDate", "ModDate", "Subject", "Keywords"}
    assert rotulos & de_mas == set()


def test_pdfinfo_no_halla_metadatos_ni_programas(tmp_path: Path) -> None:
    informe = pdfinfo(limpiar(pdf()), tmp_path)
    dice = dict(linea.split(":", 1) for linea in informe.splitlines())
    assert [dice[campo].strip() for campo in ("Custom Metadata", "Metadata Stream", "JavaScript")] == ["no"] * 3
    assert pdfinfo(limpiar(pdf()), tmp_path, "-meta").strip() == ""


def test_no_quedan_anexos_ni_notas_y_los_enlaces_si() -> None:
    lector = PdfReader(BytesIO(limpiar(pdf())))
    anotaciones: Any = lector.pages[0]["/Annots"]
    notas = [una.get_object()["/Subtype"] for una in anotaciones]
    assert (lector.attachments, notas) == ({}, ["/Link"])


def test_ningun_byte_nombra_a_quien_lo_hizo_ni_guarda_lo_borrado() -> None:
    limpio = limpiar(pdf())
    assert [limpio.count(dato) for dato in (b"Ana", b"Hacienda", b"cedula", b"app.alert", b"xmpmeta")] == [0] * 5


def test_lo_que_dice_queda_igual() -> None:
    assert palabras_de(BytesIO(limpiar(pdf()))) == palabras_de(BytesIO(pdf()))


def test_conserva_sus_rotulos_para_quien_no_ve(tmp_path: Path) -> None:
    assert "Tagged:          yes" in pdfinfo(limpiar(pdf()), tmp_path)


def test_un_enlace_que_corre_un_programa_no_queda() -> None:
    accion = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("calc.exe")})
    assert limpiar(pdf(OpenAction=accion)).count(b"calc.exe") == 0


@pytest.mark.parametrize("siguiente", ["/JavaScript", "/Launch"])
def test_lo_que_sigue_a_un_enlace_no_queda(siguiente: str) -> None:
    despues = DictionaryObject(
        {NameObject("/S"): NameObject(siguiente), NameObject("/F"): TextStringObject("calc.exe")}
    )
    escritor = PdfWriter(clone_from=BytesIO(pdf()))
    anotaciones: Any = escritor.pages[0]["/Annots"]
    enlace = next(una.get_object() for una in anotaciones if una.get_object()["/Subtype"] == "/Link")
    enlace["/A"][NameObject("/Next")] = escritor._add_object(despues)
    salida = BytesIO()
    escritor.write(salida)
    limpio = limpiar(salida.getvalue())
    enlaces: Any = PdfReader(BytesIO(limpio)).pages[0]["/Annots"]
    queda = enlaces[0].get_object()["/A"]
    assert (limpio.count(b"calc.exe"), "/Next" in queda, queda["/S"]) == (0, False, "/URI")


def test_un_formulario_xfa_no_queda() -> None:
    formulario = DictionaryObject({NameObject("/XFA"): TextStringObject("xdp con programas")})
    assert limpiar(pdf(AcroForm=formulario)).count(b"xdp con programas") == 0


def test_lo_que_un_rotulo_dice_de_su_aspecto_queda() -> None:
    aspecto = ArrayObject([DictionaryObject({NameObject("/O"): NameObject("/Layout")})])
    limpio = limpiar(pdf(Prueba=DictionaryObject({NameObject("/A"): aspecto})))
    rotulo: Any = PdfReader(BytesIO(limpio)).root_object["/Prueba"]
    assert rotulo == {"/A": [{"/O": "/Layout"}]}


@pytest.mark.parametrize("filtro", [JPEG, ArrayObject([JPEG]), ArrayObject([FLATE, JPEG])], ids=["uno", "lista", "dos"])
def test_las_fotos_de_adentro_no_dicen_donde_se_tomaron(filtro: NameObject | ArrayObject) -> None:
    foto, datos = StreamObject(), jpeg(exif=(1, b"GPS 4.598,-74.076"))
    foto._data = zlib.compress(datos) if FLATE in filtro else datos
    foto.update({NameObject("/Subtype"): NameObject("/Image"), NameObject("/Filter"): filtro})
    limpio = limpiar(pdf(Prueba=foto))
    assert (b"GPS" in limpio, jpeg()[-200:] in limpio) == (False, True)


def test_el_firmado_no_se_publica() -> None:
    firmado = sellar(pdf(), motivo="Prueba", ahora=fabricas.AHORA)
    with pytest.raises(NoSeLimpia, match="trae una firma electrónica"):
        limpiar(firmado)


def test_el_que_tiene_clave_no_se_publica() -> None:
    escritor = PdfWriter(clone_from=BytesIO(pdf()))
    escritor.encrypt("clave", algorithm="AES-256")
    salida = BytesIO()
    escritor.write(salida)
    with pytest.raises(NoSeLimpia, match="está protegido con clave"):
        limpiar(salida.getvalue())


@pytest.mark.parametrize("contenido", [b"%PDF-1.7", b"%PDF-1.7\nroto", pdf()[:900]], ids=["vacío", "roto", "cortado"])
def test_el_que_esta_roto_no_se_publica(contenido: bytes) -> None:
    with pytest.raises(NoSeLimpia, match="está dañado o incompleto"):
        limpiar(contenido)


def test_las_palabras_de_lo_que_no_es_un_pdf_son_ninguna() -> None:
    assert [palabras_de(BytesIO(uno)) for uno in (b"PK", b"", b"%PDF-1.7 roto")] == ["", "", ""]
