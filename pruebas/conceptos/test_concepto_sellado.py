"""The sealed concept, checked by programs of others and by anyone on the public page."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asiste.conceptos.models import Concepto
from asiste.documentos.models import Documento
from pruebas import fabricas_conceptos
from pruebas.conceptos import casos

pytestmark = pytest.mark.django_db


def documento_de(firmado: Concepto) -> Documento:
    assert firmado.documento is not None
    return firmado.documento


def bytes_de(firmado: Concepto) -> bytes:
    with documento_de(firmado).archivo.abrir() as abierto:
        return bytes(abierto.read())


def correr(carpeta: Path, pdf: bytes, *orden: str) -> str:
    if not shutil.which(orden[0]):
        pytest.skip(f"no hay {orden[0]} (en Debian, paquete poppler-utils)")
    ruta = carpeta / "concepto.pdf"
    ruta.write_bytes(pdf)
    return subprocess.run([*orden, str(ruta)], capture_output=True, text=True, check=False).stdout


def cambiado(pdf: bytes) -> bytes:
    lugar = pdf.index(b"(Sello)") + 1
    return pdf[:lugar] + b"T" + pdf[lugar + 1 :]


def verificar(pdf: bytes, vista: str = "verificar", *argumentos: str) -> str:
    archivo = SimpleUploadedFile("concepto.pdf", pdf)
    return Client().post(reverse(vista, args=argumentos), {"archivo": archivo}).content.decode()


@pytest.mark.disposicion("6.3-conceptos")
def test_pdfsig_da_por_valido_el_sello_de_todo_el_concepto(tmp_path: Path) -> None:
    dice = correr(tmp_path, bytes_de(casos.firmado()), "pdfsig", "-nocert")
    esperado = ("Signature Validation: Signature is Valid.", "Total document signed", "ETSI.CAdES.detached")
    assert [frase for frase in esperado if frase not in dice] == []


def test_pdfsig_nota_un_byte_cambiado(tmp_path: Path) -> None:
    dice = correr(tmp_path, cambiado(bytes_de(casos.firmado())), "pdfsig", "-nocert")
    assert "Signature Validation: Digest Mismatch." in dice


def test_sigue_siendo_archivable_y_accesible(tmp_path: Path) -> None:
    pdf = bytes_de(casos.firmado())
    metadatos = correr(tmp_path, pdf, "pdfinfo", "-meta")
    normas = ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<")
    assert [norma for norma in normas if norma not in metadatos] == []


def test_el_documento_dice_su_numero_su_codigo_y_quien_lo_firmo(tmp_path: Path) -> None:
    firmado = casos.firmado()
    correr(tmp_path, bytes_de(firmado), "pdftotext", "-layout")
    escrito = (tmp_path / "concepto.txt").read_text()
    dice = [firmado.numero, documento_de(firmado).codigo, "Andrés Molina", casos.ANALISIS[:30]]
    assert [parte for parte in dice if parte not in escrito] == []


def test_cualquiera_lo_comprueba_con_el_archivo() -> None:
    firmado = casos.firmado()
    pagina = verificar(bytes_de(firmado))
    assert ("Es el mismo documento, byte por byte" in pagina, f"Concepto {firmado.numero}" in pagina) == (True, True)


def test_con_un_byte_cambiado_no_coincide() -> None:
    firmado = casos.firmado()
    assert "No coincide" in verificar(cambiado(bytes_de(firmado)), "verificacion", documento_de(firmado).codigo)


def test_la_verificacion_dice_quien_firmo_y_no_entrega_lo_reservado() -> None:
    codigo = documento_de(casos.firmado()).codigo
    pagina = Client().get(reverse("verificacion", args=[codigo])).content.decode()
    mostrado = ["Andrés Molina" in pagina, "Contenido reservado" in pagina, "Descargar el PDF" in pagina]
    assert mostrado == [True, True, False]
    assert Client().get(reverse("documento-publico", args=[codigo])).status_code == 404


def test_lo_publicado_se_lee_en_el_banco() -> None:
    firmado = casos.firmado()
    publicacion = fabricas_conceptos.publicacion(numero=firmado.numero)
    Concepto.objects.filter(pk=firmado.pk).update(destino="publico", publicacion=publicacion)
    pagina = Client().get(reverse("verificacion", args=[documento_de(firmado).codigo])).content.decode()
    assert (reverse("publicacion", args=[publicacion.clave]) in pagina, "Contenido reservado" in pagina) == (
        True,
        False,
    )
