"""Office documents, without what they tell of who made them."""

import pytest

from asiste.documentos.limpieza import NoSeLimpia, limpiar
from asiste.documentos.tipos import extension_de, tipo_real
from pruebas.documentos.fotos import jpeg
from pruebas.documentos.oficina import docx, odt, paquete, partes_de

pytestmark = pytest.mark.disposicion("5-instrumentos")


def test_de_un_word_se_va_quien_lo_hizo() -> None:
    limpio = b"".join(partes_de(limpiar(docx())).values())
    assert [dato in limpio for dato in (b"Ana Ruiz", b"Hacienda", b"miniatura", b"customXml", b"thumbnail")] == [
        False
    ] * 5


def test_lo_que_dice_un_word_queda_igual() -> None:
    assert partes_de(limpiar(docx()))["word/document.xml"] == partes_de(docx())["word/document.xml"]


def test_un_word_limpio_sigue_siendo_un_word() -> None:
    assert extension_de(tipo_real(limpiar(docx()))) == ".docx"


def test_limpiar_dos_veces_da_lo_mismo() -> None:
    una = limpiar(docx())
    assert limpiar(una) == una


@pytest.mark.parametrize(
    ("parte", "antes", "despues"),
    [
        ("word__people_p_xml", '<w15:person w15:author="Ana"/>', b'<w15:person w15:author="Autor"/>'),
        (
            "xl__persons__person_p_xml",
            '<person displayName="Ana" userId="a@b"/>',
            b'<person displayName="Autor" userId=""/>',
        ),
        ("xl__comments1_p_xml", "<author>Ana</author>", b"<author></author>"),
        ("xl__workbook_p_xml", '<x15ac:absPath url="C:\\Ana\\"/>', b'<x15ac:absPath url=""/>'),
        ("ppt__commentAuthors_p_xml", '<p:cmAuthor id="1" name="Ana"/>', b'<p:cmAuthor id="1" name="Autor"/>'),
        (
            "word___rels__settings_p_xml_p_rels",
            '<Relationship Id="r" Target="file:///C:/Ana/x.dotx"/>',
            b'<Relationship Id="r" Target="Normal.dotm"/>',
        ),
    ],
)
def test_se_van_los_nombres_y_las_rutas(parte: str, antes: str, despues: bytes) -> None:
    nombre = parte.replace("___", "/_").replace("__", "/").replace("_p_", ".")
    limpio = partes_de(limpiar(docx(**{nombre: antes})))
    assert limpio[nombre] == despues


def test_las_fotos_de_adentro_no_dicen_donde_se_tomaron() -> None:
    limpio = partes_de(limpiar(docx(word__media__image1_p_jpg=jpeg(exif=(1, b"GPS 4.598,-74.076")))))
    assert limpio["word/media/image1.jpg"] == jpeg()


def test_una_foto_que_no_se_entiende_queda_como_vino() -> None:
    rota = b"\xff\xd8\xff\xe0\0\x04ab" + b"x" * 40
    assert partes_de(limpiar(docx(word__media__image1_p_jpg=rota)))["word/media/image1.jpg"] == rota


def test_el_libro_detras_de_una_grafica_tambien_se_limpia() -> None:
    dentro = partes_de(limpiar(docx(word__embeddings__libro_p_xlsx=docx())))["word/embeddings/libro.xlsx"]
    assert b"Ana Ruiz" not in b"".join(partes_de(dentro).values())


@pytest.mark.parametrize(
    ("partes", "porque"),
    [
        ({"word__vbaProject_p_bin": b"x"}, "trae macros: guárdelo sin ellas."),
        ({"word__comments_p_xml": '<w:comment w:id="0">'}, "trae comentarios: bórrelos antes."),
        ({"ppt__comments__uno_p_xml": "<p:cm/>"}, "trae comentarios: bórrelos antes."),
        (
            {"word__footer1_p_xml": '<w:del w:id="1">'},
            "trae cambios sin aceptar: acéptelos o rechácelos antes de subirlo.",
        ),
        ({"xl__comments1_p_xml": '<comment ref="A1">'}, "trae comentarios: bórrelos antes."),
        (
            {"xl__threadedComments__threadedComment1_p_xml": '<x:threadedComment ref="A1">'},
            "trae comentarios: bórrelos antes.",
        ),
        ({"word__embeddings__uno_p_odt": odt()}, "trae otros archivos incrustados: quítelos."),
        ({"word__otro_p_dat": b"PK\x03\x04"}, "trae otros archivos incrustados: quítelos."),
        (
            {"word__embeddings__uno_p_docx": docx(word__embeddings__dos_p_xlsx=docx())},
            "trae otros archivos incrustados: quítelos.",
        ),
        ({"_xmlsignatures__sig1_p_xml": "<s/>"}, "trae una firma digital: suba la versión sin firmar."),
        ({"word__embeddings__ole1_p_bin": b"x"}, "trae otros archivos incrustados: quítelos."),
    ],
)
def test_lo_que_esconde_algo_no_se_publica(partes: dict[str, str | bytes], porque: str) -> None:
    with pytest.raises(NoSeLimpia) as falla:
        limpiar(docx(**partes))
    assert str(falla.value) == porque


def test_de_un_opendocument_se_va_quien_lo_hizo() -> None:
    limpio = limpiar(odt())
    dentro = b"".join(partes_de(limpio).values())
    assert [dato in dentro for dato in (b"Ana Ruiz", b"HP de Ana", b"miniatura", b"Thumbnails")] == [False] * 4
    assert extension_de(tipo_real(limpio)) == ".odt"


@pytest.mark.parametrize(
    ("partes", "porque"),
    [
        ({"Basic__script_p_xml": "<s/>"}, "trae macros: guárdelo sin ellas."),
        (
            {"content_p_xml": "<text:tracked-changes>"},
            "trae cambios sin aceptar: acéptelos o rechácelos antes de subirlo.",
        ),
        ({"content_p_xml": "<office:annotation>"}, "trae comentarios: bórrelos antes."),
        ({"META-INF__manifest_p_xml": "<manifest:encryption-data>"}, "está protegido con clave: quítesela."),
        ({"META-INF__documentsignatures_p_xml": "<s/>"}, "trae una firma digital: suba la versión sin firmar."),
    ],
)
def test_un_opendocument_que_esconde_algo_no_se_publica(partes: dict[str, str | bytes], porque: str) -> None:
    with pytest.raises(NoSeLimpia) as falla:
        limpiar(odt(**partes))
    assert str(falla.value) == porque


def test_una_bomba_no_se_abre(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asiste.documentos.limpieza.base.DESCOMPRIMIDO", 1_000)
    with pytest.raises(NoSeLimpia, match="demasiado grande por dentro"):
        limpiar(docx(word__media__a_p_bin=b"0" * 2_000))


def test_un_zip_que_miente_sobre_su_contenido_no_se_publica() -> None:
    roto = bytearray(docx())
    roto[60:90] = b"x" * 30
    with pytest.raises(NoSeLimpia, match="está dañado o incompleto"):
        limpiar(bytes(roto))


@pytest.mark.parametrize(
    "contenido",
    [
        b"MZ programa",
        b"\xd0\xcf\x11\xe0 word viejo",
        b"<html>",
        b"GIF89a",
        b"",
        paquete({"a.txt": "a"}),
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=["programa", "doc", "html", "gif", "nada", "zip", "png roto"],
)
def test_lo_que_no_se_puede_limpiar_no_se_publica(contenido: bytes) -> None:
    with pytest.raises(NoSeLimpia):
        limpiar(contenido)


def test_una_foto_suelta_se_limpia() -> None:
    assert limpiar(jpeg(exif=(1, b"GPS 4.598,-74.076"))) == jpeg()
