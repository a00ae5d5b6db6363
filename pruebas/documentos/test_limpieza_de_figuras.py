"""Pictures inside a document, without who made them, where, nor with what."""

import gzip
import struct
import zlib
from collections.abc import Callable

import pytest
from pypdf.generic import ArrayObject, NameObject, StreamObject

from asiste.documentos.limpieza import NoSeLimpia, limpiar
from asiste.documentos.limpieza.figuras import limpiar_figura
from pruebas.documentos.figuras import AUTOR, CODIGO, corriente, emf, jp2, tiff
from pruebas.documentos.oficina import docx, odt, partes_de
from pruebas.documentos.test_limpieza_de_pdf import pdf

pytestmark = pytest.mark.disposicion("5-instrumentos")
NO_SE_SABE = "trae una imagen, «image1.tif», con datos que no sabemos quitar: cámbiela por una JPEG o PNG."
PUNTOS = b"\x0f\xf0\x0f\xf0"


@pytest.mark.parametrize(
    ("figura", "queda"),
    [
        (tiff(), PUNTOS),
        (tiff(orden=">", paginas=3), PUNTOS),
        (jp2(), CODIGO),
        (jp2(larga=True), CODIGO),
        (corriente(cola=AUTOR), CODIGO),
        (corriente(mide=0), CODIGO),
        (emf(comentarios=(b"EMF+dibujo", b"Visio: Ana Ruiz")), b"EMF+dibujo"),
    ],
    ids=["TIFF", "TIFF de Motorola", "JP2", "JP2 largo", "código", "código hasta el final", "EMF"],
)
def test_se_va_quien_la_hizo_y_queda_lo_que_dibuja(figura: bytes, queda: bytes) -> None:
    limpia = limpiar_figura("", figura)
    sin_ceros = limpia.replace(b"\0", b"")
    assert (AUTOR in limpia, AUTOR in sin_ceros, queda in limpia) == (False, False, True)


@pytest.mark.parametrize("figura", [tiff(paginas=2), jp2(), corriente(), emf()], ids=["TIFF", "JP2", "código", "EMF"])
def test_limpiar_dos_veces_da_lo_mismo(figura: bytes) -> None:
    una = limpiar_figura("", figura)
    assert limpiar_figura("", una) == una


def test_las_paginas_de_un_tiff_siguen_todas() -> None:
    limpia = limpiar_figura("", tiff(paginas=3))
    lugar, paginas = 4, 0
    while siguiente := struct.unpack_from("<I", limpia, lugar)[0]:
        paginas += 1
        lugar = siguiente + 2 + 12 * struct.unpack_from("<H", limpia, siguiente)[0]
    assert paginas == 3


def test_un_dibujo_comprimido_se_limpia_por_dentro() -> None:
    limpia = limpiar_figura("dibujo.emz", gzip.compress(emf()))
    assert gzip.decompress(limpia) == limpiar_figura("", emf())


@pytest.mark.parametrize("hace", [docx, odt], ids=["Word", "OpenDocument"])
def test_en_un_documento_tambien(hace: Callable[..., bytes]) -> None:
    dentro = partes_de(limpiar(hace(Pictures__image1_p_tif=tiff(), Pictures__image2_p_emf=emf())))
    assert [dentro[f"Pictures/image{uno}"] for uno in ("1.tif", "2.emf")] == [
        limpiar_figura("", tiff()),
        limpiar_figura("", emf()),
    ]


@pytest.mark.parametrize("filtros", [["/JPXDecode"], ["/FlateDecode", "/JPXDecode"]])
def test_en_un_pdf_tambien(filtros: list[str]) -> None:
    figura, datos = StreamObject(), jp2()
    figura._data = zlib.compress(datos) if len(filtros) > 1 else datos
    nombres = ArrayObject(NameObject(uno) for uno in filtros)
    figura.update({NameObject("/Subtype"): NameObject("/Image"), NameObject("/Filter"): nombres})
    limpio = limpiar(pdf(Prueba=figura))
    assert (AUTOR in limpio, limpiar_figura("", jp2()) in limpio) == (False, True)


@pytest.mark.parametrize(
    "figura",
    [
        b"II+\0\x08\0\0\0" + b"Ana Ruiz" * 9,
        tiff()[:-4] + struct.pack("<I", 8),
        tiff()[:-4] + struct.pack("<I", 2**31),
        tiff()[:90],
        tiff().replace(struct.pack("<HHI", 273, 4, 1), struct.pack("<HHI", 273, 4, 2**31)),
        tiff().replace(struct.pack("<HHIHH", 259, 3, 1, 1, 0), struct.pack("<HHIHH", 259, 3, 1, 6, 0)),
        jp2()[:-60],
        corriente(mide=3),
        corriente()[:60],
        emf()[:-24],
        emf().replace(struct.pack("<II", 16, 108), struct.pack("<II", 2**31, 108)),
        gzip.compress(gzip.compress(emf())),
        gzip.compress(emf())[:-12],
        emf(comentarios=(b"EMF+\xff\xd8\xff\xe1 Exif\0\0II*\0",)),
        b"RIFF\0\0\0\0WEBPEXIF Exif\0\0Ana Ruiz",
        b"\xff\xd8\xff\xe0\0\x04ab" + b"x" * 40 + b"Exif\0\0Ana Ruiz",
    ],
    ids=[
        *("TIFF grande", "páginas en círculo", "página fuera", "TIFF cortado", "valor sin fin", "JPEG de antes"),
        *("JP2 cortado", "tesela corta", "código cortado", "EMF sin fin", "título sin fin", "doble compresión"),
        *("compresión cortada", "EMF con foto", "WebP", "JPEG roto con datos"),
    ],
)
def test_lo_que_no_se_entiende_o_no_se_puede_quitar_no_se_publica(figura: bytes) -> None:
    with pytest.raises(NoSeLimpia) as falla:
        limpiar(docx(word__media__image1_p_tif=figura))
    assert str(falla.value) == NO_SE_SABE


@pytest.mark.parametrize("figura", [tiff(paginas=2), jp2(), corriente(), emf()], ids=["TIFF", "JP2", "código", "EMF"])
def test_ningun_byte_cambiado_rompe_la_limpieza(figura: bytes) -> None:
    for lugar in range(len(figura)):
        for nuevo in (0, 0xFF, figura[lugar] ^ 0x80):
            try:
                limpiar_figura("", figura[:lugar] + bytes([nuevo]) + figura[lugar + 1 :])
            except NoSeLimpia:
                continue


@pytest.mark.parametrize(
    "figura", [b"GIF89a sin datos", b"\xd7\xcd\xc6\x9a dibujo", b"%!PS", b""], ids=["GIF", "WMF", "PS", "nada"]
)
def test_lo_que_no_dice_nada_queda_igual(figura: bytes) -> None:
    assert limpiar_figura("", figura) == figura
