"""Files that go with a concept, however strange."""

from io import BytesIO

import pytest
from pypdf import PdfWriter

from asiste.conceptos.acciones.anexos import ANEXOS
from asiste.conceptos.models import Concepto
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db
PROGRAMA = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00"


@pytest.fixture
def concepto() -> Concepto:
    """A draft of the STDI."""
    return fabricas_conceptos.concepto(autor=fabricas.funcionario("stdi"))


def pdf_de(paginas: int) -> bytes:
    escritor, salida = PdfWriter(), BytesIO()
    for _ in range(paginas):
        escritor.add_blank_page(612, 792)
    escritor.write(salida)
    return salida.getvalue()


def test_un_anexo_de_doscientas_paginas_entra_y_se_cuentan(concepto: Concepto) -> None:
    fabricas_conceptos.anexar(concepto, fabricas.archivo("tabla.pdf", pdf_de(200)), fabricas.archivo("n.txt", b"hola"))
    anexos = concepto.anexos.order_by("id")
    assert list(anexos.values_list("nombre", "paginas")) == [("tabla.pdf", 200), ("n.txt", None)]


def test_un_programa_no_deja_entrar_ninguno(concepto: Concepto) -> None:
    malo = fabricas.archivo("acta.pdf", PROGRAMA)
    with pytest.raises(ReglaIncumplida, match=r"^«acta\.pdf» es un programa: no se agregó ningún archivo\.$"):
        fabricas_conceptos.anexar(concepto, fabricas.archivo(), malo)
    assert concepto.anexos.count() == 0


def test_el_mismo_archivo_no_entra_dos_veces(concepto: Concepto) -> None:
    with pytest.raises(ReglaIncumplida, match=r"«copia\.pdf» ya es un anexo"):
        fabricas_conceptos.anexar(concepto, fabricas.archivo(), fabricas.archivo("copia.pdf"))


def test_hay_un_tope(concepto: Concepto) -> None:
    muchos = [fabricas.archivo(f"{n}.txt", bytes([n])) for n in range(ANEXOS + 1)]
    with pytest.raises(ReglaIncumplida, match="Caben 20 anexos"):
        fabricas_conceptos.anexar(concepto, *muchos)


def test_enviado_ya_no_se_le_agrega_ni_se_le_quita(concepto: Concepto) -> None:
    Concepto.objects.filter(pk=concepto.pk).update(estado=Concepto.Estado.REVISION)
    with pytest.raises(ReglaIncumplida, match="Ya no se escribe"):
        fabricas_conceptos.anexar(concepto, fabricas.archivo())
