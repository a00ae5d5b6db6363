from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from asiste.portafolio.models import ANS, Modalidad, Nivel
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("5-ans")]


def acordar(dias: int, clave: str = "dddi", **cambios: Any) -> ANS:
    return ANS.objects.create(dependencia=fabricas.dependencia(clave), dias=dias, **cambios)


def concepto() -> Modalidad:
    return Modalidad.objects.get(clave="concepto")


def nivel(numero: int = 3) -> Nivel:
    return Nivel.objects.get(numero=numero)


def dias(modalidad: Modalidad | None = None, nivel: Nivel | None = None, vigencia: int = 2026) -> int:
    return ANS.objects.dias_para(
        direccion_id=fabricas.dependencia().pk,
        modalidad_id=modalidad.pk if modalidad else None,
        nivel_id=nivel.pk if nivel else None,
        vigencia=vigencia,
    )


def test_las_tres_direcciones_acuerdan_diez_dias() -> None:
    assert dict(ANS.objects.values_list("dependencia__clave", "dias")) == {"dddi": 10, "ddab": 10, "ddri": 10}


def test_sin_acuerdo_son_diez_dias() -> None:
    ANS.objects.all().delete()
    assert dias() == 10


def test_rige_el_acuerdo_mas_preciso() -> None:
    acordar(9, vigencia=2026)
    acordar(8, nivel=nivel())
    acordar(7, modalidad=concepto())
    acordar(6, modalidad=concepto(), nivel=nivel())
    acordar(5, modalidad=concepto(), nivel=nivel(), vigencia=2026)
    assert [
        dias(vigencia=2025),
        dias(),
        dias(nivel=nivel()),
        dias(modalidad=concepto()),
        dias(modalidad=concepto(), nivel=nivel(), vigencia=2025),
        dias(modalidad=concepto(), nivel=nivel()),
    ] == [10, 9, 8, 7, 6, 5]


def test_el_acuerdo_de_otra_direccion_no_cuenta() -> None:
    acordar(3, "ddri", modalidad=concepto())
    assert dias(modalidad=concepto()) == 10


def test_el_acuerdo_de_otra_modalidad_no_cuenta() -> None:
    acordar(3, modalidad=Modalidad.objects.get(clave="visita"))
    assert dias(modalidad=concepto()) == 10


@pytest.mark.disposicion("5-oportuna")
@pytest.mark.parametrize("cuantos", [0, 11, 30])
def test_un_plazo_no_baja_de_uno_ni_pasa_de_diez_sin_decir_la_norma(cuantos: int) -> None:
    with pytest.raises(IntegrityError, match="ans_de_diez_dias_o_con_motivo"), transaction.atomic():
        acordar(cuantos, modalidad=concepto())


def test_la_administracion_explica_el_limite() -> None:
    acuerdo = ANS(dependencia=fabricas.dependencia(), modalidad=concepto(), dias=11)
    with pytest.raises(ValidationError, match="Un plazo de más de 10 días hábiles exige la norma o la razón"):
        acuerdo.full_clean()


def test_con_la_norma_el_plazo_puede_ser_mayor() -> None:
    acordar(30, modalidad=concepto(), motivo="Ley 1755 de 2015, art. 14")
    assert dias(modalidad=concepto()) == 30


def test_no_hay_dos_acuerdos_para_lo_mismo() -> None:
    with pytest.raises(IntegrityError, match="ans_unico"), transaction.atomic():
        acordar(5)
