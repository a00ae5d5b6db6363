"""What is inside a file that holds others, and a winmail.dat opened without trust."""

import io
import struct
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asiste.correo.contenido import MAXIMO_ENTRADAS, MAXIMO_INDICE, Contenido, Entrada, contenido_de
from asiste.correo.lectura import leer
from asiste.correo.lectura.formato import con_formato
from asiste.correo.lectura.tnef import FIRMA, Tnef, abrir_tnef
from asiste.documentos.tipos import COMPRIMIDO, TNEF, tipo_real
from pruebas.correo.conftest import MENSAJES
from pruebas.correo.redaccion import correo

CABEZA = FIRMA + b"\x01\x00"


def comprimido(*nombres: str, contenido: bytes = b"hola") -> bytes:
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w", zipfile.ZIP_DEFLATED) as carpeta:
        for nombre in nombres:
            carpeta.writestr(nombre, contenido)
    return memoria.getvalue()


def objeto(nivel: int, nombre: int, datos: bytes) -> bytes:
    """An object of a winmail.dat."""
    return struct.pack("<BHHI", nivel, nombre, 6, len(datos)) + datos + b"\x00\x00"


def winmail(texto: bytes = b"", archivo: bytes = b"acta") -> bytes:
    """A winmail.dat with a text and a file."""
    cuerpo = objeto(1, 0x800C, texto) if texto else b""
    anexo = objeto(2, 0x9002, bytes(14)) + objeto(2, 0x8010, b"acta.txt\x00") + objeto(2, 0x800F, archivo)
    return CABEZA + objeto(1, 0x9007, struct.pack("<II", 1252, 0)) + cuerpo + anexo


def con_winmail(texto: str, contenido: bytes) -> bytes:
    return correo(texto=texto, anexos=[("winmail.dat", contenido)])


def test_de_un_zip_se_dicen_los_nombres_y_lo_que_dicen_pesar() -> None:
    dentro = contenido_de(comprimido("Léame.txt", "Fotos/estante 03.jpg", "vacía/"), COMPRIMIDO)
    assert dentro == Contenido((Entrada("Léame.txt", 4), Entrada("Fotos/estante 03.jpg", 4)))


def test_una_bomba_no_se_descomprime() -> None:
    bomba = comprimido("bomba.txt", contenido=bytes(50_000_000))
    antes = time.process_time()
    assert contenido_de(bomba, COMPRIMIDO).entradas == (Entrada("bomba.txt", 50_000_000),)
    assert time.process_time() - antes < 1


def test_de_un_zip_con_muchos_archivos_se_muestran_los_primeros() -> None:
    dentro = contenido_de(comprimido(*map(str, range(MAXIMO_ENTRADAS + 1))), COMPRIMIDO)
    assert (len(dentro.entradas), dentro.problema) == (500, "Trae 501 archivos: se muestran los primeros 500.")


def test_un_indice_desmedido_ni_se_abre() -> None:
    dentro = contenido_de(b"PK\x03\x04" + b"PK\x01\x02" * (MAXIMO_INDICE + 1), COMPRIMIDO)
    assert dentro.problema == "Dice traer demasiados archivos: no se abre."


@pytest.mark.parametrize("tipo", [COMPRIMIDO, TNEF, "application/octet-stream"])
@pytest.mark.parametrize("contenido", [b"", b"PK\x03\x04 roto", CABEZA + b"roto" * 9, b"\x00" * 99])
def test_lo_danado_se_dice(contenido: bytes, tipo: str) -> None:
    dentro = contenido_de(contenido, tipo)
    assert (dentro.entradas, bool(dentro.problema)) == ((), True)


def test_de_un_mensaje_se_leen_el_texto_y_sus_anexos() -> None:
    crudo = correo(asunto="Acta", texto="Va el acta.", anexos=[("acta.pdf", b"%PDF-1.7")])
    dentro = contenido_de(crudo, tipo_real(crudo))
    assert (dentro.de, dentro.asunto, dentro.texto) == ("Ana Ruiz <ana.ruiz@shd.gov.co>", "Acta", "Va el acta.")
    assert dentro.entradas == (Entrada("acta.pdf", 8),)


def test_lo_que_trae_un_winmail_queda_al_lado() -> None:
    leido = leer(con_winmail("Va el acta.", winmail(b"Otro texto")))
    assert [(a.nombre_seguro, len(a.contenido)) for a in leido.adjuntos] == [
        ("winmail.dat", len(winmail(b"Otro texto"))),
        ("acta.txt", 4),
    ]
    assert leido.texto == "Va el acta."


def test_el_texto_de_un_winmail_vale_si_el_correo_no_trae() -> None:
    assert leer(con_winmail("", winmail(b"Va el acta.\x00"))).texto == "Va el acta."


def test_el_tipo_de_un_winmail_lo_dice_su_contenido() -> None:
    assert tipo_real(winmail()) == TNEF


@pytest.mark.parametrize(
    "propiedades",
    [
        struct.pack("<I", 0xFFFFFFFF),
        struct.pack("<IHHI", 1, 0x1002, 0x3707, 0xFFFFFFFF),
        struct.pack("<IHHI", 1, 0x101E, 0x3707, 0xFFFFFFFF),
    ],
    ids=["propiedades", "valores", "textos"],
)
def test_una_cuenta_increible_no_se_cree(propiedades: bytes) -> None:
    antes = time.process_time()
    abierto = abrir_tnef(winmail() + objeto(2, 0x9005, propiedades) + bytes(20))
    assert time.process_time() - antes < 1
    assert abierto.archivos[:1] == (("acta.txt", b"acta"),)


def test_demasiados_objetos_no_se_abren() -> None:
    antes = time.process_time()
    assert abrir_tnef(CABEZA + objeto(1, 0x800C, b"") * 100_000 + bytes(20)) == Tnef()
    assert time.process_time() - antes < 2


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_ningun_winmail_rompe_la_lectura(basura: bytes) -> None:
    abrir_tnef(CABEZA + basura)
    abrir_tnef(winmail()[:60] + basura)
    assert leer(con_winmail("Hola", CABEZA + basura)).texto == "Hola"


@settings(deadline=None)
@given(st.data())
def test_un_mensaje_cortado_o_alterado_nunca_rompe_el_formato(datos: st.DataObject) -> None:
    crudo = bytearray((MENSAJES / "021-visita-humedad-fotos.eml").read_bytes())
    for _ in range(datos.draw(st.integers(0, 8))):
        crudo[datos.draw(st.integers(0, len(crudo) - 1))] = datos.draw(st.integers(0, 255))
    con_formato(bytes(crudo[: datos.draw(st.integers(0, len(crudo)))]))
