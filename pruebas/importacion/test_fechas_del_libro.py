"""Dates as people write them in a workbook."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from asiste.solicitudes.importacion.fechas import MESES, FechaIlegible, leer_fecha

DIA = date(2025, 3, 12)
DIAS = st.dates(date(1990, 1, 2), date(2100, 12, 30))


def serie(momento: date, epoca: datetime = WINDOWS_EPOCH) -> float:
    """Serial number of Excel: days since its epoch, with decimals for the time of day."""
    entero = momento if isinstance(momento, datetime) else datetime.combine(momento, time())
    return (entero - epoca).total_seconds() / 86400


sin_prisa = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a loaded machine is no fault
FORMAS: dict[str, Callable[[date], Any]] = {
    "día/mes/año": lambda d: f"{d.day}/{d.month}/{d.year}",
    "con ceros": lambda d: f"{d:%d/%m/%Y}",
    "con guiones": lambda d: f"{d:%d-%m-%Y}",
    "con puntos": lambda d: f"{d:%d.%m.%Y}",
    "año primero": lambda d: f"{d:%Y-%m-%d}",
    "año primero con barras": lambda d: f"{d:%Y/%m/%d}",
    "mes abreviado": lambda d: f"{d.day}-{MESES[d.month - 1][:3]}-{d.year}",
    "mes con punto": lambda d: f"{d.day} {MESES[d.month - 1][:3]}. {d.year}",
    "mes completo": lambda d: f"{d.day} de {MESES[d.month - 1]} de {d.year}",
    "del año": lambda d: f"{d.day} de {MESES[d.month - 1].upper()} del {d.year}",
    "mes primero con su nombre": lambda d: f"{MESES[d.month - 1].capitalize()} {d.day} de {d.year}",
    "con el día de la semana": lambda d: f"miércoles, {d.day} de {MESES[d.month - 1]} de {d.year}",
    "con hora": lambda d: f"{d:%d/%m/%Y} 10:30",
    "iso con hora": lambda d: f"{d:%Y-%m-%d}T10:30:00",
    "fecha de Excel": lambda d: d,
    "fecha y hora de Excel": lambda d: datetime.combine(d, time(10, 30)),
    "serie de Excel": serie,
    "serie como texto": lambda d: str(int(serie(d))),
    "con espacios": lambda d: f"  {d:%d / %m / %Y} ",
}


@pytest.mark.parametrize("forma", FORMAS)
@sin_prisa
@given(dia=DIAS)
def test_se_lee_el_dia_que_se_escribio(forma: str, dia: date) -> None:
    leida = leer_fecha(FORMAS[forma](dia))
    assert leida is not None
    assert (leida.dia, leida.aviso) == (dia, "")


@sin_prisa
@given(dia=DIAS, hora=st.times())
def test_la_serie_de_excel_da_el_segundo_exacto(dia: date, hora: time) -> None:
    exacto = datetime.combine(dia, hora.replace(microsecond=0))
    leida = leer_fecha(serie(exacto))
    assert leida is not None
    assert leida.momento.replace(tzinfo=None) == exacto


@sin_prisa
@given(texto=st.text(max_size=40) | st.floats() | st.integers() | st.booleans() | st.times())
def test_lo_que_no_es_fecha_se_dice_y_nada_mas(texto: Any) -> None:
    try:
        leida = leer_fecha(texto)
    except FechaIlegible:
        return
    assert leida is None or 1990 <= leida.dia.year <= 2100


@pytest.mark.parametrize(
    ("valor", "esperado"),
    [
        ("12-mar-25", "2025-03-12 00:00:00"),
        ("12/03/25", "2025-03-12 00:00:00"),
        ("2025-03-12 10:30", "2025-03-12 10:30:00"),
        ("12/03/2025 3:05 p. m.", "2025-03-12 15:05:00"),
        ("12/03/2025 12:00 AM", "2025-03-12 00:00:00"),
        ("12/03/2025, 07:00:59", "2025-03-12 07:00:59"),
        ("12 sept 2025", "2025-09-12 00:00:00"),
        ("45728", "2025-03-12 00:00:00"),
        ("45728,5", "2025-03-12 12:00:00"),
        (45728.4375, "2025-03-12 10:30:00"),
    ],
)
def test_formas_que_se_ven(valor: Any, esperado: str) -> None:
    leida = leer_fecha(valor)
    assert leida is not None
    assert f"{leida.momento:%Y-%m-%d %H:%M:%S}" == esperado


def test_con_el_mes_primero_avisa() -> None:
    leida = leer_fecha("03/25/2025")
    assert leida is not None
    assert (leida.dia, leida.aviso) == (date(2025, 3, 25), "«03/25/2025» se leyó con el mes primero")


def test_el_libro_de_mac_cuenta_desde_otro_dia() -> None:
    leida = leer_fecha(serie(DIA, MAC_EPOCH), MAC_EPOCH)
    assert leida is not None
    assert leida.dia == DIA


def test_sin_hora_no_se_inventa() -> None:
    con, sin = leer_fecha("12/03/2025 00:00"), leer_fecha("12/03/2025")
    assert con is not None
    assert sin is not None
    assert (con.con_hora, sin.con_hora) == (True, False)


@pytest.mark.parametrize(
    "valor",
    [
        "pendiente",
        "31/02/2025",
        "12/13/14/2025",
        "12/03/2025 25:00",
        "12/03/2025 - 14/03/2025",
        "12 de floreal de 2025",
    ],
)
def test_lo_ilegible_se_dice(valor: str) -> None:
    with pytest.raises(FechaIlegible):
        leer_fecha(valor)


@pytest.mark.parametrize("valor", [None, "", "  ", "#N/A"])
def test_lo_vacio_no_es_fecha(valor: Any) -> None:
    assert leer_fecha(valor) is None
