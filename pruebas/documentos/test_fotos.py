"""Photographs, cleaned of what they tell besides the picture."""

import struct
import zlib

import pytest

from asiste.documentos.fotos import FotoInvalida, preparar_foto
from pruebas.documentos.fotos import jpeg, png


def test_una_foto_png_queda_igual() -> None:
    assert preparar_foto(png()) == png()


def test_de_un_png_se_va_lo_que_no_es_la_imagen() -> None:
    assert preparar_foto(png(extra=[(b"tEXt", b"Comment\0Casa de Ana")])) == png()


def test_lo_que_se_esconde_despues_del_png_se_va() -> None:
    assert preparar_foto(png() + b"PK\x03\x04") == png()


def test_de_un_jpeg_se_va_donde_se_tomo() -> None:
    limpia = preparar_foto(jpeg(exif=(1, b"GPS 4.598,-74.076")))
    assert limpia == jpeg()


@pytest.mark.parametrize("clase", [b"\xfe", b"\xed", b"\xe2", b"\xef"], ids=["nota", "prensa", "otra", "de fabricante"])
def test_de_un_jpeg_se_va_lo_que_no_es_la_imagen(clase: bytes) -> None:
    assert preparar_foto(jpeg()[:2] + b"\xff" + clase + b"\0\x0dCasa de Ana" + jpeg()[2:]) == jpeg()


def test_un_jpeg_conserva_que_lado_va_arriba() -> None:
    limpia = preparar_foto(jpeg(exif=(6, b"GPS 4.598,-74.076")))
    assert (b"GPS" in limpia, limpia.count(b"Exif\0\0"), limpia[-500:]) == (False, 1, jpeg()[-500:])


def test_lo_que_se_esconde_despues_del_jpeg_se_va() -> None:
    assert preparar_foto(jpeg() + b"<script>") == jpeg()


@pytest.mark.parametrize(
    ("contenido", "porque"),
    [
        (b"", "no es una foto JPEG o PNG."),
        (b"GIF89a....", "no es una foto JPEG o PNG."),
        (b"<svg onload='x'/>", "no es una foto JPEG o PNG."),
        (png()[:60], "está dañada o incompleta."),
        (jpeg()[:60], "está dañada o incompleta."),
        (b"\xff\xd8\xff\xe0\0\x04ab" + b"x" * 40, "está dañada o incompleta."),
        (png(ancho=60_000, alto=60_000, datos=b""), "tiene demasiados puntos: redúzcala antes de subirla."),
        (jpeg(canales=4), "está en colores de imprenta (CMYK): guárdela en RGB."),
        (b"\xff\xd8" + b"0" * 8 * 1024 * 1024, "pesa más de 8 MB: redúzcala antes de subirla."),
    ],
    ids=["nada", "gif", "svg", "png cortado", "jpeg cortado", "jpeg roto", "bomba", "cmyk", "grande"],
)
def test_lo_que_no_sirve_dice_por_que(contenido: bytes, porque: str) -> None:
    with pytest.raises(FotoInvalida) as falla:
        preparar_foto(contenido)
    assert str(falla.value) == porque


def test_un_png_que_miente_sobre_su_tamano_no_se_recibe() -> None:
    mentira = png(datos=zlib.compress(b"\0"))
    with pytest.raises(FotoInvalida):
        preparar_foto(mentira)


def test_los_pedazos_de_un_png_que_se_salen_no_se_leen() -> None:
    largo = struct.pack(">I", 2**31)
    with pytest.raises(FotoInvalida):
        preparar_foto(png()[:33] + largo + png()[37:])
