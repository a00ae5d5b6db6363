"""Repeating a session by its page: first the days, then, confirmed, the sessions."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from asiste.agenda.models import Sesion
from asiste.directorio.models import Funcionario
from pruebas import fabricas_agenda
from pruebas.equipo.agenda.conftest import pagina

SEMANAL = {"cada": "semana", "desde": "2026-12-01", "veces": 3, "serie": "Procesos", "orden": "on"}


def vistos(respuesta: Any) -> list[tuple[date, str, list[str]]]:
    """The days proposed, why each was moved and what is in the way."""
    return [(una.fecha.dia, una.porque, [uno.texto for uno in una.impedimentos]) for una in respuesta.context["plan"]]


def test_primero_se_ven_los_dias_y_nada_se_escribe(navegador: Client, sesion: Sesion) -> None:
    respuesta = navegador.post(pagina("sesion-repeticion", sesion), SEMANAL)
    assert vistos(respuesta) == [
        (date(2026, 12, 1), "", []),
        (date(2026, 12, 9), "La Inmaculada Concepción", []),
        (date(2026, 12, 15), "", []),
    ]
    assert Sesion.objects.count() == 1


def test_el_dia_que_se_cruza_lo_dice(navegador: Client, asesora: Funcionario, sesion: Sesion) -> None:
    otra = fabricas_agenda.sesion(dirige=asesora, inicia=sesion.inicia + timedelta(days=11))
    respuesta = navegador.post(pagina("sesion-repeticion", sesion), SEMANAL)
    [primera, *_] = respuesta.context["plan"]
    dicho = [(uno.texto, uno.sesion) for uno in primera.impedimentos]
    assert dicho == [("Laura Ortiz ya tiene otra sesión de 10:00 a 11:30.", otra)]


def test_se_programan_solo_los_dias_marcados_de_los_propuestos(navegador: Client, sesion: Sesion) -> None:
    marcados = ["2026-12-01", "2026-12-15", "2026-12-20"]
    navegador.post(pagina("sesion-repeticion", sesion), SEMANAL | {"dias": marcados, "crear": "si"})
    nuevas = Sesion.objects.exclude(pk=sesion.pk).order_by("inicia")
    assert [timezone.localdate(una.inicia) for una in nuevas] == [date(2026, 12, 1), date(2026, 12, 15)]
    assert {str(una.serie) for una in nuevas} == {"Procesos"}


def test_sin_marcar_ninguno_se_dice(navegador: Client, sesion: Sesion) -> None:
    respuesta = navegador.post(pagina("sesion-repeticion", sesion), SEMANAL | {"crear": "si"})
    assert respuesta.context["form"].non_field_errors() == ["Marque al menos un día."]
    assert len(respuesta.context["plan"]) == 3


def test_una_sola_copia_no_hace_serie(navegador: Client, sesion: Sesion) -> None:
    una = SEMANAL | {"cada": "una-vez", "dias": ["2026-12-01"], "crear": "si"}
    navegador.post(pagina("sesion-repeticion", sesion), una)
    assert [una.serie for una in Sesion.objects.all()] == [None, None]


@pytest.mark.parametrize(
    ("cambio", "falta"),
    [
        ({"veces": ""}, {"veces": ["Escriba cuántas."]}),
        ({"desde": "2026-11-01"}, {"desde": ["Ese día ya pasó."]}),
        ({"desde": "2041-01-07"}, {"desde": ["El calendario no tiene los festivos de 2041."]}),
        ({"desde": "9999-12-30"}, {"desde": ["Ese día está demasiado lejos."]}),
    ],
)
def test_lo_que_no_se_puede_calcular_se_dice(
    navegador: Client, sesion: Sesion, cambio: dict[str, str], falta: dict[str, list[str]]
) -> None:
    respuesta = navegador.post(pagina("sesion-repeticion", sesion), SEMANAL | cambio)
    assert respuesta.context["form"].errors == falta


def test_cincuenta_dias_cuestan_las_mismas_consultas_que_uno(navegador: Client, sesion: Sesion) -> None:
    costes = []
    for veces in (1, 50):
        with CaptureQueriesContext(connection) as consultas:
            navegador.post(pagina("sesion-repeticion", sesion), SEMANAL | {"veces": veces})
        costes.append(len(consultas))
    assert costes[0] == costes[1]
