"""Dates and numbers as written in Bogotá."""

from datetime import date

from django import forms
from django.utils.formats import date_format, number_format


def test_las_cifras_llevan_coma_decimal_y_punto_de_miles() -> None:
    assert number_format("1246.5", force_grouping=True) == "1.246,5"


def test_la_fecha_corta_es_dia_mes_ano() -> None:
    assert date_format(date(2026, 11, 5), "SHORT_DATE_FORMAT") == "05/11/2026"


def test_el_campo_de_fecha_muestra_la_forma_que_entiende_el_navegador() -> None:
    assert 'value="2026-11-05"' in forms.DateInput().render("dia", date(2026, 11, 5))


def test_el_campo_de_fecha_lee_lo_que_envia_el_navegador() -> None:
    assert forms.DateField().clean("2026-11-05") == date(2026, 11, 5)


def test_el_campo_de_fecha_lee_tambien_dia_mes_ano() -> None:
    assert forms.DateField().clean("5/11/2026") == date(2026, 11, 5)
