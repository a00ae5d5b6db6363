"""Packages and pictures made to exhaust the machine or to break what reads them, or with properties out of sight."""

import struct
import zipfile
from io import BytesIO
from time import process_time

import pytest

from asiste.documentos.limpieza import NoSeLimpia, limpiar
from asiste.documentos.limpieza.figuras import limpiar_figura
from pruebas.documentos.figuras import corriente
from pruebas.documentos.oficina import docx, odt, partes_de

pytestmark = pytest.mark.disposicion("5-instrumentos")
NUCLEO = "<cp:coreProperties><dc:creator>Ana Ruiz</dc:creator></cp:coreProperties>"
CONTENIDOS = "[Content_Types].xml"
TIPO = "application/vnd.openxmlformats-package.core-properties+xml"
RELACION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def con_lzma_roto() -> bytes:
    salida = BytesIO(docx())
    with zipfile.ZipFile(salida, "a", zipfile.ZIP_LZMA) as paquete:
        paquete.writestr("word/a.xml", b"a" * 1_000)
    antes, nombre, despues = salida.getvalue().partition(b"word/a.xml")
    return antes + nombre + despues[:4] + b"\xff" * 12 + despues[16:]


def con_nombre_ilegible() -> bytes:
    return docx(word__á_p_xml="<a/>").replace("á".encode(), b"\xff\xff", 1)


def con_clave_en_el_tipo() -> bytes:
    roto = bytearray(odt())
    roto[roto.index(b"PK\x01\x02") + 8] |= 1
    return bytes(roto)


def teselas_sin_fin(cuantas: int = 5_000) -> bytes:
    """A JPEG 2000 where the header of each part seems to go on through all those after it."""
    tesela = struct.pack(">HHHIBBHH", 0xFF90, 10, 0, 16, 0, 1, 0xFF55, 2)
    return corriente()[:45] + tesela * cuantas + b"\xff\x93\xff\xd9"


def paginas_encimadas(cuantas: int = 100, campos: int = 20_000) -> bytes:
    """A TIFF of many pages whose fields are the same bytes."""
    siguen = struct.pack(f"<{cuantas}I", *(1_000 + 4 * una for una in range(1, cuantas)), 0)
    return (
        (b"II*\0" + struct.pack("<I", 1_000)).ljust(1_000, b"\0")
        + struct.pack("<H", campos) * (1 + 6 * campos)
        + siguen
    )


def test_lo_incrustado_gasta_de_lo_mismo(monkeypatch: pytest.MonkeyPatch) -> None:
    dentro = docx(word__media__a_p_bin=b"0" * 2_000)
    fuera = docx(word__embeddings__libro_p_docx=dentro)
    entre_los_dos = sum(len(parte) for uno in (dentro, fuera) for parte in partes_de(uno).values())
    monkeypatch.setattr("asiste.documentos.limpieza.base.DESCOMPRIMIDO", entre_los_dos - 1)
    with pytest.raises(NoSeLimpia, match="demasiado grande por dentro"):
        limpiar(fuera)


@pytest.mark.parametrize(
    ("roto", "porque"),
    [
        (con_lzma_roto(), "comprimido de un modo que no se admite"),
        (con_nombre_ilegible(), "está dañado o incompleto"),
        (con_clave_en_el_tipo(), "no es de una clase que se pueda publicar"),
    ],
    ids=["lzma", "nombre", "clave"],
)
def test_lo_que_se_rompe_al_abrirlo_se_dice(roto: bytes, porque: str) -> None:
    with pytest.raises(NoSeLimpia, match=porque):
        limpiar(roto)


@pytest.mark.parametrize(
    "partes",
    [
        {"word/_rels/a.rels": "<Relationship " * 40_000},
        {"word/_rels/a.rels": "<Relationship " + 'Target="customXml/" ' * 40_000},
        {"word/_rels/a.rels": "<Relationship " + "a" * 400_000},
        {"word__a_p_xml": "<author>" * 40_000},
    ],
    ids=["etiquetas sin cerrar", "atributos repetidos", "nombre sin fin", "autores"],
)
def test_un_texto_hostil_no_ocupa_la_maquina(partes: dict[str, str | bytes]) -> None:
    paquete, desde = docx(**partes), process_time()
    limpiar(paquete)
    assert process_time() - desde < 2


def test_tampoco_en_un_opendocument() -> None:
    paquete, desde = odt(**{"META-INF__manifest_p_xml": "<manifest:file-entry " * 40_000}), process_time()
    limpiar(paquete)
    assert process_time() - desde < 2


@pytest.mark.parametrize("figura", [teselas_sin_fin(), paginas_encimadas()], ids=["JPEG 2000", "TIFF"])
def test_una_figura_hostil_tampoco(figura: bytes) -> None:
    desde = process_time()
    with pytest.raises(NoSeLimpia, match="con datos que no sabemos quitar"):
        limpiar_figura("", figura)
    assert process_time() - desde < 1


@pytest.mark.parametrize(
    "partes",
    [
        {
            "docProps__core0_p_xml": NUCLEO,
            "_rels/.rels": f'<Relationship Type="{RELACION}" Target="/docProps/core0.xml"/>',
        },
        {
            "otra__A_p_xml": NUCLEO,
            "_rels/.rels": f"<Relationship Target='otra/a.xml' Type='{RELACION}'></Relationship>",
        },
        {"otra__a_p_xml": NUCLEO, CONTENIDOS: f'<Override PartName="/otra/a.xml" ContentType="{TIPO}"/>'},
        {"una__otra__1f_p_psmdcp": NUCLEO, CONTENIDOS: f'<Default Extension="psmdcp" ContentType="{TIPO}"/>'},
    ],
    ids=["core0", "otra carpeta", "tipo", "extensión"],
)
def test_las_propiedades_se_vacian_donde_esten(partes: dict[str, str | bytes]) -> None:
    assert b"Ana Ruiz" not in b"".join(partes_de(limpiar(docx(**partes))).values())


def test_una_relacion_que_se_quita_no_deja_su_cierre() -> None:
    relaciones = '<Relationships><Relationship Target="customXml/item1.xml"></Relationship></Relationships>'
    assert partes_de(limpiar(docx(**{"_rels/.rels": relaciones})))["_rels/.rels"] == b"<Relationships></Relationships>"
