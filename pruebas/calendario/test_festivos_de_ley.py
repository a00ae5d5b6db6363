"""The proposed holidays against an independent reading of Ley 51 de 1983 and Ley 2578 de 2026."""

from datetime import date, timedelta

import pytest

from asiste.calendario.festivos import FestivoPropuesto, propuestos

FIJOS = [(1, 1), (5, 1), (7, 20), (8, 7), (12, 8), (12, 25)]
TRASLADABLES = [(1, 6), (3, 19), (6, 29), (8, 15), (10, 12), (11, 1), (11, 11)]


def pascua(anio: int) -> date:
    """Easter Sunday, by Butcher's rule."""
    a, b, c = anio % 19, anio // 100, anio % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    mes, dia = divmod(h + m - 7 * n + 114, 31)
    return date(anio, mes, dia + 1)


def al_lunes(fecha: date) -> date:
    return fecha + timedelta(days=-fecha.weekday() % 7)


def festivos_de_la_ley(anio: int) -> set[date]:
    domingo = pascua(anio)
    moviles = TRASLADABLES + ([(7, 9)] if anio >= 2026 else [])
    fechas = {date(anio, mes, dia) for mes, dia in FIJOS}
    fechas |= {domingo - timedelta(days=3), domingo - timedelta(days=2)}
    fechas |= {al_lunes(date(anio, mes, dia)) for mes, dia in moviles}
    return fechas | {al_lunes(domingo + timedelta(days=dias)) for dias in (39, 60, 68)}


def del_dia(fecha: date) -> FestivoPropuesto:
    return next(dia for dia in propuestos(fecha.year, fecha.year) if dia.fecha == fecha)


@pytest.mark.parametrize("anio", range(2015, 2041))
def test_los_festivos_propuestos_son_los_de_la_ley(anio: int) -> None:
    assert {dia.fecha for dia in propuestos(anio, anio)} == festivos_de_la_ley(anio)


@pytest.mark.parametrize(("anio", "fechas"), [(2019, 17), (2024, 18), (2025, 17), (2026, 19), (2030, 18)])
def test_cada_anio_tiene_sus_festivos(anio: int, fechas: int) -> None:
    assert len(propuestos(anio, anio)) == fechas


@pytest.mark.parametrize("fecha", [date(2019, 7, 1), date(2025, 6, 30), date(2030, 7, 1)])
def test_dos_festivos_en_una_fecha_conservan_ambos_nombres(fecha: date) -> None:
    assert del_dia(fecha) == FestivoPropuesto(
        fecha, "Sagrado Corazón; San Pedro y San Pablo", "Ley 51 de 1983, art. 1", traslado=True
    )


@pytest.mark.parametrize("fecha", [date(2024, 12, 8), date(2025, 7, 20), date(2027, 5, 1), date(2027, 12, 25)])
def test_un_festivo_fijo_en_fin_de_semana_no_se_traslada(fecha: date) -> None:
    cercanos = {dia.fecha for dia in propuestos(fecha.year, fecha.year) if abs((dia.fecha - fecha).days) <= 3}
    assert cercanos == {fecha}


@pytest.mark.parametrize("fecha", [date(2026, 7, 13), date(2027, 7, 12)])
def test_el_9_de_julio_es_festivo_por_la_ley_2578_y_pasa_al_lunes(fecha: date) -> None:
    nombre = "Día de Nuestra Señora del Rosario de Chiquinquirá"
    assert del_dia(fecha) == FestivoPropuesto(fecha, nombre, "Ley 2578 de 2026, art. 6", traslado=True)


def test_el_9_de_julio_no_era_festivo_antes_de_2026() -> None:
    julio = [dia.fecha for dia in propuestos(2015, 2025) if dia.fecha.month == 7 and 9 <= dia.fecha.day <= 15]
    assert julio == []


@pytest.mark.parametrize(
    ("fecha", "nombre"),
    [
        (date(2020, 10, 12), "Día de la Raza"),
        (date(2021, 10, 18), "Día de la Diversidad Étnica y Cultural de la Nación Colombiana"),
        (date(2026, 10, 12), "Día de la Diversidad Étnica y Cultural de la Nación Colombiana"),
        (date(2026, 5, 18), "Ascensión del Señor"),
    ],
)
def test_el_festivo_lleva_su_nombre_oficial(fecha: date, nombre: str) -> None:
    assert del_dia(fecha).nombre == nombre


def test_un_festivo_que_cae_lunes_no_se_marca_como_trasladado() -> None:
    assert del_dia(date(2026, 6, 29)).traslado is False


def test_ningun_nombre_conserva_la_marca_de_la_biblioteca() -> None:
    assert [dia.nombre for dia in propuestos(2015, 2040) if "observado" in dia.nombre] == []
