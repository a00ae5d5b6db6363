"""Who else has a case open."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste.solicitudes import acciones
from asiste.solicitudes.models import Presencia, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA


@pytest.fixture
def caso() -> Solicitud:
    return fabricas.solicitud()


def test_marcar_es_una_sola_instruccion_y_no_repite(caso: Solicitud) -> None:
    laura = fabricas.usuario()
    acciones.marcar_presencia(solicitud=caso, usuario=laura, ahora=AHORA)
    with CaptureQueriesContext(connection) as consultas:
        acciones.marcar_presencia(solicitud=caso, usuario=laura, ahora=AHORA + timedelta(seconds=9), escribe=True)
    assert len(consultas) == 1
    assert list(Presencia.objects.values_list("vista_en", "escribe")) == [(AHORA + timedelta(seconds=9), True)]


@pytest.mark.parametrize(("segundos", "cuantas"), [(59, 1), (60, 0)])
def test_se_esta_presente_un_minuto(caso: Solicitud, segundos: int, cuantas: int) -> None:
    acciones.marcar_presencia(solicitud=caso, usuario=fabricas.usuario(), ahora=AHORA)
    ahora = AHORA + timedelta(seconds=segundos)
    assert Presencia.objects.otras(caso, fabricas.usuario(), ahora).count() == cuantas


def test_no_se_ve_uno_mismo_ni_a_quien_esta_en_otro_caso(caso: Solicitud) -> None:
    laura, diana, jorge = (fabricas.usuario(nombre=nombre) for nombre in ("Laura", "Diana", "Jorge"))
    for quien, donde in ((laura, caso), (diana, caso), (jorge, fabricas.solicitud())):
        acciones.marcar_presencia(solicitud=donde, usuario=quien, ahora=AHORA)
    assert [una.usuario for una in Presencia.objects.otras(caso, laura, AHORA)] == [diana]


def test_lo_de_ayer_se_olvida(caso: Solicitud) -> None:
    for hace in (timedelta(hours=1), timedelta(days=2)):
        acciones.marcar_presencia(solicitud=caso, usuario=fabricas.usuario(), ahora=AHORA - hace)
    assert [acciones.olvidar_presencias(ahora=AHORA) for _ in range(2)] == [1, 0]
    assert Presencia.objects.count() == 1
