"""Business-day arithmetic: the known vectors, the limits, and brute force over 2015-2040."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiste.calendario.dias import Calendario, FueraDelCalendario, Motivo, Tipo
from asiste.calendario.festivos import propuestos

VECTORES = [
    ("2025-04-10", 10, "2025-04-28"),
    ("2025-06-19", 10, "2025-07-07"),
    ("2026-03-26", 10, "2026-04-13"),
    ("2026-06-25", 10, "2026-07-10"),
    ("2026-07-01", 10, "2026-07-16"),
    ("2026-07-03", 10, "2026-07-21"),
    ("2026-10-30", 10, "2026-11-17"),
    ("2026-11-21", 10, "2026-12-04"),
    ("2026-12-18", 10, "2027-01-05"),
    ("2026-12-24", 10, "2027-01-12"),
    ("2027-03-18", 10, "2027-04-06"),
    ("2026-01-02", 15, "2026-01-26"),
    ("2026-01-02", 30, "2026-02-16"),
]
DIA = timedelta(days=1)
FECHAS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
NO_HABILES = {dia.fecha for dia in propuestos(2015, 2040)}


def es_habil_a_mano(fecha: date) -> bool:
    return fecha.weekday() < 5 and fecha not in NO_HABILES


@pytest.mark.disposicion("5-oportuna")
@pytest.mark.parametrize(("recibida", "dias", "vence"), VECTORES)
def test_sumar_da_el_vencimiento_conocido(calendario: Calendario, recibida: str, dias: int, vence: str) -> None:
    assert calendario.sumar(date.fromisoformat(recibida), dias) == date.fromisoformat(vence)


@pytest.mark.parametrize(("recibida", "dias", "vence"), VECTORES)
def test_contar_deshace_lo_que_sumar_hace(calendario: Calendario, recibida: str, dias: int, vence: str) -> None:
    assert calendario.contar(date.fromisoformat(recibida), date.fromisoformat(vence)) == dias


@pytest.mark.parametrize(("anio", "dias"), [(2025, 245), (2026, 242), (2027, 245)])
def test_cada_anio_tiene_sus_dias_habiles(calendario: Calendario, anio: int, dias: int) -> None:
    assert calendario.contar(date(anio - 1, 12, 31), date(anio, 12, 31)) == dias


@given(fecha=FECHAS, dias=st.integers(1, 60))
def test_sumar_coincide_con_avanzar_dia_por_dia(calendario: Calendario, fecha: date, dias: int) -> None:
    esperada, faltan = fecha, dias
    while faltan:
        esperada += DIA
        faltan -= es_habil_a_mano(esperada)
    if esperada.year > 2040:
        with pytest.raises(FueraDelCalendario):
            calendario.sumar(fecha, dias)
    else:
        assert calendario.sumar(fecha, dias) == esperada


@given(fecha=FECHAS, dias=st.integers(1, 60))
def test_restar_coincide_con_retroceder_dia_por_dia(calendario: Calendario, fecha: date, dias: int) -> None:
    esperada, faltan = fecha, dias
    while faltan:
        esperada -= DIA
        faltan -= es_habil_a_mano(esperada)
    if esperada.year < 2015:
        with pytest.raises(FueraDelCalendario):
            calendario.restar(fecha, dias)
    else:
        assert calendario.restar(fecha, dias) == esperada


@given(desde=FECHAS, largo=st.integers(0, 800))
def test_contar_coincide_con_mirar_cada_fecha(calendario: Calendario, desde: date, largo: int) -> None:
    hasta = min(desde + largo * DIA, date(2040, 12, 31))
    a_mano = sum(es_habil_a_mano(desde + numero * DIA) for numero in range(1, (hasta - desde).days + 1))
    assert (calendario.contar(desde, hasta), calendario.contar(hasta, desde)) == (a_mano, -a_mano)


def test_todo_dia_de_2015_a_2040_es_habil_o_tiene_por_que_no_serlo(calendario: Calendario) -> None:
    fechas = [calendario.desde + numero * DIA for numero in range((calendario.hasta - calendario.desde).days + 1)]
    assert [calendario.es_habil(fecha) for fecha in fechas] == [es_habil_a_mano(fecha) for fecha in fechas]


def test_un_dia_habil_es_su_propio_siguiente_habil(calendario: Calendario) -> None:
    assert calendario.siguiente_habil(date(2026, 11, 20)) == date(2026, 11, 20)


def test_el_siguiente_habil_salta_el_fin_de_semana_y_el_festivo(calendario: Calendario) -> None:
    assert calendario.siguiente_habil(date(2026, 11, 14)) == date(2026, 11, 17)


def test_un_dia_no_habil_corre_el_vencimiento() -> None:
    civico = {date(2026, 3, 4): Motivo("Día cívico", "Decreto 1 de 2026", Tipo.NO_HABIL)}
    calendario = Calendario(civico, desde=date(2026, 1, 1), hasta=date(2026, 12, 31))
    assert calendario.sumar(date(2026, 3, 3), 1) == date(2026, 3, 5)


def test_el_calendario_no_cambia_aunque_cambie_lo_que_lo_formo() -> None:
    motivos: dict[date, Motivo] = {}
    calendario = Calendario(motivos, desde=date(2026, 1, 1), hasta=date(2026, 12, 31))
    motivos[date(2026, 3, 4)] = Motivo("Día cívico", "Decreto 1 de 2026", Tipo.NO_HABIL)
    assert calendario.es_habil(date(2026, 3, 4)) is True


def test_una_fecha_posterior_a_los_anios_cargados_no_tiene_respuesta(calendario: Calendario) -> None:
    with pytest.raises(FueraDelCalendario, match=r"El calendario llega hasta el 31/12/2040\."):
        calendario.es_habil(date(2041, 1, 1))


def test_una_fecha_anterior_a_los_anios_cargados_no_tiene_respuesta(calendario: Calendario) -> None:
    with pytest.raises(FueraDelCalendario, match=r"El calendario empieza el 01/01/2015\."):
        calendario.contar(date(2014, 12, 31), date(2015, 1, 9))


def test_un_vencimiento_que_pasa_de_los_anios_cargados_no_se_inventa(calendario: Calendario) -> None:
    with pytest.raises(FueraDelCalendario):
        calendario.sumar(date(2040, 12, 28), 2)


@pytest.mark.parametrize("dias", [0, -3])
def test_un_plazo_sin_dias_se_rechaza(calendario: Calendario, dias: int) -> None:
    with pytest.raises(ValueError, match="uno o más"):
        calendario.sumar(date(2026, 3, 3), dias)
