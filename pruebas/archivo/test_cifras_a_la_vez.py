"""Two people who type the figures of an entity: nobody undoes what the other one wrote."""

from decimal import Decimal
from typing import Any

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
ELIJA = "Elija cuál queda y guarde de nuevo."
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


def chocado(diana: Funcionario, inventarios: IndicadorDocumental, mia: str) -> Any:
    """The form of who opened 40 and wrote `mia` while somebody else noted 60."""
    poner(inventarios, 40, diana)
    navegador = fabricas.sesion(diana.usuario)
    enviado = abierta(navegador)
    poner(inventarios, 60, diana)
    return navegador.post(RUTA, enviado | {f"valor-{inventarios.pk}": mia}).context["form"]


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


@pytest.mark.parametrize("mia", ["50", ""], ids=["otra cifra", "sin cifra"])
def test_quien_guarda_de_segundo_ve_las_dos_y_nada_cambia(
    diana: Funcionario, inventarios: IndicadorDocumental, mia: str
) -> None:
    form = chocado(diana, inventarios, mia)
    dicho = f"Mientras usted escribía, {diana} anotó 60\xa0% en «Inventarios al día». {ELIJA}"
    assert (form.non_field_errors(), valores()) == ([dicho], [(Decimal("60.00"), "")])
    eleccion = form[f"queda-{inventarios.pk}"]
    assert (form[f"valor-{inventarios.pk}"].value(), [etiqueta for _, etiqueta in eleccion.field.choices]) == (
        mia,
        ["La que usted escribió", "La que ya está: 60\xa0%"],
    )


@pytest.mark.parametrize(("cual", "queda"), [("suya", "50.00"), ("otra", "60.00")])
def test_guardar_de_nuevo_deja_la_que_se_eligio(
    diana: Funcionario, inventarios: IndicadorDocumental, cual: str, queda: str
) -> None:
    form = chocado(diana, inventarios, "50")
    segundo = {campo.html_name: str(campo.value() or "") for campo in form}
    respuesta = fabricas.sesion(diana.usuario).post(RUTA, segundo | {f"queda-{inventarios.pk}": cual})
    assert (respuesta.status_code, valores()) == (302, [(Decimal(queda), "")])


def test_si_vuelve_a_cambiar_se_muestra_de_nuevo(diana: Funcionario, inventarios: IndicadorDocumental) -> None:
    segundo = {campo.html_name: str(campo.value() or "") for campo in chocado(diana, inventarios, "50")}
    poner(inventarios, 70, diana)
    form = fabricas.sesion(diana.usuario).post(RUTA, segundo).context["form"]
    opciones = [etiqueta for _, etiqueta in form[f"queda-{inventarios.pk}"].field.choices]
    assert opciones == ["La que usted escribió", "La que ya está: 70\xa0%"]


def test_lo_que_otro_borro_tambien_se_dice(diana: Funcionario, inventarios: IndicadorDocumental) -> None:
    poner(inventarios, 40, diana)
    navegador = fabricas.sesion(diana.usuario)
    enviado = abierta(navegador)
    ValorIndicador.objects.all().delete()
    form = navegador.post(RUTA, enviado | {f"valor-{inventarios.pk}": "50"}).context["form"]
    dicho = f"Mientras usted escribía, alguien borró la cifra de «Inventarios al día». {ELIJA}"
    assert (form.non_field_errors(), valores()) == ([dicho], [])


def test_la_misma_cifra_no_choca(diana: Funcionario, inventarios: IndicadorDocumental) -> None:
    poner(inventarios, 40, diana)
    navegador = fabricas.sesion(diana.usuario)
    enviado = abierta(navegador)
    poner(inventarios, 60, diana)
    assert navegador.post(RUTA, enviado | {f"valor-{inventarios.pk}": "60"}).status_code == 302


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


def test_dos_enlaces_que_escriben_cifras_distintas_eligen_cual_queda(inventarios: IndicadorDocumental) -> None:
    decir_de_si(inventarios, 40)
    navegador = fabricas.sesion(fabricas.cuenta(fabricas.enlace()))
    enviado = abierta(navegador, PROPIA) | {f"valor-{inventarios.pk}": "50"}
    decir_de_si(inventarios, 60)
    form = navegador.post(PROPIA, enviado).context["form"]
    assert valores() == [(Decimal("60.00"), AUTOEVALUACION)]
    segundo = {campo.html_name: str(campo.value() or "") for campo in form}
    navegador.post(PROPIA, segundo)
    assert valores() == [(Decimal("50.00"), AUTOEVALUACION)]
