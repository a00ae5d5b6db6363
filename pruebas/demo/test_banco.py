"""The bank of the demo city."""

import re

import pytest

from asiste.conceptos.models import ConsecutivoConcepto
from asiste.conocimiento.models import Publicacion, Relacion, VersionPublicacion
from asiste.cuentas.models import Rol
from asiste.demo.banco import llenar_banco
from pruebas import fabricas

pytestmark = pytest.mark.django_db
CLASE, ESTADO = Publicacion.Clase, Publicacion.Estado


@pytest.fixture
def banco(db: None) -> list[Publicacion]:
    """All of it, by date."""
    llenar_banco(autor=fabricas.usuario(rol=Rol.DIRECCION), ahora=fabricas.AHORA)
    return list(Publicacion.objects.order_by("fecha", "id"))


@pytest.mark.disposicion("7.1.3-banco-conceptos")
def test_tiene_mas_de_trescientos_conceptos_y_de_todo_lo_demas(banco: list[Publicacion]) -> None:
    cuenta = {clase: sum(una.clase == clase for una in banco) for clase in CLASE}
    assert cuenta == {CLASE.CONCEPTO: 320, CLASE.LINEA: 11, CLASE.GUIA: 9, CLASE.INSTRUMENTO: 14}


def test_va_de_2019_a_hoy(banco: list[Publicacion]) -> None:
    conceptos = [una.fecha for una in banco if una.clase == CLASE.CONCEPTO]
    assert {fecha.year for fecha in conceptos} == set(range(2019, 2027))
    assert max(conceptos) < fabricas.AHORA.date()


def test_no_hay_dos_textos_iguales(banco: list[Publicacion]) -> None:
    textos = [una.texto for una in banco if una.texto]
    assert len(set(textos)) == len(textos)


def test_ningun_texto_queda_con_huecos_sin_llenar(banco: list[Publicacion]) -> None:
    assert [una.numero for una in banco if re.search(r"[{}]|  ", una.texto)] == []


def test_ningun_titulo_dice_dos_veces_donde(banco: list[Publicacion]) -> None:
    assert [una.titulo for una in banco if re.search(r"\ben (?:la|las|una) entidad(?:es)? en\b", una.titulo)] == []


def test_los_numeros_siguen_la_fecha_y_no_saltan(banco: list[Publicacion]) -> None:
    conceptos = [una for una in banco if una.clase == CLASE.CONCEPTO]
    for serie in {una.numero.rpartition("-")[0] for una in conceptos}:
        suyos = [una for una in conceptos if una.numero.rpartition("-")[0] == serie]
        numeros = [int(una.numero.rpartition("-")[2]) for una in sorted(suyos, key=lambda una: una.fecha)]
        assert sorted(numeros) == list(range(1, len(suyos) + 1))


def test_lo_que_quedo_sin_efecto_dice_por_cual(banco: list[Publicacion]) -> None:
    sin_efecto = Relacion.objects.filter(tipo=Relacion.Tipo.SIN_EFECTO).select_related("origen", "destino")
    assert {(una.destino.estado, una.destino.motivo) for una in sin_efecto.order_by("id")} == {
        (ESTADO.NO_VIGENTE, f"Lo dejó sin efecto el concepto {una.origen.numero}.") for una in sin_efecto.order_by("id")
    }


def test_hay_de_todos_los_estados_y_de_todas_las_relaciones(banco: list[Publicacion]) -> None:
    assert {una.estado for una in banco} == set(ESTADO)
    assert set(Relacion.objects.order_by("id").values_list("tipo", flat=True)) == set(Relacion.Tipo)


def test_cada_una_tiene_sus_versiones(banco: list[Publicacion]) -> None:
    assert VersionPublicacion.objects.count() == sum(una.version for una in banco)
    assert max(una.version for una in banco) == 2


def test_el_siguiente_numero_que_se_firme_esta_libre(banco: list[Publicacion]) -> None:
    for serie in ConsecutivoConcepto.objects.select_related("direccion").order_by("id"):
        siguiente = f"C-{serie.direccion.sigla}-{serie.anio}-{serie.ultimo + 1}"
        ultimo = f"C-{serie.direccion.sigla}-{serie.anio}-{serie.ultimo}"
        assert [una.numero for una in banco if una.numero in {siguiente, ultimo}] == [ultimo]
