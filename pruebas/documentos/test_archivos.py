import hashlib
import io
import os
import zipfile
from functools import partial
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from asiste.documentos.acciones import guardar_archivo, guardar_archivos
from asiste.documentos.models import Archivo
from asiste.documentos.tipos import tipo_real
from pruebas.arnes.hilos import a_la_vez

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"


def leer(archivo: Archivo) -> bytes:
    with archivo.abrir() as abierto:
        return bytes(abierto.read())


def en_disco() -> list[Path]:
    return [ruta for ruta in Path(default_storage.path("")).rglob("*") if ruta.is_file()]


@pytest.mark.django_db
def test_lo_guardado_se_lee_igual() -> None:
    archivo = guardar_archivo(contenido=PDF)
    assert (leer(archivo), archivo.tamano, archivo.huella) == (PDF, len(PDF), hashlib.sha256(PDF).hexdigest())


@pytest.mark.django_db
def test_el_mismo_contenido_se_guarda_una_vez() -> None:
    assert guardar_archivo(contenido=PDF) == guardar_archivo(contenido=PDF)
    assert (Archivo.objects.count(), len(en_disco())) == (1, 1)


@pytest.mark.django_db
def test_dos_contenidos_son_dos_archivos() -> None:
    guardar_archivo(contenido=PDF)
    guardar_archivo(contenido=PDF + b" ")
    assert (Archivo.objects.count(), len(en_disco())) == (2, 2)


@pytest.mark.django_db
def test_varios_se_guardan_juntos_y_se_devuelven_en_su_orden() -> None:
    conocido = guardar_archivo(contenido=PDF)
    archivos = guardar_archivos(contenidos=[b"uno", PDF, b"dos", b"uno"])
    assert [leer(archivo) for archivo in archivos] == [b"uno", PDF, b"dos", b"uno"]
    assert (archivos[1], archivos[3], len(en_disco())) == (conocido, archivos[0], 3)


def test_varios_a_la_vez_en_otro_orden_no_se_estorban(base_real: str) -> None:
    contenidos = [os.urandom(100) for _ in range(40)]
    ordenes = [contenidos, contenidos[::-1]] * 3
    resultados = a_la_vez([partial(guardar_archivos, contenidos=orden) for orden in ordenes])
    assert [[leer(archivo) for archivo in archivos] for archivos in resultados] == ordenes
    assert Archivo.objects.count() == 40


def test_el_mismo_contenido_a_la_vez_se_guarda_una_vez(base_real: str) -> None:
    contenido = os.urandom(300_000)
    archivos = a_la_vez([partial(guardar_archivo, contenido=contenido) for _ in range(8)])
    assert ({archivo.pk for archivo in archivos}, len(en_disco())) == ({Archivo.objects.get().pk}, 1)
    assert leer(archivos[0]) == contenido


@pytest.mark.django_db
def test_un_archivo_vacio_tambien_se_guarda() -> None:
    archivo = guardar_archivo(contenido=b"")
    assert (leer(archivo), archivo.tamano, archivo.tipo) == (b"", 0, "application/octet-stream")


@pytest.mark.django_db
def test_si_la_escritura_se_corta_no_queda_medio_archivo(monkeypatch: pytest.MonkeyPatch) -> None:
    def cortar(_: int) -> None:
        raise OSError("se acabó el disco")

    with monkeypatch.context() as parche:
        parche.setattr("asiste.documentos.almacen.os.fsync", cortar)
        with pytest.raises(OSError, match="se acabó el disco"):
            guardar_archivo(contenido=PDF)
    assert Archivo.objects.count() == 0
    assert leer(guardar_archivo(contenido=PDF)) == PDF


@pytest.mark.django_db
def test_escribir_de_nuevo_lo_mismo_no_cambia_el_nombre() -> None:
    nombres = [default_storage.save("ab/abcd", ContentFile(b"x")) for _ in range(2)]
    assert (nombres, len(en_disco())) == (["ab/abcd", "ab/abcd"], 1)


@pytest.mark.django_db
def test_si_el_archivo_se_perdio_del_disco_se_vuelve_a_escribir() -> None:
    guardar_archivo(contenido=PDF)
    for ruta in en_disco():
        ruta.unlink()
    assert leer(guardar_archivo(contenido=PDF)) == PDF


def comprimido(*nombres: str) -> bytes:
    """A ZIP file with those files, written as who can't go back does: the way of many office programs."""
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w", zipfile.ZIP_DEFLATED) as carpeta:
        for nombre in nombres:
            carpeta.writestr(nombre, "hola")
    contenido = bytearray(memoria.getvalue())
    contenido[4:8] = b"\x14\x00\x08\x00"
    return bytes(contenido)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("contenido", "tipo", "ejecutable"),
    [
        (PDF, "application/pdf", False),
        (b"MZ\x90\x00\x03", "application/x-dosexec", True),  # «informe.pdf» from a stranger
        (b"\x7fELF\x02\x01\x01", "application/x-executable", True),
        (b"#!/bin/sh\nrm -rf /\n", "text/x-shellscript", True),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png", False),
        (comprimido("a.txt"), "application/zip", False),
        (comprimido("[Content_Types].xml", "word/document.xml"), WORD, False),
        (comprimido("[Content_Types].xml", "xl/workbook.xml"), EXCEL, False),
        (comprimido("META-INF/MANIFEST.MF", "Hola.class"), "application/java-archive", True),
        (b"PK\x03\x04 roto", "application/zip", False),
        (b"\xcf\xfa\xed\xfe\x07", "application/x-mach-binary", True),
        (b"Received:\r\n from mx", "message/rfc822", False),
        (b"From: ana@shd.gov.co\n", "message/rfc822", False),
        (b"Windows 11 no abre el formato", "application/octet-stream", False),
        (b"hola, buen dia", "application/octet-stream", False),
        (b"", "application/octet-stream", False),
    ],
)
def test_el_tipo_lo_dice_el_contenido(contenido: bytes, tipo: str, ejecutable: bool) -> None:
    archivo = Archivo(tipo=tipo_real(contenido))
    assert (archivo.tipo, archivo.ejecutable) == (tipo, ejecutable)


@pytest.mark.django_db
def test_el_nombre_en_disco_es_la_huella_y_nada_mas() -> None:
    archivo = guardar_archivo(contenido=PDF)
    assert [ruta.name for ruta in en_disco()] == [archivo.huella]
