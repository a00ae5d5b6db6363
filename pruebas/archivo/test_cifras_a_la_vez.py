"""Two people who type the figures of an entity: nobody undoes what the other one wrote."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from asiste.archivo.acciones.valores import anotar, autoevaluar
from asiste.archivo.models import AUTOEVALUACION, IndicadorDocumental, ValorIndicador
from asiste.directorio.models import Funcionario
from pruebas import fabricas
from pruebas.fabricas import AHORA
from pruebas.fabricas_conceptos import indicador

pytestmark = pytest.mark.django_db
RUTA = reverse("equipo:indicadores-valores", args=["sdh", 2025])
PROPIA = reverse("entidad:autoevaluacion", args=["sdh", 2025])


@pytest.fixture(autouse=True)
def inventarios() -> IndicadorDocumental:
    """The only indicator."""
    IndicadorDocumental.objects.all().delete()
    return indicador(nombre="Inventarios al día")


def poner(cual: IndicadorDocumental, valor: int, asesora: Funcionario) -> None:
    datos = {cual: Decimal(valor)}
    anotar(entidad=fabricas.entidad(), vigencia=2025, valores=datos, autor=asesora.usuario, ahora=AHORA)


def decir_de_si(cual: IndicadorDocumental, valor: int) -> None:
    datos = {cual: Decimal(valor)}
    autoevaluar(entidad=fabricas.entidad(), vigencia=2025, valores=datos, autor=fabricas.usuario(), ahora=AHORA)


def abierta(navegador: Client, ruta: str = RUTA) -> dict[str, str]:
    """What the form of the page would send if nobody touched it."""
    form = navegador.get(ruta).context["form"]
    return {campo.html_name: str(campo.value() or "") for campo in form}


def valores() -> list[tuple[Decimal, str]]:
    return list(ValorIndicador.objects.order_by("valor").values_list("valor", "fuente"))


@pytest.mark.parametrize("quien", ["otra persona", "la entidad"])
def test_lo_que_estaba_vacio_al_abrir_no_borra_lo_que_llego_despues(
    diana: Funcionario, inventarios: IndicadorDocumental, quien: str
) -> None:
    otro, navegador = indicador(nombre="Transferencias"), fabricas.sesion(diana.usuario)
    enviado = abierta(navegador)
    if quien == "la entidad":
        decir_de_si(inventarios, 80)
    else:
        poner(inventarios, 80, diana)
    navegador.post(RUTA, enviado | {"fuente": "Visita", f"valor-{otro.pk}": "50"})
    fuente = AUTOEVALUACION if quien == "la entidad" else ""
    assert valores() == [(Decimal("50.00"), "Visita"), (Decimal("80.00"), fuente)]


def test_lo_que_no_se_toca_queda_con_lo_que_otra_persona_escribio(
    diana: Funcionario, inventarios: IndicadorDocumental
) -> None:
    poner(inventarios, 40, diana)
    navegador = fabricas.sesion(diana.usuario)
    enviado = abierta(navegador)
    poner(inventarios, 60, diana)
    navegador.post(RUTA, enviado)
    assert valores() == [(Decimal("60.00"), "")]


def test_lo_que_se_borra_se_va(diana: Funcionario, inventarios: IndicadorDocumental) -> None:
    poner(inventarios, 40, diana)
    navegador = fabricas.sesion(diana.usuario)
    navegador.post(RUTA, abierta(navegador) | {f"valor-{inventarios.pk}": ""})
    assert valores() == []


def test_no_se_borra_otra_cifra_que_la_que_se_vio(diana: Funcionario, inventarios: IndicadorDocumental) -> None:
    poner(inventarios, 40, diana)
    navegador = fabricas.sesion(diana.usuario)
    enviado = abierta(navegador)
    poner(inventarios, 60, diana)
    form = navegador.post(RUTA, enviado | {f"valor-{inventarios.pk}": ""}).context["form"]
    dicho = "Mientras usted escribía, «Inventarios al día» pasó a 60\xa0%: abra de nuevo la página."
    assert (form.non_field_errors(), valores()) == ([dicho], [(Decimal("60.00"), "")])


def test_al_guardar_se_confirma_lo_que_dijo_la_entidad(diana: Funcionario, inventarios: IndicadorDocumental) -> None:
    decir_de_si(inventarios, 80)
    navegador = fabricas.sesion(diana.usuario)
    navegador.post(RUTA, abierta(navegador) | {"fuente": "Visita"})
    assert valores() == [(Decimal("80.00"), "Visita")]


def test_dos_enlaces_que_se_autoevaluan_no_se_pisan(inventarios: IndicadorDocumental) -> None:
    decir_de_si(inventarios, 40)
    navegador = fabricas.sesion(fabricas.cuenta(fabricas.enlace()))
    enviado = abierta(navegador, PROPIA)
    decir_de_si(inventarios, 60)
    navegador.post(PROPIA, enviado)
    assert valores() == [(Decimal("60.00"), AUTOEVALUACION)]
