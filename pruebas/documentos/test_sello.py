"""The seal, checked by our own code and by programs of others."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from pytest_django import Settings

from asiste.documentos.autoridad_de_prueba import certificado_de_prueba
from asiste.documentos.certificados import fabricar
from asiste.documentos.pdf import componer
from asiste.documentos.sello import SelloImposible, leer_sello, sellar
from pruebas.fabricas import AHORA


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """The clock stopped at the moment of the factories."""
    with time_machine.travel(AHORA, tick=False):
        yield


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """A document of ours, not sealed."""
    vacio = {"asunto": "Mapa de procesos", "quien": "", "corte": "", "piezas": [], "faltan": [], "notas": []}
    return componer("indice", {"titulo": "Índice", **vacio}, fecha=date(2026, 11, 19))


@pytest.fixture(scope="module")
def sellado(pdf: bytes) -> bytes:
    """The same, sealed with the certificate of trial."""
    with time_machine.travel(AHORA, tick=False):
        return sellar(pdf, motivo="Prueba", ahora=AHORA)


def correr(carpeta: Path, pdf: bytes, *orden: str) -> str:
    if not shutil.which(orden[0]):
        pytest.skip(f"no hay {orden[0]} (en Debian, paquetes poppler-utils y qpdf)")
    ruta = carpeta / "documento.pdf"
    ruta.write_bytes(pdf)
    return subprocess.run([*orden, str(ruta)], capture_output=True, text=True, check=False).stdout


def test_lo_sellado_empieza_por_los_mismos_bytes(pdf: bytes, sellado: bytes) -> None:
    assert sellado[: len(pdf)] == pdf


def test_el_sello_dice_quien_y_cuando(sellado: bytes) -> None:
    sello = leer_sello(sellado)
    assert sello is not None
    assert (sello.titular, sello.momento, sello.integro, sello.de_prueba) == (
        "Asiste · certificado de prueba",
        AHORA.astimezone(UTC),
        True,
        True,
    )


def test_un_byte_cambiado_se_nota(sellado: bytes, pdf: bytes) -> None:
    lugar = len(pdf) // 2
    cambiado = sellado[:lugar] + bytes([sellado[lugar] ^ 1]) + sellado[lugar + 1 :]
    sello = leer_sello(cambiado)
    assert sello is None or not sello.integro


def test_lo_agregado_despues_del_sello_se_nota(sellado: bytes) -> None:
    sello = leer_sello(sellado + b"\n% algo mas\n")
    assert sello is not None
    assert not sello.integro


def test_sin_sello_no_se_inventa_uno(pdf: bytes) -> None:
    assert leer_sello(pdf) is None


@pytest.mark.parametrize("contenido", [b"", b"hola", b"%PDF-1.7\nroto"])
def test_lo_que_no_es_un_pdf_no_tiene_sello(contenido: bytes) -> None:
    assert leer_sello(contenido) is None


def test_pdfsig_lo_da_por_valido(tmp_path: Path, sellado: bytes) -> None:
    dice = correr(tmp_path, sellado, "pdfsig", "-nocert")
    esperado = ("Signature Validation: Signature is Valid.", "Total document signed", "ETSI.CAdES.detached")
    assert [frase for frase in esperado if frase not in dice] == []


def test_pdfsig_nota_un_byte_cambiado(tmp_path: Path, sellado: bytes) -> None:
    lugar = sellado.index(b"(Sello)") + 1
    cambiado = sellado[:lugar] + b"T" + sellado[lugar + 1 :]
    assert "Signature Validation: Digest Mismatch." in correr(tmp_path, cambiado, "pdfsig", "-nocert")


def test_qpdf_lo_da_por_bueno(tmp_path: Path, sellado: bytes) -> None:
    assert "No syntax or stream encoding errors found" in correr(tmp_path, sellado, "qpdf", "--check")


def test_pdfinfo_dice_que_sigue_siendo_archivable_y_accesible(tmp_path: Path, sellado: bytes) -> None:
    metadatos = correr(tmp_path, sellado, "pdfinfo", "-meta")
    normas = ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<")
    assert [norma for norma in normas if norma not in metadatos] == []
    assert "Tagged:          yes" in correr(tmp_path, sellado, "pdfinfo")


def certificado(carpeta: Path, ajustes: Settings, desde: datetime, hasta: datetime) -> None:
    contenido, _ = fabricar(titular="Secretaría General", clave=b"clave", desde=desde, hasta=hasta)
    (carpeta / "sello.p12").write_bytes(contenido)
    ajustes.SELLO_CERTIFICADO, ajustes.SELLO_CLAVE = str(carpeta / "sello.p12"), "clave"


def test_con_el_certificado_de_la_institucion_no_es_de_prueba(tmp_path: Path, settings: Settings, pdf: bytes) -> None:
    certificado(tmp_path, settings, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    sello = leer_sello(sellar(pdf, motivo="Prueba", ahora=AHORA))
    assert sello is not None
    assert (sello.titular, sello.de_prueba) == ("Secretaría General", False)


def test_con_un_certificado_vencido_no_se_sella(tmp_path: Path, settings: Settings, pdf: bytes) -> None:
    certificado(tmp_path, settings, datetime(2024, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC))
    with pytest.raises(SelloImposible, match=r"^El certificado del sello venció el 02/01/2026: instale el nuevo\.$"):
        sellar(pdf, motivo="Prueba", ahora=AHORA)


def test_con_un_certificado_que_aun_no_sirve_no_se_sella(tmp_path: Path, settings: Settings, pdf: bytes) -> None:
    certificado(tmp_path, settings, datetime(2027, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC))
    with pytest.raises(SelloImposible, match="solo sirve desde el 01/01/2027"):
        sellar(pdf, motivo="Prueba", ahora=AHORA)


def test_con_otra_clave_no_se_sella(tmp_path: Path, settings: Settings, pdf: bytes) -> None:
    certificado(tmp_path, settings, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    settings.SELLO_CLAVE = "otra"
    with pytest.raises(SelloImposible, match="revise el archivo y su clave"):
        sellar(pdf, motivo="Prueba", ahora=AHORA)


def test_sin_el_archivo_del_certificado_no_se_sella(settings: Settings, pdf: bytes) -> None:
    settings.SELLO_CERTIFICADO = "no-existe.p12"
    with pytest.raises(SelloImposible, match="No se encuentra el archivo"):
        sellar(pdf, motivo="Prueba", ahora=AHORA)


def test_una_instalacion_real_sin_certificado_no_sella(settings: Settings, pdf: bytes) -> None:
    settings.SELLO_DE_PRUEBA = False
    with pytest.raises(SelloImposible, match="No hay certificado para sellar"):
        sellar(pdf, motivo="Prueba", ahora=AHORA)


def test_el_certificado_de_prueba_se_hace_una_sola_vez(tmp_path: Path) -> None:
    carpeta = tmp_path / "sello"
    assert certificado_de_prueba(carpeta) == certificado_de_prueba(carpeta)
    assert sorted(ruta.name for ruta in tmp_path.iterdir()) == ["sello"]


def test_solo_su_dueno_lee_el_certificado_de_prueba(tmp_path: Path) -> None:
    certificado_de_prueba(tmp_path / "sello")
    permisos = {ruta.name: oct(ruta.stat().st_mode & 0o777) for ruta in (tmp_path / "sello").iterdir()}
    assert permisos == {"sello.p12": "0o600", "clave": "0o600", "autoridad.pem": "0o600"}
