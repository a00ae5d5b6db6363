from datetime import date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.plazo import Plazo, calendario_de, cuenta_de, estado_del_plazo
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("5-oportuna")]
RECIBIDA = date(2026, 11, 19)  # due on 3 December


def plazo(solicitud: Solicitud, hoy: date) -> Plazo:
    return estado_del_plazo(solicitud, calendario_de(hoy), hoy)


def atendida(dia: int, mes: int = 12) -> Solicitud:
    """The same request, attended on a day at nine at night, Bogotá time."""
    solicitud = fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA)
    solicitud.atendida_en = datetime(2026, mes, dia, 21, tzinfo=fabricas.BOGOTA)
    return solicitud


@pytest.mark.parametrize(
    ("hoy", "estado", "faltan", "usados", "frase"),
    [
        (RECIBIDA, "holgado", 10, 0, "faltan 10 días hábiles"),
        (date(2026, 11, 22), "holgado", 9, 1, "faltan 9 días hábiles"),  # a Sunday
        (date(2026, 11, 27), "holgado", 4, 6, "faltan 4 días hábiles"),
        (date(2026, 11, 30), "proximo", 3, 7, "faltan 3 días hábiles"),
        (date(2026, 12, 2), "proximo", 1, 9, "falta 1 día hábil"),
        (date(2026, 12, 3), "hoy", 0, 10, "vence hoy"),
        (date(2026, 12, 4), "vencida", -1, 10, "vencida hace 1 día hábil"),
        (date(2026, 12, 9), "vencida", -3, 10, "vencida hace 3 días hábiles"),  # the 8th is a holiday
    ],
)
def test_el_plazo_de_lo_que_esta_abierto(hoy: date, estado: str, faltan: int, usados: int, frase: str) -> None:
    assert plazo(fabricas.solicitud(), hoy) == Plazo(estado, faltan, usados, 10, frase)


def test_vencida_en_viernes_el_sabado_ya_lleva_un_dia() -> None:
    solicitud = fabricas.solicitud()
    solicitud.vence_el = date(2026, 12, 4)
    assert plazo(solicitud, date(2026, 12, 5)).frase == "vencida hace 1 día hábil"


@pytest.mark.parametrize("hoy", [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)])
def test_lo_que_llega_fuera_de_hora_tiene_sus_diez_dias_completos(hoy: date) -> None:
    viernes_de_noche = fabricas.solicitud(ahora=datetime(2026, 11, 20, 20, tzinfo=fabricas.BOGOTA))
    assert plazo(viernes_de_noche, hoy) == Plazo("holgado", 10, 0, 10, "faltan 10 días hábiles")


@pytest.mark.parametrize(
    ("dia", "estado", "frase"),
    [
        (3, "cumplida", "atendida a tiempo"),
        (4, "vencida", "atendida 1 día hábil tarde"),
        (9, "vencida", "atendida 3 días hábiles tarde"),
    ],
)
def test_una_vez_atendida_cuenta_el_dia_en_que_se_atendio(dia: int, estado: str, frase: str) -> None:
    visto = plazo(atendida(dia), date(2027, 6, 1))
    assert (visto.estado, visto.frase) == (estado, frase)


def test_el_plazo_de_lo_muy_antiguo_tambien_se_muestra() -> None:
    antigua = fabricas.solicitud(ahora=datetime(2016, 3, 1, 10, tzinfo=fabricas.BOGOTA))
    assert plazo(antigua, RECIBIDA).estado == "vencida"


def test_el_libro_termina_en_el_vencimiento() -> None:
    solicitud = fabricas.solicitud()
    _, libro = cuenta_de(solicitud, RECIBIDA)
    assert (libro.vence, libro.faltan, libro.dias) == (solicitud.vence_el, 10, 10)


def test_el_libro_y_el_plazo_dicen_lo_mismo_cada_dia() -> None:
    solicitud = fabricas.solicitud(ahora=datetime(2026, 11, 20, 20, tzinfo=fabricas.BOGOTA))
    dias = [date(2026, 11, dia) for dia in range(20, 31)]
    cuentas = [cuenta_de(solicitud, dia) for dia in dias]
    assert [libro.faltan for _, libro in cuentas] == [plazo.faltan for plazo, _ in cuentas]


def test_el_calendario_de_una_pagina_es_una_consulta(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        calendario_de(RECIBIDA)
