"""The indicators on the pages of the team and of the entity."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.archivo.acciones.valores import anotar
from asiste.archivo.models import AUTOEVALUACION, IndicadorDocumental, InterpretacionIndicadores, ValorIndicador
from asiste.cuentas.models import Rol
from asiste.directorio.models import Entidad, Funcionario
from pruebas import fabricas
from pruebas.fabricas_conceptos import indicador

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.1-revisiones")]


@pytest.fixture(autouse=True)
def inventarios() -> IndicadorDocumental:
    """The only indicator."""
    IndicadorDocumental.objects.all().delete()
    return indicador(nombre="Inventarios al día")


@pytest.fixture
def asesora() -> Funcionario:
    return fabricas.funcionario("ssda")


def poner(entidad: Entidad, cual: IndicadorDocumental, valor: int, asesora: Funcionario) -> None:
    anotar(entidad=entidad, vigencia=2025, valores={cual: Decimal(valor)}, autor=asesora.usuario, ahora=fabricas.AHORA)


def test_el_cuadro_abre_en_el_anio_que_termino(asesora: Funcionario, inventarios: IndicadorDocumental) -> None:
    poner(fabricas.entidad(), inventarios, 95, asesora)
    contexto = (
        fabricas.sesion(asesora.usuario)
        .get(reverse("equipo:indicadores"), {"sector": fabricas.entidad().sector_id or 0})
        .context
    )
    con_valor = [fila for fila in contexto["filas"] if fila.celdas[0].dicho]
    assert (contexto["vigencia"], [(fila.entidad.clave, fila.celdas[0].dicho) for fila in con_valor]) == (
        2025,
        [("sdh", "95\xa0%")],
    )


def test_se_anotan_las_cifras_de_una_entidad(asesora: Funcionario, inventarios: IndicadorDocumental) -> None:
    navegador = fabricas.sesion(asesora.usuario)
    ruta = reverse("equipo:indicadores-valores", args=["sdh", 2025])
    navegador.post(ruta, {"fuente": "Visita", f"valor-{inventarios.pk}": "92,5 %"})
    guardado = ValorIndicador.objects.get()
    assert (guardado.valor, guardado.fuente) == (Decimal("92.50"), "Visita")
    assert 'value="92,5"' in navegador.get(ruta).content.decode()


@pytest.mark.parametrize(("dicho", "frase"), [("mucho", "«mucho» no es una cifra."), ("140", "va de 0 a 100")])
def test_lo_que_no_es_valor_se_explica(
    asesora: Funcionario, inventarios: IndicadorDocumental, dicho: str, frase: str
) -> None:
    ruta = reverse("equipo:indicadores-valores", args=["sdh", 2025])
    respuesta = fabricas.sesion(asesora.usuario).post(ruta, {f"valor-{inventarios.pk}": dicho})
    assert frase in str(respuesta.context["form"].errors)


def test_la_interpretacion_la_lee_la_entidad(asesora: Funcionario) -> None:
    navegador, ruta = fabricas.sesion(asesora.usuario), reverse("equipo:interpretacion", args=["sdh", 2025])
    navegador.post(ruta, {"texto": "Los inventarios mejoraron por el plan.", "con": "Marta Gil"})
    escrita = InterpretacionIndicadores.objects.get()
    pagina = fabricas.sesion(fabricas.cuenta(fabricas.enlace())).get(reverse("entidad:indicadores")).content.decode()
    assert (escrita.con, escrita.texto in pagina, "Marta Gil" in pagina) == ("Marta Gil", True, True)


def de_la_entidad() -> Client:
    return fabricas.sesion(fabricas.cuenta(fabricas.enlace()))


def test_la_entidad_dice_lo_que_el_archivo_no_ha_anotado(
    asesora: Funcionario, inventarios: IndicadorDocumental
) -> None:
    otro, navegador = indicador(nombre="Transferencias"), de_la_entidad()
    poner(fabricas.entidad(), inventarios, 40, asesora)
    ruta = reverse("entidad:autoevaluacion", args=["sdh", 2025])
    assert list(navegador.get(ruta).context["form"].indicadores) == [f"valor-{otro.pk}"]
    navegador.post(ruta, {f"valor-{inventarios.pk}": "99", f"valor-{otro.pk}": "70"})
    dichos = ValorIndicador.objects.order_by("valor").values_list("valor", "fuente")
    assert list(dichos) == [(Decimal("40.00"), ""), (Decimal("70.00"), AUTOEVALUACION)]


@pytest.mark.parametrize("argumentos", [("sed", 2025), ("sdh", 2020)])
def test_ni_otra_entidad_ni_otro_anio(argumentos: tuple[str, int]) -> None:
    assert de_la_entidad().get(reverse("entidad:autoevaluacion", args=argumentos)).status_code == 404


def test_quien_no_es_enlace_lo_sabe() -> None:
    pagina = fabricas.sesion(fabricas.usuario()).get(reverse("entidad:indicadores")).content.decode()
    assert "Todavía no es enlace de una entidad" in pagina


def test_quien_dirige_el_archivo_cuida_el_catalogo(inventarios: IndicadorDocumental) -> None:
    navegador = fabricas.sesion(fabricas.funcionario("ddab", rol=Rol.DIRECCION).usuario)
    datos: dict[str, Any] = {
        "nombre": "Inventarios completos",
        "descripcion": "Sobre el total.",
        "unidad": "porcentaje",
        "sentido": "mas",
        "meta": "92,5",
        "orden": 3,
        "activo": "on",
    }
    navegador.post(reverse("equipo:indicador", args=[inventarios.pk]), datos)
    navegador.post(reverse("equipo:indicador-nuevo"), datos | {"nombre": "Metros sin organizar", "sentido": "menos"})
    filas = IndicadorDocumental.objects.order_by("id").values_list("nombre", "meta", "mayor_es_mejor")
    assert list(filas) == [
        ("Inventarios completos", Decimal("92.50"), True),
        ("Metros sin organizar", Decimal("92.50"), False),
    ]


def test_el_cuadro_cuesta_lo_mismo_con_mas_valores(asesora: Funcionario, inventarios: IndicadorDocumental) -> None:
    navegador = fabricas.sesion(asesora.usuario)
    for ruta in (reverse("equipo:indicadores"), reverse("equipo:indicadores-de", args=["sdh"])):
        with CaptureQueriesContext(connection) as antes:
            navegador.get(ruta)
        for clave in ("sdh", "idu", "sda"):
            poner(fabricas.entidad(clave), inventarios, 50, asesora)
        with CaptureQueriesContext(connection) as despues:
            navegador.get(ruta)
        assert len(despues) == len(antes)
        ValorIndicador.objects.all().delete()
