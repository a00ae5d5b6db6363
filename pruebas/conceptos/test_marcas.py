"""Internal marks: they come from the due date, in business days."""

from datetime import date

import pytest

from asiste.calendario.lectura import cargar
from asiste.conceptos.marcas import con_marca_vencida, marca_actual, marcas_de
from asiste.conceptos.models import Concepto
from asiste.solicitudes import acciones
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db
VENCE = date(2026, 12, 3)  # ten business days after the factories' day


@pytest.fixture
def concepto() -> Concepto:
    """A draft whose request is due on `VENCE`."""
    return fabricas_conceptos.concepto(autor=fabricas.funcionario("stdi"))


def marcas(concepto: Concepto, hoy: date) -> list[tuple[str, date, str]]:
    concepto = Concepto.objects.completos().get(pk=concepto.pk)
    return [(una.rotulo, una.dia, una.plazo) for una in marcas_de(concepto, cargar(hoy, VENCE), hoy)]


def test_salen_del_vencimiento_de_la_solicitud(concepto: Concepto) -> None:
    assert concepto.solicitud.vence_el == VENCE
    assert marcas(concepto, date(2026, 11, 19)) == [
        ("proyecto", date(2026, 11, 26), "holgado"),
        ("revisión", date(2026, 11, 30), "holgado"),
        ("firma", date(2026, 12, 2), "holgado"),
    ]


@pytest.mark.parametrize(
    ("hoy", "plazo"),
    [
        (date(2026, 11, 25), "proximo"),
        (date(2026, 11, 26), "hoy"),
        (date(2026, 11, 27), "vencida"),
    ],
)
def test_cada_marca_dice_como_va(concepto: Concepto, hoy: date, plazo: str) -> None:
    actual = marca_actual(concepto, cargar(hoy, VENCE), hoy)
    assert actual is not None
    assert actual.plazo == plazo


def test_lo_que_ya_paso_queda_cumplido(concepto: Concepto) -> None:
    Concepto.objects.filter(pk=concepto.pk).update(estado=Concepto.Estado.FIRMA)
    assert [plazo for _, _, plazo in marcas(concepto, date(2026, 12, 2))] == ["cumplida", "cumplida", "hoy"]


def test_en_pausa_no_hay_marcas(concepto: Concepto) -> None:
    quien = concepto.proyecta.usuario
    acciones.suspender(solicitud=concepto.solicitud, texto="Envíe el acto.", autor=quien, ahora=fabricas.AHORA)
    assert marcas(concepto, date(2026, 11, 20)) == []


@pytest.mark.parametrize("estado", Concepto.VIVOS)
@pytest.mark.parametrize("dia", range(20, 31))
def test_la_lista_y_la_pagina_dicen_lo_mismo(concepto: Concepto, estado: Concepto.Estado, dia: int) -> None:
    hoy = date(2026, 11, dia)
    Concepto.objects.filter(pk=concepto.pk).update(estado=estado)
    concepto = Concepto.objects.completos().get(pk=concepto.pk)
    calendario = cargar(hoy, VENCE)
    actual = marca_actual(concepto, calendario, hoy)
    en_lista = Concepto.objects.filter(con_marca_vencida(calendario, hoy)).exists()
    assert en_lista == (actual is not None and actual.plazo == "vencida")
