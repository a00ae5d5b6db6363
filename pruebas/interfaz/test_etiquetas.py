"""Filters and tags of `{% load interfaz %}`."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine

from asiste.web.interfaz.templatetags import interfaz

RAIZ = Path(interfaz.__file__).parents[3]
NOCHE_DE_AYER = datetime(2026, 11, 6, 3, 17, tzinfo=UTC)  # 10:17 p. m. of the day before in Bogotá


def test_la_fecha_se_escribe_completa() -> None:
    assert interfaz.fecha(date(2026, 11, 26)) == "jueves 26 de noviembre de 2026"


def test_la_fecha_de_un_momento_es_la_de_bogota() -> None:
    assert interfaz.fecha(NOCHE_DE_AYER) == "jueves 5 de noviembre de 2026"


@time_machine.travel("2026-11-24T12:00:00-05:00", tick=False)
def test_la_fecha_corta_calla_el_ano_en_curso() -> None:
    assert interfaz.fecha_corta(date(2026, 11, 26)) == "26\xa0nov"


@time_machine.travel("2026-11-24T12:00:00-05:00", tick=False)
def test_la_fecha_corta_dice_el_ano_cuando_es_otro() -> None:
    assert interfaz.fecha_corta(date(2025, 11, 26)) == "26\xa0nov\xa02025"


@time_machine.travel("2027-01-01T02:00:00Z", tick=False)
def test_el_ano_en_curso_es_el_de_bogota() -> None:
    assert interfaz.fecha_corta(date(2026, 12, 31)) == "31\xa0dic"


def test_el_momento_dice_dia_fecha_y_hora() -> None:
    assert interfaz.momento(NOCHE_DE_AYER) == "jueves 5\xa0nov 2026, 10:17\xa0p.\xa0m."


def test_de_lo_que_no_se_sabe_la_hora_solo_va_la_fecha() -> None:
    assert interfaz.momento(datetime(2026, 11, 5, 5, tzinfo=UTC)) == "jueves 5\xa0nov 2026"


@pytest.mark.parametrize(
    ("hora_utc", "esperada"),
    [(5, "12:00\xa0a.\xa0m."), (13, "8:00\xa0a.\xa0m."), (17, "12:00\xa0p.\xa0m."), (21, "4:00\xa0p.\xa0m.")],
)
def test_la_hora_va_en_doce_horas(hora_utc: int, esperada: str) -> None:
    assert interfaz.hora(datetime(2026, 11, 5, hora_utc, tzinfo=UTC)) == esperada


@pytest.mark.parametrize("filtro", [interfaz.fecha, interfaz.fecha_corta, interfaz.hora, interfaz.momento])
def test_sin_valor_no_se_escribe_nada(filtro: Callable[[None], str]) -> None:
    assert filtro(None) == ""


@pytest.mark.parametrize(
    ("cantidad", "esperado"),
    [
        (0, "0\xa0bytes"),
        (1023, "1023\xa0bytes"),
        (188_416, "184\xa0KB"),
        (1024 * 1024 - 1, "1\xa0MB"),
        (1_258_291, "1,2\xa0MB"),
        (20 * 1024 * 1024, "20\xa0MB"),
        (3 * 1024**3 // 2, "1,5\xa0GB"),
    ],
)
def test_el_tamano_va_en_la_unidad_que_se_lee(cantidad: int, esperado: str) -> None:
    assert interfaz.tamano(cantidad) == esperado


@pytest.mark.parametrize(
    ("faltan", "esperado"),
    [
        (3, "faltan 3 días hábiles"),
        (1, "falta 1 día hábil"),
        (0, "vence hoy"),
        (-1, "vencida hace 1 día hábil"),
        (-2, "vencida hace 2 días hábiles"),
    ],
)
def test_los_dias_habiles_se_dicen_con_palabras(faltan: int, esperado: str) -> None:
    assert interfaz.dias_habiles(faltan) == esperado


@pytest.mark.parametrize(
    ("nombre", "esperadas"),
    [("Laura Ortiz Bernal", "LO"), ("María de los Ángeles Ruiz", "MÁ"), ("sdfi@ejemplo.gov.co", "S"), ("", "")],
)
def test_las_siglas_saltan_las_particulas(nombre: str, esperadas: str) -> None:
    assert interfaz.siglas(nombre) == esperadas


def test_el_icono_llama_al_dibujo_y_se_esconde_del_lector_de_pantalla() -> None:
    assert interfaz.icono("reloj") == (
        '<svg class="icono" aria-hidden="true"><use href="/static/interfaz/iconos.svg#i-reloj"/></svg>'
    )


def test_un_icono_que_no_existe_se_rechaza() -> None:
    with pytest.raises(interfaz.IconoDesconocido):
        interfaz.icono("unicornio")


def test_los_iconos_que_piden_las_plantillas_existen() -> None:
    pedidos = {
        nombre
        for plantilla in RAIZ.rglob("*.html")
        for nombre in re.findall(r'{% icono "([^"]+)"', plantilla.read_text(encoding="utf-8"))
    }
    assert pedidos - interfaz.nombres_de_iconos() == set()


def test_cada_dibujo_esta_una_sola_vez() -> None:
    nombres = re.findall(r'<symbol id="([^"]+)"', interfaz.SIMBOLOS.read_text(encoding="utf-8"))
    assert sorted(nombres) == sorted({f"i-{nombre}" for nombre in interfaz.nombres_de_iconos()})
