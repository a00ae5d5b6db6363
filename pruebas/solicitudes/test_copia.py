"""The whole case as a ZIP, looked at with other people's tools."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import IO
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from pypdf import PdfReader, PdfWriter

from asiste.solicitudes import acciones
from asiste.solicitudes.acciones.base import actuar
from asiste.solicitudes.copia.paquete import HOJA, HUELLAS, INDICE, escribir_copia
from asiste.solicitudes.copia.piezas import CABEN, LARGO, Pieza, nombre_seguro
from asiste.solicitudes.models import Actuacion, Copia, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
HOY = fabricas.AHORA.date()
EML = b"From: a@b.co\r\nSubject: Pedido\r\n\r\nHola"


def pdf(paginas: int) -> bytes:
    """A PDF with so many pages."""
    escritor = PdfWriter()
    for _ in range(paginas):
        escritor.add_blank_page(width=100, height=100)
    with tempfile.TemporaryFile() as archivo:
        escritor.write(archivo)
        archivo.seek(0)
        return archivo.read()


@pytest.fixture
def caso() -> Solicitud:
    """A case with two pages of PDF, a program, an internal note and the answer."""
    anexos = [fabricas.archivo("acta: final.pdf", pdf(2)), fabricas.archivo("foto.pdf", b"MZ programa")]
    nueva = fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA, anexos=anexos)
    autor = fabricas.usuario()
    acciones.anotar(solicitud=nueva, texto="Ojo: es urgente.", autor=autor, ahora=fabricas.AHORA)
    return nueva


def extraer(archivo: IO[bytes], carpeta: Path) -> list[str]:
    """Takes everything out of a copy and gives the names in order."""
    with archivo, ZipFile(archivo) as copia:
        copia.extractall(carpeta)
        return sorted(copia.namelist())


@pytest.fixture
def copia(caso: Solicitud, tmp_path: Path) -> Path:
    """The folder of the copy of the team, with one mail."""
    correo = Pieza(caso.recibida_en, "correo-1", "Pedido.eml", "Correo como llegó", fabricas.archivo("", EML).archivo)
    extraer(escribir_copia(caso, hoy=HOY, para_entidad=False, correos=[correo]), tmp_path)
    return tmp_path


def texto(ruta: Path) -> str:
    return " ".join(" ".join(pagina.extract_text() for pagina in PdfReader(ruta).pages).split())


def corre(*orden: str | Path) -> str:
    """What another program says; without it the test is skipped."""
    if shutil.which(str(orden[0])) is None:
        pytest.skip(f"no está {orden[0]}")
    return subprocess.run(orden, check=True, capture_output=True, text=True).stdout


def test_lleva_indice_hoja_archivos_y_correos_en_orden(copia: Path) -> None:
    nombres = sorted(ruta.name for ruta in copia.iterdir() if ruta.is_file())
    assert nombres == [INDICE, HOJA, "02 acta- final.pdf", "03 Pedido.eml", HUELLAS]


def test_el_indice_dice_paginas_bytes_y_la_huella_de_cada_archivo(copia: Path) -> None:
    dicho = texto(copia / INDICE)
    contenido = (copia / "02 acta- final.pdf").read_bytes()
    huella = hashlib.sha256(contenido).hexdigest()
    bytes_ = f"{len(contenido):,}".replace(",", ".")
    assert re.search(rf"02 2026-11-19 10:00 acta- final\.pdf Radicada 2 {re.escape(bytes_)}", dicho)
    assert [mitad for mitad in (huella[:32], huella[32:]) if mitad not in dicho] == []


def test_el_indice_dice_los_bytes_de_la_hoja(copia: Path) -> None:
    tamano = f"{(copia / HOJA).stat().st_size:,}".replace(",", ".")
    assert re.search(rf"01 2026-11-19 Hoja del caso\.pdf Hoja del caso \d+ {re.escape(tamano)}", texto(copia / INDICE))


def test_lo_que_no_se_entrega_se_dice_en_el_indice(copia: Path) -> None:
    assert "foto.pdf Es un programa: se guarda, pero no se entrega." in texto(copia / INDICE)


def test_un_archivo_que_el_almacen_perdio_no_la_impide(caso: Solicitud, tmp_path: Path) -> None:
    perdido = caso.anexos.get(nombre="acta: final.pdf").archivo
    default_storage.delete(perdido.ruta)
    extraer(escribir_copia(caso, hoy=HOY, para_entidad=False), tmp_path)
    assert "No está en el almacén" in texto(tmp_path / INDICE)


def test_las_huellas_son_las_de_los_archivos(copia: Path) -> None:
    renglones = (copia / HUELLAS).read_text(encoding="utf-8").splitlines()
    for renglon in renglones:
        huella, nombre = renglon.split("  ")
        assert hashlib.sha256((copia / nombre).read_bytes()).hexdigest() == huella
    assert len(renglones) == 4


def test_la_hoja_cuenta_el_plazo_y_las_actuaciones(copia: Path) -> None:
    dicho = texto(copia / HOJA)
    datos = [
        "Plan de mejora de integridad",
        "viernes 20 de noviembre de 2026 por contar 1 Por contar",
        "Ojo: es urgente.",
        "02 acta",
    ]
    assert [dato for dato in datos if dato not in dicho] == []


def test_la_de_la_entidad_no_lleva_notas_internas(caso: Solicitud, tmp_path: Path) -> None:
    interna = fabricas.archivo("interno.pdf")
    actuar(solicitud=caso, tipo=Actuacion.Tipo.NOTA, ahora=fabricas.AHORA, anexos=[interna])
    nombres = extraer(escribir_copia(caso, hoy=HOY, para_entidad=True), tmp_path)
    assert nombres == [INDICE, HOJA, "02 acta- final.pdf", HUELLAS]
    assert "urgente" not in texto(tmp_path / HOJA)


def test_sin_cambios_da_los_mismos_bytes(caso: Solicitud) -> None:
    with (
        escribir_copia(caso, hoy=HOY, para_entidad=False) as una,
        escribir_copia(caso, hoy=HOY, para_entidad=False) as otra,
    ):
        assert una.read() == otra.read()


def test_la_de_un_caso_cerrado_no_cambia_con_los_dias(caso: Solicitud) -> None:
    cerrada = acciones.cerrar(solicitud=caso, autor=fabricas.usuario(), ahora=fabricas.AHORA)
    despues = HOY + timedelta(days=90)
    with (
        escribir_copia(cerrada, hoy=HOY, para_entidad=False) as una,
        escribir_copia(cerrada, hoy=despues, para_entidad=False) as otra,
    ):
        assert una.read() == otra.read()


def test_un_texto_larguisimo_va_entero_en_su_archivo(caso: Solicitud, tmp_path: Path) -> None:
    largo = "palabra\n" * CABEN
    acciones.anotar(solicitud=caso, texto=largo, autor=fabricas.usuario(), ahora=fabricas.AHORA + timedelta(hours=1))
    extraer(escribir_copia(caso, hoy=HOY, para_entidad=False), tmp_path)
    assert (tmp_path / "03 texto completo.txt").read_text(encoding="utf-8") == largo
    assert "[Sigue: el texto completo va en el archivo «03 texto completo.txt».]" in texto(tmp_path / HOJA)


def test_queda_constancia_de_quien_la_saco(caso: Solicitud) -> None:
    persona = fabricas.usuario()
    with acciones.sacar_copia(solicitud=caso, usuario=persona, para_entidad=True, ahora=fabricas.AHORA) as archivo:
        huella = hashlib.sha256(archivo.read()).hexdigest()
    assert list(Copia.objects.values_list("usuario", "huella")) == [(persona.pk, huella)]


@pytest.mark.parametrize(
    ("nombre", "seguro"),
    [
        ("../../etc/passwd", "-..-etc-passwd"),
        ("a\u202efdp.exe", "afdp.exe"),
        (" CON. ", "CON"),
        ("", "archivo"),
        ("x" * 300 + ".pdf", "x" * (LARGO - 4) + ".pdf"),
    ],
)
def test_los_nombres_son_seguros(nombre: str, seguro: str) -> None:
    assert nombre_seguro(nombre) == seguro


@pytest.mark.parametrize("cual", [INDICE, HOJA])
def test_qpdf_no_le_encuentra_faltas(copia: Path, cual: str) -> None:
    assert "No syntax or stream encoding errors found" in corre("qpdf", "--check", copia / cual)


@pytest.mark.parametrize("cual", [INDICE, HOJA])
def test_poppler_lo_ve_etiquetado_y_con_titulo(copia: Path, cual: str) -> None:
    datos = corre("pdfinfo", copia / cual)
    assert re.findall(r"^(?:Tagged|JavaScript|Encrypted): +(\S+)", datos, re.MULTILINE) == ["yes", "no", "no"]
    assert re.search(r"^Title: +\S", datos, re.MULTILINE)


def test_poppler_lee_las_huellas_del_indice(copia: Path) -> None:
    mitades = re.findall(r"\b[0-9a-f]{32}\b", corre("pdftotext", "-layout", copia / INDICE, "-"))
    assert len(mitades) == 2 * 3


def test_unzip_la_prueba_sin_faltas(caso: Solicitud, tmp_path: Path) -> None:
    ruta = tmp_path / "copia.zip"
    with escribir_copia(caso, hoy=HOY, para_entidad=False) as archivo:
        ruta.write_bytes(archivo.read())
    assert "No errors detected" in corre("unzip", "-t", ruta)
