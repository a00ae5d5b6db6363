"""Who else has open what several people write."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste.agenda.acciones import marcar_presencia_en_acta
from asiste.agenda.models import PresenciaActa
from asiste.conceptos.acciones import marcar_presencia_en_concepto
from asiste.conceptos.models import PresenciaConcepto
from asiste.escritura.acciones import olvidar_presencias
from asiste.solicitudes.acciones import marcar_presencia
from asiste.solicitudes.models import Presencia, Solicitud
from pruebas import fabricas, fabricas_conceptos
from pruebas.agenda import actas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA


@pytest.fixture
def caso() -> Solicitud:
    return fabricas.solicitud()


def test_marcar_y_saber_quien_mas_esta_es_una_sola_instruccion(caso: Solicitud) -> None:
    laura, diana = (fabricas.usuario(nombre=nombre) for nombre in ("Laura", "Diana"))
    marcar_presencia(solicitud=caso, usuario=diana, ahora=AHORA, escribe=True)
    with CaptureQueriesContext(connection) as consultas:
        otras = marcar_presencia(solicitud=caso, usuario=laura, ahora=AHORA)
        dicho = [(una.nombre, una.escribiendo, una.solicitud) for una in otras]
    assert (dicho, len(consultas)) == ([("Diana", "la respuesta", caso)], 1)


def test_marcar_otra_vez_no_repite(caso: Solicitud) -> None:
    laura, despues = fabricas.usuario(), AHORA + timedelta(seconds=9)
    marcar_presencia(solicitud=caso, usuario=laura, ahora=AHORA)
    marcar_presencia(solicitud=caso, usuario=laura, ahora=despues, escribe=True)
    assert list(Presencia.objects.values_list("vista_en", "escribe")) == [(despues, True)]


def test_en_un_acta_se_sigue_escribiendo_un_minuto_aunque_solo_se_mire() -> None:
    acta = actas.empezada(fabricas.funcionario("stdi"))
    laura, diana = (fabricas.usuario(nombre=nombre) for nombre in ("Laura", "Diana"))
    marcar_presencia_en_acta(acta=acta, usuario=diana, ahora=AHORA, clave="desarrollo")
    dicho = []
    for segundos in (59, 60):
        ahora = AHORA + timedelta(seconds=segundos)
        marcar_presencia_en_acta(acta=acta, usuario=diana, ahora=ahora)
        dicho += [una.escribiendo for una in marcar_presencia_en_acta(acta=acta, usuario=laura, ahora=ahora)]
    assert dicho == ["«Desarrollo»", ""]


@pytest.mark.parametrize(("segundos", "cuantas"), [(59, 1), (60, 0)])
def test_se_esta_presente_un_minuto(caso: Solicitud, segundos: int, cuantas: int) -> None:
    marcar_presencia(solicitud=caso, usuario=fabricas.usuario(), ahora=AHORA)
    ahora = AHORA + timedelta(seconds=segundos)
    assert len(marcar_presencia(solicitud=caso, usuario=fabricas.usuario(), ahora=ahora)) == cuantas


def test_no_se_ve_uno_mismo_ni_a_quien_esta_en_otro_caso(caso: Solicitud) -> None:
    laura, diana, jorge = (fabricas.usuario(nombre=nombre) for nombre in ("Laura", "Diana", "Jorge"))
    for quien, donde in ((laura, caso), (diana, caso), (jorge, fabricas.solicitud())):
        marcar_presencia(solicitud=donde, usuario=quien, ahora=AHORA)
    assert [una.usuario for una in marcar_presencia(solicitud=caso, usuario=laura, ahora=AHORA)] == [diana]


def test_se_dicen_por_su_nombre_o_por_su_correo(caso: Solicitud) -> None:
    sin_nombre = fabricas.usuario(nombre="")
    for quien in (fabricas.usuario(nombre="Zoila"), sin_nombre, fabricas.usuario(nombre="Ana")):
        marcar_presencia(solicitud=caso, usuario=quien, ahora=AHORA)
    otras = marcar_presencia(solicitud=caso, usuario=fabricas.usuario(), ahora=AHORA)
    assert [una.nombre for una in otras] == [sin_nombre.email, "Ana", "Zoila"]


def test_lo_de_ayer_se_olvida_donde_haya_sido(caso: Solicitud) -> None:
    laura = fabricas.funcionario("stdi")
    acta, concepto = actas.empezada(laura), fabricas_conceptos.concepto(autor=laura)
    for hace in (timedelta(hours=1), timedelta(days=2)):
        usuario, momento = fabricas.usuario(), AHORA - hace
        marcar_presencia(solicitud=caso, usuario=usuario, ahora=momento)
        marcar_presencia_en_acta(acta=acta, usuario=usuario, ahora=momento)
        marcar_presencia_en_concepto(concepto=concepto, usuario=usuario, ahora=momento)
    assert [olvidar_presencias(ahora=AHORA) for _ in range(2)] == [3, 0]
    assert [modelo.objects.count() for modelo in (Presencia, PresenciaActa, PresenciaConcepto)] == [1, 1, 1]
