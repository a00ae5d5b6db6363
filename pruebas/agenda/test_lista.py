"""The attendance list as a document and as a workbook."""

import shutil
import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from asiste.agenda import acciones
from asiste.agenda.lista.documento import lista_en_pdf
from asiste.agenda.lista.libro import lista_en_excel
from asiste.agenda.lista.resumen import nombre_de_la_lista, resumen_de_asistencia
from asiste.agenda.models import Asistencia, Sesion
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db


@pytest.fixture
def sesion() -> Sesion:
    """One came by the code, one was written down, and one after the end; another was a mistake."""
    laura = fabricas.funcionario("stdi")
    sesion = fabricas_agenda.sesion(dirige=laura)
    fabricas_asistencia.asistencia(sesion, nombre="Jairo Castellanos", correo="jairo@sdh.gov.co", cargo="Jefe")
    sobra = fabricas_asistencia.asistencia(sesion, nombre="Equivocado")
    acciones.retirar_asistencia(asistencia=sobra, motivo="Error", autor=laura.usuario, ahora=MANANA)
    for nombre, cuando in (("Óscar Cubillos", MANANA), ("=Formula()", sesion.termina + timedelta(hours=1))):
        persona = fabricas_asistencia.persona(nombre=nombre, correo="", entidad=None, entidad_nombre="Universidad")
        acciones.anotar_asistencia(
            sesion=sesion, persona=persona, motivo="Sin teléfono", autor=laura.usuario, ahora=cuando
        )
    return sesion


def texto(pdf: bytes) -> str:
    hojas = "\n".join(pagina.extract_text() for pagina in PdfReader(BytesIO(pdf)).pages)
    return " ".join(hojas.split())


def herramienta(orden: str, *argumentos: str | Path) -> str:
    if shutil.which(orden) is None:
        pytest.skip(f"no hay {orden}")
    return subprocess.run([orden, *argumentos], check=True, capture_output=True, text=True).stdout


def filas(sesion: Sesion) -> list[tuple[Any, ...]]:
    with lista_en_excel(sesion) as archivo:
        return list(load_workbook(archivo, read_only=True)["Asistencia"].iter_rows(values_only=True))


@pytest.fixture
def pdf(sesion: Sesion, tmp_path: Path) -> Path:
    """The document on disk."""
    ruta = tmp_path / nombre_de_la_lista(sesion, "pdf")
    ruta.write_bytes(lista_en_pdf(sesion, ahora=MANANA))
    return ruta


def test_el_nombre_dice_que_es_y_de_cuando(sesion: Sesion) -> None:
    assert nombre_de_la_lista(sesion, "xlsx") == "asistencia-2026-11-20-mapa-de-procesos.xlsx"


def test_el_documento_es_archivable_y_accesible(pdf: Path) -> None:
    metadatos = pdf.read_bytes().decode("latin-1")
    normas = ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<rdf:li>es-CO<")
    assert [norma for norma in normas if norma not in metadatos] == []


def test_qpdf_no_le_encuentra_faltas(pdf: Path) -> None:
    assert "No syntax or stream encoding errors found" in herramienta("qpdf", "--check", pdf)


def test_pdfinfo_lo_ve_con_titulo_y_etiquetado(pdf: Path) -> None:
    datos = dict(linea.split(":", 1) for linea in herramienta("pdfinfo", pdf).splitlines() if ":" in linea)
    assert (datos["Title"].strip(), datos["Tagged"].strip()) == ("Lista de asistencia: Mapa de procesos", "yes")


def test_la_lista_marca_lo_anotado_a_mano_y_lo_posterior(pdf: Path) -> None:
    escrito = texto(pdf.read_bytes())
    esperado = [
        "1 Jairo Castellanos",
        "10:00 Código en la sala",
        "10:00 Anotada por el equipo *",
        "– Anotada después *",
        "Óscar Cubillos: anotada por el equipo, por Laura Ortiz, el viernes 20 de noviembre de 2026 a las 10:00.",
        "Motivo: Sin teléfono",
        "Ley 1581 de 2012",
    ]
    assert [frase for frase in esperado if frase not in escrito] == []
    assert "Equivocado" not in escrito


def test_lo_que_ven_las_entidades_va_sin_correos(sesion: Sesion) -> None:
    con, sin = (texto(lista_en_pdf(sesion, ahora=MANANA, con_correos=valor)) for valor in (True, False))
    assert ("jairo@sdh.gov.co" in con, "jairo@sdh.gov.co" in sin, "Jairo Castellanos" in sin) == (True, False, True)


def test_el_libro_trae_una_fila_por_persona_y_nada_que_se_ejecute(sesion: Sesion) -> None:
    titulos, *personas = filas(sesion)
    assert titulos[:7] == ("Nombre", "Entidad", "Cargo", "Correo", "Teléfono", "Llegada", "Cómo se registró")
    assert [(fila[0], fila[6]) for fila in personas] == [
        ("Jairo Castellanos", "Código en la sala"),
        ("Óscar Cubillos", "Anotada por el equipo"),
        ("'=Formula()", "Anotada después"),
    ]


def test_el_resumen_cuenta_personas_y_entidades(sesion: Sesion) -> None:
    fabricas_asistencia.asistencia(sesion, entidad=fabricas.entidad("sda"), medio=Asistencia.Medio.ENLACE)
    cortos = [fabricas.entidad(clave).corto for clave in ("sda", "sdh")]
    assert resumen_de_asistencia(sesion) == f"Asistieron 4 personas de 2 entidades: {cortos[0]}, {cortos[1]}."
