"""XML that says the same in other encodings: what it hides is found all the same."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

import pytest

from asiste.documentos.limpieza import NoSeLimpia, limpiar
from asiste.documentos.limpieza.codificacion import RARA
from pruebas.documentos.oficina import NUCLEO, docx, odt, partes_de

pytestmark = pytest.mark.disposicion("5-instrumentos")
DECLARADO = '<?xml version="1.0" encoding="UTF-16"?>'


def anchas(texto: str) -> list[bytes]:
    """The text in each way of UTF-16."""
    le, be = texto.encode("utf-16-le"), texto.encode("utf-16-be")
    return [BOM_UTF16_LE + le, BOM_UTF16_BE + be, le, be]


@pytest.mark.parametrize("contenido", anchas(DECLARADO + '<x:person x:author="Ana Ruiz"/>'))
def test_los_nombres_se_van_tambien_de_un_texto_en_utf16(contenido: bytes) -> None:
    limpio = partes_de(limpiar(docx(word__people_p_xml=contenido)))["word/people.xml"]
    assert limpio == b'<?xml version="1.0" encoding="UTF-8"?><x:person x:author="Autor"/>'


@pytest.mark.parametrize(
    ("partes", "porque"),
    [
        ({"word__comments_p_xml": '<w:comment w:id="0">'}, "trae comentarios: bórrelos antes."),
        (
            {"word__document_p_xml": '<w:ins w:id="1">'},
            "trae cambios sin aceptar: acéptelos o rechácelos antes de subirlo.",
        ),
    ],
)
def test_lo_que_esconde_algo_en_utf16_tampoco_se_publica(partes: dict[str, str], porque: str) -> None:
    for forma in range(4):
        with pytest.raises(NoSeLimpia) as falla:
            limpiar(docx(**{nombre: anchas(texto)[forma] for nombre, texto in partes.items()}))
        assert str(falla.value) == porque


def test_las_propiedades_que_se_declaran_en_utf16_se_vacian() -> None:
    tipo = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    relacion = f'<Relationship Type="{tipo}" Target="/otra/a.xml"/>'
    partes: dict[str, str | bytes] = {"otra__a_p_xml": NUCLEO, "_rels/.rels": anchas(relacion)[0]}
    assert b"Ana Ruiz" not in b"".join(partes_de(limpiar(docx(**partes))).values())


def test_en_un_opendocument_tambien() -> None:
    with pytest.raises(NoSeLimpia, match="trae comentarios"):
        limpiar(odt(content_p_xml=anchas("<office:annotation>")[1]))


def test_otra_extension_no_lo_esconde() -> None:
    limpio = partes_de(limpiar(docx(word__a_p_dat=anchas("<author>Ana Ruiz</author>")[0])))["word/a.dat"]
    assert limpio == b"<author></author>"


@pytest.mark.parametrize(
    ("contenido", "porque"),
    [
        ("<a/>".encode("utf-32"), RARA),
        ("<a/>".encode("utf-32-be"), RARA),
        ("<a/>".encode("cp037"), RARA),
        ("\n<a/>".encode("utf-16-le"), RARA),
        (b'<?xml version="1.0" encoding="UTF-7"?><a/>', RARA),
        (b'<?xml version="1.0" encoding="utf-16"?><a/>', RARA),
        (b"<a>\0</a>", RARA),
        (BOM_UTF16_LE + b"<\0\0\xd8", "está dañado o incompleto."),
        (BOM_UTF16_LE + b"<\0a", "está dañado o incompleto."),
    ],
    ids=["UTF-32", "UTF-32 al revés", "EBCDIC", "espacio", "UTF-7", "mal declarado", "nulo", "suelto", "impar"],
)
def test_lo_que_no_se_puede_leer_se_dice(contenido: bytes, porque: str) -> None:
    with pytest.raises(NoSeLimpia) as falla:
        limpiar(docx(word__a_p_xml=contenido))
    assert str(falla.value) == porque


@pytest.mark.parametrize("codificacion", ["UTF-8", "ISO-8859-1", "windows-1252"])
def test_lo_que_se_lee_queda_igual(codificacion: str) -> None:
    contenido = f'<?xml version="1.0" encoding="{codificacion}"?><a>Guía</a>'.encode(codificacion)
    assert partes_de(limpiar(docx(word__a_p_xml=contenido)))["word/a.xml"] == contenido
