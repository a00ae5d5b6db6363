"""The indicators of the entity, in few words, beside its plan."""

from decimal import Decimal

import pytest
from django.urls import reverse

from asiste.archivo.acciones.valores import anotar
from asiste.archivo.indicadores.resumen import resumen_de
from asiste.archivo.models import IndicadorDocumental
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_archivo
from pruebas.fabricas import AHORA
from pruebas.fabricas_conceptos import indicador

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.1-revisiones")]


@pytest.fixture(autouse=True)
def medida(diana: Funcionario) -> None:
    """Hacienda in two years: in the last one, one goal of two was met."""
    IndicadorDocumental.objects.all().delete()
    tablas, planos = indicador(nombre="Tablas al día"), indicador(nombre="Planos", meta=None)
    inventarios = indicador(nombre="Inventarios al día")
    por_anio = {2024: {tablas: 10}, 2025: {tablas: 95, inventarios: 40, planos: 3}}
    for vigencia, valores in por_anio.items():
        cifras = {uno: Decimal(valor) for uno, valor in valores.items()}
        anotar(entidad=fabricas.entidad(), vigencia=vigencia, valores=cifras, autor=diana.usuario, ahora=AHORA)


def test_dice_cuantos_alcanzan_su_meta_en_el_ultimo_anio_y_cuales_no() -> None:
    resumen = resumen_de(fabricas.entidad())
    assert resumen is not None
    assert (resumen.vigencia, resumen.medidos, resumen.con_meta, resumen.alcanzan) == (2025, 3, 2, 1)
    assert [(str(uno), celda.dicho) for uno, celda in resumen.por_mejorar] == [("Inventarios al día", "40\xa0%")]


def test_sin_cifras_no_hay_resumen() -> None:
    assert resumen_de(fabricas.entidad("sed")) is None


@pytest.mark.parametrize("espacio", ["equipo", "entidad"])
def test_se_ve_en_la_pagina_del_plan_y_lleva_a_todos(diana: Funcionario, espacio: str) -> None:
    plan = fabricas_archivo.acordado(asesor=diana)
    quien = diana.usuario if espacio == "equipo" else fabricas_archivo.contacto(plan)
    pagina = fabricas.sesion(quien).get(reverse(f"{espacio}:plan-focalizado", args=[plan.pk])).content.decode()
    todos = {
        "equipo": reverse("equipo:indicadores-de", args=["sdh"]),
        "entidad": f"{reverse('entidad:indicadores')}?entidad=sdh",
    }
    assert ["1 de 2 alcanzan su meta" in pagina, f'href="{todos[espacio]}"' in pagina] == [True, True]
