"""What looks like a personal datum in a text."""

import time

import pytest

from asiste.conocimiento.datos_personales import buscar


def hallados(texto: str) -> list[tuple[str, str]]:
    """Kind and words of each finding."""
    return [(uno.clase, uno.texto) for uno in buscar(texto)]


@pytest.mark.parametrize(
    ("texto", "dato"),
    [
        ("identificada con C.C. 52.345.678 de Bogotá", "52.345.678"),
        ("con cédula de ciudadanía No. 1.020.345.678", "1.020.345.678"),
        ("CC 79123456", "79123456"),
        ("c.c. n.º 79'123.456", "79'123.456"),
        ("la T.I. 1001234567", "1001234567"),
        ("el documento 52345678 de la señora", "52345678"),
        ("identificado con 345.678 de Tunja", "345.678"),
        ("Ana Ruiz, 52.345.678", "52.345.678"),
        ("el señor 1023456789 pidió", "1023456789"),
    ],
)
def test_halla_las_cedulas(texto: str, dato: str) -> None:
    assert hallados(texto) == [("cedula", dato)]


@pytest.mark.parametrize(
    "texto",
    [
        "NIT 899.999.061-9",
        "NIT. 899999061",
        "por $ 52.345.678",
        "52.345.678 pesos",
        "el radicado 20261234",
        "del 20261119 al 20261120",
        "la Ley 1437 de 2011 y el Acuerdo 001 de 2024",
        "C-DDAB-2026-88 y AT-2026-418",
        "hay 1.234 cajas y 12.500 folios",
        "3-2026-12345",
    ],
)
def test_no_confunde_otros_numeros(texto: str) -> None:
    assert hallados(texto) == []


@pytest.mark.parametrize(
    ("texto", "dato"),
    [
        ("escriba a ana.ruiz@gmail.com.", "ana.ruiz@gmail.com"),
        ("(ANA_RUIZ+1@shd.gov.co)", "ANA_RUIZ+1@shd.gov.co"),
    ],
)
def test_halla_los_correos(texto: str, dato: str) -> None:
    assert hallados(texto) == [("correo", dato)]


@pytest.mark.parametrize(
    ("texto", "dato"),
    [
        ("llame al 310 555 1234", "310 555 1234"),
        ("celular 3105551234", "3105551234"),
        ("al +57 310-555-12-34", "+57 310-555-12-34"),
        ("teléfono (601) 381 3000", "(601) 381 3000"),
        ("al 6013813000 ext. 1234", "6013813000"),
        ("PBX: 381 3000", "381 3000"),
        ("tel. 3813000", "3813000"),
    ],
)
def test_halla_los_telefonos(texto: str, dato: str) -> None:
    assert hallados(texto) == [("telefono", dato)]


@pytest.mark.parametrize(
    ("texto", "dato"),
    [
        ("vive en la Calle 26 # 57-83", "Calle 26 # 57-83"),
        ("en la Cra. 8 No. 10 - 65 de Bogotá", "Cra. 8 No. 10 - 65"),
        ("Avenida Carrera 30 n.º 25-90", "Avenida Carrera 30 n.º 25-90"),
        ("KR 7B BIS 128 A 40", ""),
        ("Diagonal 5 sur # 12A - 03", "Diagonal 5 sur # 12A - 03"),
    ],
)
def test_halla_las_direcciones(texto: str, dato: str) -> None:
    assert hallados(texto) == ([("direccion", dato)] if dato else [])


def test_cada_dato_se_dice_una_vez_y_en_su_orden() -> None:
    texto = "Ana (CC 52345678), ana@b.co, cel. 310 555 1234, y otra vez 52345678"
    assert hallados(texto) == [
        ("cedula", "52345678"),
        ("correo", "ana@b.co"),
        ("telefono", "310 555 1234"),
        ("cedula", "52345678"),
    ]


def test_un_texto_largo_y_sin_datos_se_lee_en_un_momento() -> None:
    assert buscar("1" * 20_000 + "calle " * 5_000 + "a" * 20_000 + "." * 20_000) == []


@pytest.mark.parametrize("antes", ["cédula", "calle 5", "documento de", "tel", "3001234567"])
def test_nadie_lo_detiene_con_un_texto_de_puros_espacios(antes: str) -> None:
    empieza = time.process_time()
    buscar(antes + " " * 20_000 + "x")
    assert time.process_time() - empieza < 2  # seconds of processor; counted without limit, they were fifty-five
