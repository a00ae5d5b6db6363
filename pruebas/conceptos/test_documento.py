"""The concept as a document."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from asiste.conceptos.acciones.formatos import guardar_formato
from asiste.conceptos.contenido import contenido_de
from asiste.conceptos.documento import componer_concepto
from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.documentos.models import Firmante
from pruebas import fabricas, fabricas_conceptos
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
RICO = (
    "<h4>Hallado</h4><p>Va <strong>negrita</strong>, <em>cursiva</em> y <a href='https://a.co'>enlace</a>.</p>"
    "<ol start=3><li>Tercero<ul><li>Dentro</li></ul></li></ol><blockquote><p>Citado</p></blockquote>"
    "<table><tr><th>Proceso</th><th>Estado</th></tr><tr><td rowspan=2>Uno</td><td><h3>Listo</h3></td></tr>"
    "<tr><td>Otro</td></tr></table>"
)


@pytest.fixture
def concepto() -> Concepto:
    """Written, of the archive."""
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    guardar_formato(dependencia=fabricas.dependencia("ddab"), codigo="FT-01", version="02", textos={})
    escrito = fabricas_conceptos.concepto(autor=diana, analisis=RICO, conclusiones="<p>#panic($x$) *no*</p>")
    fabricas_conceptos.anexar(escrito, fabricas.archivo("cuadro.pdf"))
    return Concepto.objects.completos().get(pk=escrito.pk)


def compuesto(concepto: Concepto, *, numero: str = "", firmante: Funcionario | None = None, codigo: str = "") -> bytes:
    return componer_concepto(
        concepto=concepto,
        contenido=contenido_de(concepto),
        codigo=codigo,
        numero=numero,
        firmante=Firmante(str(firmante), firmante.cargo, AHORA) if firmante else None,
        ahora=AHORA,
    )


def texto(pdf: bytes) -> str:
    return " ".join(" ".join(pagina.extract_text() for pagina in PdfReader(BytesIO(pdf)).pages).split())


def test_dice_que_es_archivable_y_accesible(concepto: Concepto) -> None:
    metadatos = compuesto(concepto).decode("latin-1")
    normas = ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<rdf:li>es-CO<")
    assert [norma for norma in normas if norma not in metadatos] == []


@pytest.mark.disposicion("6.3-conceptos")
def test_trae_todos_sus_datos(concepto: Concepto) -> None:
    jefa = fabricas.funcionario("ddab", nombre="Hernán Vélez", rol=Rol.DIRECCION)
    dice = texto(compuesto(concepto, numero="C-DDAB-2026-7", firmante=jefa, codigo="K7QM-2XVB-9RTD"))
    esperado = [
        *("C-DDAB-2026-7", "Código FT-01 · Versión 02", concepto.solicitud.radicado, "Plan de mejora de integridad"),
        *("Antecedentes", "Análisis técnico", "Conclusiones", "artículo 28 de la Ley 1437 de 2011", "cuadro.pdf"),
        *("Proyectó", "Diana Pérez", "Aprobó y firmó", "Hernán Vélez", "K7QM-2XVB-9RTD", "negrita", "Citado", "Listo"),
    ]
    assert [uno for uno in esperado if uno not in dice] == []


def test_lo_escrito_no_es_programa(concepto: Concepto) -> None:
    assert "#panic($x$) *no*" in texto(compuesto(concepto))


def test_sin_firmar_lo_dice_y_no_trae_codigo(concepto: Concepto) -> None:
    dice = texto(compuesto(concepto))
    assert ("Proyecto sin firmar: no es un concepto emitido." in dice, "verificación:" in dice) == (True, False)


def test_firmado_no_dice_que_falta_firma(concepto: Concepto) -> None:
    jefa = fabricas.funcionario("ddab", rol=Rol.DIRECCION)
    assert "sin firmar" not in texto(compuesto(concepto, numero="C-1", firmante=jefa, codigo="K7QM-2XVB-9RTD"))


def test_los_enlaces_llevan_a_su_sitio(concepto: Concepto) -> None:
    assert b"https://a.co" in compuesto(concepto)


def test_el_mismo_contenido_da_los_mismos_bytes(concepto: Concepto) -> None:
    assert compuesto(concepto) == compuesto(concepto)


def test_cada_titulo_sigue_al_de_arriba_sin_saltos(concepto: Concepto) -> None:
    fabricas_conceptos.escribir(concepto, concepto.proyecta, "marco", "<h6>Hondo</h6><h1>Alto</h1><h6>Hondo</h6>")
    assert "Hondo" in texto(compuesto(concepto))


def test_qpdf_no_le_encuentra_faltas(concepto: Concepto, tmp_path: Path) -> None:
    if not shutil.which("qpdf"):
        pytest.skip("no hay qpdf (en Debian, paquete qpdf)")
    ruta = tmp_path / "concepto.pdf"
    ruta.write_bytes(compuesto(concepto))
    salida = subprocess.run(["qpdf", "--check", str(ruta)], capture_output=True, text=True, check=True).stdout
    assert "No syntax or stream encoding errors found" in salida
