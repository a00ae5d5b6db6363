"""The words of the files that people upload."""

from io import BytesIO

import pytest

from asiste.documentos.palabras import palabras_de
from pruebas.documentos.oficina import docx, odt, paquete

HOJA = '<row><c t="s"><v>12345678</v></c><c><v>52345678</v></c><c t="inlineStr"><is><t>Ana &amp; Luz</t></is></c></row>'


@pytest.mark.parametrize(
    ("contenido", "palabras"),
    [
        (docx(word__document_p_xml="<w:p><w:r>52.</w:r><w:r>345</w:r></w:p><w:p>Guía</w:p>"), "52.345\nGuía"),
        (docx(word__header1_p_xml="<w:p>Archivo</w:p>"), "Guía\nArchivo"),
        (paquete({"xl/sharedStrings.xml": "<si><t>Uno</t></si><si><t>Dos</t></si>"}), "Uno\nDos"),
        (paquete({"xl/worksheets/sheet1.xml": HOJA}), "52345678\nAna & Luz"),
        (paquete({"ppt/slides/slide1.xml": "<a:p><a:t>Título</a:t></a:p><a:p>Punto</a:p>"}), "Título\nPunto"),
        (odt(content_p_xml="<text:h>Uno</text:h><text:p>dos<text:tab/>tres</text:p>"), "Uno\ndos\ntres"),
        (b"PK\x03\x04 roto", ""),
        (b"\x89PNG", ""),
    ],
)
def test_las_palabras_de_un_archivo(contenido: bytes, palabras: str) -> None:
    assert palabras_de(BytesIO(contenido)) == palabras
