"""Archivable documents."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from asiste.documentos.paginas import contar_paginas
from asiste.documentos.pdf import LEGIBLES, PlantillaInvalida, componer, legible

FECHA = date(2026, 11, 19)


def indice(**cambios: object) -> bytes:
    datos: dict[str, object] = {"titulo": "Índice", "asunto": "", "quien": "", "corte": "", "piezas": [], "faltan": []}
    return componer("indice", datos | {"notas": []} | cambios, fecha=FECHA)


def texto(pdf: bytes) -> str:
    return "\n".join(pagina.extract_text() for pagina in PdfReader(BytesIO(pdf)).pages)


def test_dice_que_es_archivable_y_accesible() -> None:
    metadatos = indice().decode("latin-1")
    normas = ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<rdf:li>es-CO<")
    assert [norma for norma in normas if norma not in metadatos] == []


def test_los_mismos_datos_dan_los_mismos_bytes() -> None:
    assert indice() == indice()


def test_lo_que_alguien_escribe_no_es_programa() -> None:
    assert '#panic("no") *x* $y$' in texto(indice(asunto='#panic("no") *x* $y$'))


def test_lo_que_no_se_puede_dibujar_se_dice_por_su_codigo() -> None:
    assert legible("Sí 😀\u200d\ufe0f 日\x00") == "Sí ⟨U+1F600⟩ ⟨U+65E5⟩"


def test_todo_lo_declarado_legible_se_dibuja() -> None:
    rangos = LEGIBLES
    partes = [(rangos[i], rangos[i + 2]) for i in range(len(rangos)) if rangos[i + 1 : i + 2] == "-"]
    letras = " ".join(chr(codigo) for desde, hasta in partes for codigo in range(ord(desde), ord(hasta) + 1))
    assert contar_paginas(BytesIO(indice(asunto=letras))) is not None


def test_una_palabra_interminable_no_lo_detiene() -> None:
    assert contar_paginas(BytesIO(indice(asunto="x" * 20_000))) is not None


def test_datos_que_no_son_los_de_la_plantilla_se_dicen() -> None:
    with pytest.raises(PlantillaInvalida, match="piezas"):
        componer("indice", {"titulo": "x", "asunto": "", "quien": "", "corte": ""}, fecha=FECHA)


@pytest.mark.parametrize("contenido", [b"", b"hola", b"%PDF-1.7\nroto", b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF"])
def test_de_lo_que_no_es_un_pdf_entero_no_se_cuentan_paginas(contenido: bytes) -> None:
    assert contar_paginas(BytesIO(contenido)) is None
