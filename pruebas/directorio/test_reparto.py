from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from asiste.directorio.acciones import AsignacionInvalida, asignar_asesor, registrar_ausencia
from asiste.directorio.models import AsesorAsignado, Ausencia, Dependencia
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("6.2-asesor-sector")]
HOY = date(2026, 11, 19)
UN_DIA = timedelta(days=1)


def test_dar_un_sector_cierra_la_asignacion_anterior_el_dia_antes() -> None:
    sector = fabricas.entidad().sector
    for nombre, desde in (("Laura", fabricas.SIEMPRE), ("Diana", HOY)):
        asesor = fabricas.funcionario(nombre=nombre)
        asignar_asesor(dependencia=asesor.dependencia, asesor=asesor, sector=sector, desde=desde)
    filas = AsesorAsignado.objects.order_by("desde").select_related("asesor__usuario")
    assert [(str(fila.asesor), fila.desde, fila.hasta) for fila in filas] == [
        ("Laura", fabricas.SIEMPRE, HOY - UN_DIA),
        ("Diana", HOY, None),
    ]


def test_corregir_el_mismo_dia_no_deja_rastro_de_lo_que_no_rigio() -> None:
    sector = fabricas.entidad().sector
    for nombre in ("Laura", "Diana"):
        asesor = fabricas.funcionario(nombre=nombre)
        asignar_asesor(dependencia=asesor.dependencia, asesor=asesor, sector=sector, desde=HOY)
    assert [str(fila.asesor) for fila in AsesorAsignado.objects.all()] == ["Diana"]


def test_cada_oficina_reparte_lo_suyo() -> None:
    sector = fabricas.entidad().sector
    for clave in ("stdi", "ddri"):
        asesor = fabricas.funcionario(clave)
        asignar_asesor(dependencia=asesor.dependencia, asesor=asesor, sector=sector, desde=HOY)
    assert AsesorAsignado.objects.filter(hasta=None).count() == 2


@pytest.mark.parametrize("cuales", [(), ("sector", "entidad"), ("sector", "tema"), ("sector", "entidad", "tema")])
def test_se_da_un_sector_una_entidad_o_un_tema_y_solo_uno(cuales: tuple[str, ...]) -> None:
    asesor = fabricas.funcionario()
    todo = {"sector": fabricas.entidad().sector, "entidad": fabricas.entidad(), "tema": fabricas.tema()}
    dado: dict[str, Any] = {cual: todo[cual] for cual in cuales}
    with pytest.raises(AsignacionInvalida, match="Elija un sector, una entidad o un tema, y solo uno"):
        asignar_asesor(dependencia=asesor.dependencia, asesor=asesor, desde=HOY, **dado)
    with pytest.raises(IntegrityError, match="asesor_asignado_a_una_cosa"), transaction.atomic():
        AsesorAsignado.objects.create(dependencia=asesor.dependencia, asesor=asesor, desde=HOY, **dado)


def test_no_caben_dos_asesores_vigentes_para_lo_mismo() -> None:
    asesor = fabricas.funcionario()
    datos = {"dependencia": asesor.dependencia, "asesor": asesor, "entidad": fabricas.entidad()}
    AsesorAsignado.objects.create(desde=HOY, **datos)
    with pytest.raises(IntegrityError, match="un_asesor_vigente_por_entidad"), transaction.atomic():
        AsesorAsignado.objects.create(desde=HOY + UN_DIA, **datos)


def test_una_ausencia_no_termina_antes_de_empezar() -> None:
    uno, otro = fabricas.funcionario(), fabricas.funcionario()
    with pytest.raises(AsignacionInvalida, match="termina antes de empezar"):
        registrar_ausencia(asesor=uno, sustituto=otro, desde=HOY, hasta=HOY - UN_DIA, motivo="Vacaciones")
    with pytest.raises(IntegrityError, match="ausencia_en_orden"), transaction.atomic():
        Ausencia.objects.create(asesor=uno, sustituto=otro, desde=HOY, hasta=HOY - UN_DIA)


def test_nadie_se_reemplaza_a_si_mismo() -> None:
    uno = fabricas.funcionario()
    with pytest.raises(AsignacionInvalida, match="debe ser otra persona"):
        registrar_ausencia(asesor=uno, sustituto=uno, desde=HOY, hasta=HOY, motivo="Vacaciones")
    with pytest.raises(IntegrityError, match="ausencia_con_otro"), transaction.atomic():
        Ausencia.objects.create(asesor=uno, sustituto=uno, desde=HOY, hasta=HOY)


@pytest.mark.parametrize(
    ("raiz", "arbol"),
    [
        ("dddi", {"dddi", "stdi", "imprenta"}),
        ("ssda", {"ssda"}),
        ("sdfi", {"sdfi", "dddi", "stdi", "imprenta", "ddab", "ssda", "sgpd", "ddri"}),
    ],
)
def test_el_arbol_de_una_oficina(raiz: str, arbol: set[str]) -> None:
    assert set(Dependencia.objects.arbol(fabricas.dependencia(raiz)).values_list("clave", flat=True)) == arbol


@pytest.mark.parametrize(("clave", "direccion"), [("ssda", "ddab"), ("ddri", "ddri"), ("imprenta", "dddi")])
def test_cada_oficina_es_de_una_direccion(clave: str, direccion: str) -> None:
    assert fabricas.dependencia(clave).direccion.clave == direccion
