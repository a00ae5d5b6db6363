"""What is said of who sends a message, and when nothing is."""

import pytest

from asiste.correo.advertencias import advertencias
from asiste.correo.lectura import leer
from pruebas.correo.redaccion import BUZON, correo

SIN_COMPROBAR = (
    "No se pudo comprobar que este mensaje salió de shd.gov.co: alguien pudo usar esa dirección sin permiso. "
    "Antes de hacer lo que pide, confírmelo con la persona por otro medio."
)


def dichas(de: str = "Ana <ana@shd.gov.co>", **cabeceras: str) -> list[str]:
    otras = {nombre.replace("_", "-"): valor for nombre, valor in cabeceras.items()}
    return advertencias(leer(correo(de=de, cabeceras=otras)), correos_propios=[BUZON])


@pytest.mark.parametrize(
    "resultados",
    [
        "dmarc=fail",
        "spf=fail; dkim=fail; dmarc=none",
        "spf=softfail; dkim=none",
        "spf=pass; dkim=fail; dmarc=fail",
        "dkim=fail",
    ],
)
def test_lo_que_no_se_pudo_comprobar_se_dice(resultados: str) -> None:
    assert dichas(Authentication_Results=f"mx.alcaldiabogota.gov.co; {resultados}") == [SIN_COMPROBAR]


@pytest.mark.parametrize(
    "resultados",
    [
        "spf=pass; dkim=pass; dmarc=pass",
        "spf=fail; dkim=pass",
        "spf=fail; dkim=fail; dmarc=pass",
        "spf=none",
        "spf=neutral",
    ],
)
def test_lo_comprobado_o_sin_prueba_no_alarma(resultados: str) -> None:
    assert dichas(Authentication_Results=f"mx.alcaldiabogota.gov.co; {resultados}") == []


def test_un_nombre_con_otra_direccion_se_dice() -> None:
    assert dichas('"soporte@banco.example" <ana@shd.gov.co>') == [
        "Como nombre muestra otra dirección, soporte@banco.example, pero en realidad escribe desde ana@shd.gov.co."
    ]


def test_un_nombre_de_la_alcaldia_desde_fuera_se_dice() -> None:
    assert dichas('"Mesa de ayuda alcaldiabogota.gov.co" <x@malo.example>') == [
        "El nombre que muestra es de la Alcaldía, pero en realidad escribe desde x@malo.example."
    ]


@pytest.mark.parametrize(
    "de", ["ana@shd.gov.co <ana@shd.gov.co>", "Ana <ana@alcaldiabogota.gov.co>", "Ana <ana@shd.gov.co>"]
)
def test_un_nombre_propio_no_alarma(de: str) -> None:
    assert dichas(de) == []


def test_pedir_la_respuesta_en_otro_dominio_se_dice() -> None:
    assert dichas(Reply_To="ana@correo.example") == [
        "Pide que le respondan a otra dirección, ana@correo.example, que no es de shd.gov.co."
    ]


def test_pedir_la_respuesta_en_el_mismo_dominio_no_alarma() -> None:
    assert dichas(Reply_To="otra.ana@shd.gov.co") == []
