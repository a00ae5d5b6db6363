"""`asiste plazo`: what is printed and how bad input is told."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from asiste.calendario.acciones import proponer_festivos

pytestmark = pytest.mark.usefixtures("tablas_vacias")

CUENTA = """\
2026-06-30

Plazo de 2 días hábiles contados desde el día siguiente al jueves 25 de junio de 2026.

Fecha            Día  Cuenta     Motivo                 Fuente
jue 25 jun 2026    0  recibida   Día de recepción       Ley 1755 de 2015, art. 14: desde el día siguiente
vie 26 jun 2026    1  se cuenta  Día hábil              Lineamiento, numeral 5
sáb 27 jun 2026    –  no hábil   Fin de semana          Ley 4 de 1913, art. 62
dom 28 jun 2026    –  no hábil   Fin de semana          Ley 4 de 1913, art. 62
lun 29 jun 2026    –  no hábil   San Pedro y San Pablo  Ley 51 de 1983, art. 1
mar 30 jun 2026    2  se cuenta  Día hábil              Lineamiento, numeral 5

2 hábiles + 2 de fin de semana + 1 festivo = 5 días calendario
"""


def plazo(*argumentos: str) -> str:
    proponer_festivos(desde_anio=2025, hasta_anio=2027)
    salida = StringIO()
    call_command("plazo", *argumentos, stdout=salida)
    return salida.getvalue()


def test_imprime_el_vencimiento_y_la_cuenta_dia_por_dia() -> None:
    assert plazo("2026-06-25", "2") == CUENTA


@pytest.mark.disposicion("5-oportuna")
def test_el_primer_renglon_es_el_vencimiento_de_diez_dias_habiles() -> None:
    assert plazo("2026-06-25", "10").splitlines()[0] == "2026-07-10"


def test_avisa_que_el_dia_de_recepcion_no_es_habil() -> None:
    assert plazo("2026-11-21", "10").splitlines()[-1] == (
        "El sábado 21 de noviembre de 2026 no es hábil. Una solicitud que llegue ese día cuenta como recibida el "
        "lunes 23 de noviembre de 2026 y vence el lunes 7 de diciembre de 2026."
    )


def test_dice_que_el_festivo_se_traslado_al_lunes() -> None:
    assert "Independencia de Cartagena (trasladado al lunes)" in plazo("2026-11-13", "1")


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        ([], "Escriba la fecha de recepción y los días del plazo. "),
        (["2026-06-25"], "Escriba la fecha de recepción y los días del plazo. "),
        (["2026-02-30", "10"], "La fecha «2026-02-30» no es válida. Escríbala como AAAA-MM-DD. "),
        (["25/06/2026", "10"], "La fecha «25/06/2026» no es válida. Escríbala como AAAA-MM-DD. "),
        (["2026-06-25", "diez"], "Los días «diez» no son válidos: escriba un número entero de 1 a 9999. "),
        (["2026-06-25", "0"], "Los días «0» no son válidos: escriba un número entero de 1 a 9999. "),
        (["2026-06-25", "-3"], "Los días «-3» no son válidos: escriba un número entero de 1 a 9999. "),
        (["2026-06-25", "9" * 5000], f"Los días «{'9' * 5000}» no son válidos: escriba un número entero de 1 a 9999. "),
    ],
)
def test_lo_mal_escrito_se_explica_en_castellano(argumentos: list[str], mensaje: str) -> None:
    with pytest.raises(CommandError) as error:
        plazo(*argumentos)
    assert str(error.value) == f"{mensaje}Por ejemplo: asiste plazo 2026-06-25 10"


@pytest.mark.parametrize(
    ("fecha", "mensaje"),
    [
        ("2024-06-25", "El calendario no tiene los festivos de 2024."),
        ("2027-12-30", "El calendario llega hasta el 31/12/2027."),
    ],
)
def test_sin_festivos_de_ese_anio_no_inventa_el_vencimiento(fecha: str, mensaje: str) -> None:
    with pytest.raises(CommandError) as error:
        plazo(fecha, "10")
    assert str(error.value) == f"{mensaje} Amplíe los festivos en la administración o con «asiste preparar»."
