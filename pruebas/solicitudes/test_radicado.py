from datetime import datetime, timedelta
from functools import partial

import pytest
from django.db import ProgrammingError, transaction

from asiste.solicitudes import acciones
from asiste.solicitudes.models import Consecutivo, Solicitud
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez

AHORA = fabricas.AHORA
FIN_DE_ANIO = datetime(2026, 12, 31, 23, 30, tzinfo=fabricas.BOGOTA)


class SeArrepiente(Exception):
    """What goes wrong after the number was given."""


def radicar(*, falla: bool = False) -> str:
    try:
        with transaction.atomic():
            nueva = acciones.radicar(pedido=fabricas.pedido(), ahora=AHORA)
            if falla:
                raise SeArrepiente
    except SeArrepiente:
        return ""
    return nueva.radicado


@pytest.mark.django_db
def test_el_radicado_lleva_el_anio_y_el_consecutivo() -> None:
    assert [fabricas.solicitud().radicado for _ in range(3)] == ["AT-2026-1", "AT-2026-2", "AT-2026-3"]


def test_cincuenta_a_la_vez_con_fallas_en_medio_van_del_uno_al_cincuenta(base_real: str) -> None:
    tareas = [partial(radicar, falla=numero % 3 == 2) for numero in range(75)]
    dados = [radicado for radicado in a_la_vez(tareas, hilos=12) if radicado]
    assert list(Solicitud.objects.order_by("id").values_list("numero", flat=True)) == list(range(1, 51))
    assert sorted(dados) == sorted(f"AT-2026-{numero}" for numero in range(1, 51))
    assert Consecutivo.objects.get(pk=2026).ultimo == 50


@pytest.mark.django_db
def test_el_orden_de_los_numeros_es_el_de_radicacion() -> None:
    for _ in range(3):
        fabricas.solicitud()
    assert list(Solicitud.objects.order_by("id").values_list("numero", flat=True)) == [1, 2, 3]


@pytest.mark.django_db
def test_un_numero_que_no_se_confirmo_lo_recibe_la_siguiente() -> None:
    assert (radicar(falla=True), radicar()) == ("", "AT-2026-1")


@pytest.mark.django_db
def test_a_las_once_y_media_de_la_noche_del_31_en_bogota_todavia_es_el_mismo_anio() -> None:
    assert fabricas.solicitud(ahora=FIN_DE_ANIO).radicado == "AT-2026-1"


@pytest.mark.django_db
def test_cada_anio_empieza_en_uno() -> None:
    fabricas.solicitud(ahora=FIN_DE_ANIO)
    assert fabricas.solicitud(ahora=FIN_DE_ANIO + timedelta(hours=1)).radicado == "AT-2027-1"


@pytest.mark.django_db
def test_lo_que_llego_en_diciembre_y_se_radica_en_enero_lleva_el_anio_de_la_radicacion() -> None:
    enero = FIN_DE_ANIO + timedelta(days=4)
    assert fabricas.solicitud(ahora=enero, recibida_en=FIN_DE_ANIO).radicado == "AT-2027-1"


@pytest.mark.django_db
@pytest.mark.parametrize("cambio", [{"numero": 9}, {"anio": 2025}, {"radicado": "AT-2026-9"}, {"radicada_en": AHORA}])
def test_el_numero_no_cambia_nunca(cambio: dict[str, object]) -> None:
    solicitud = fabricas.solicitud(ahora=AHORA + timedelta(hours=1))
    with pytest.raises(ProgrammingError, match="Cannot update rows"), transaction.atomic():
        Solicitud.objects.filter(pk=solicitud.pk).update(**cambio)


@pytest.mark.django_db
def test_una_solicitud_no_se_borra() -> None:
    solicitud = fabricas.solicitud()
    with pytest.raises(ProgrammingError, match="Cannot delete rows"), transaction.atomic():
        Solicitud.objects.filter(pk=solicitud.pk)._raw_delete("default")


@pytest.mark.django_db
def test_el_consecutivo_no_retrocede() -> None:
    fabricas.solicitud()
    with pytest.raises(ProgrammingError, match="Cannot update rows"), transaction.atomic():
        Consecutivo.objects.update(ultimo=0)


@pytest.mark.django_db
def test_el_consecutivo_no_se_borra() -> None:
    fabricas.solicitud()
    with pytest.raises(ProgrammingError, match="Cannot delete rows"), transaction.atomic():
        Consecutivo.objects.all().delete()
