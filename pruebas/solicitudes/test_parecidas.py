"""Requests that ask almost the same: the pairs that chose the limits, and whose they must be."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.parecidas import Escrito, hay_sin_ver, parecidas, parecidas_a
from pruebas import fabricas

pytestmark = pytest.mark.django_db

PAREJAS = tomllib.loads((Path(__file__).parent / "parejas.toml").read_text(encoding="utf-8"))["pareja"]
ASUNTO, TEXTO = "Plan de mejora de integridad", "Necesitamos asesoría para el plan de mejora."


def escrito(**cambios: Any) -> Escrito:
    """What the factories file, asked by Hacienda."""
    datos: dict[str, Any] = {"entidad_id": fabricas.entidad().pk, "correo": "", "asunto": ASUNTO, "texto": TEXTO}
    return Escrito(**datos | cambios)


def halladas(cual: Escrito, cuando: Any = fabricas.AHORA) -> list[Solicitud]:
    return parecidas(cual, entre=Solicitud.objects.all(), cuando=cuando)


@pytest.mark.parametrize("pareja", PAREJAS, ids=lambda pareja: pareja["caso"])
def test_distingue_la_misma_solicitud_de_otra(pareja: dict[str, Any]) -> None:
    antes = fabricas.solicitud(asunto=pareja["antes"][0], texto=pareja["antes"][1])
    asunto, texto = pareja["ahora"]
    esperadas = [antes] if pareja["parecidas"] else []
    assert halladas(escrito(asunto=asunto, texto=texto)) == esperadas


def test_una_solicitud_sin_texto_se_compara_por_su_asunto() -> None:
    antes = fabricas.solicitud(texto="")
    assert halladas(escrito()) == [antes]


def test_sin_asunto_no_se_busca() -> None:
    fabricas.solicitud()
    vacio = escrito(asunto=" ")
    with CaptureQueriesContext(connection) as consultas:
        assert halladas(vacio) == []
    assert len(consultas) == 0


def test_la_de_otra_entidad_no_cuenta() -> None:
    fabricas.solicitud(entidad=fabricas.entidad("idu"))
    assert halladas(escrito()) == []


def test_sin_entidad_se_compara_con_lo_del_mismo_correo() -> None:
    suya = fabricas.solicitud(entidad=None, solicitante_correo="ana@correo.example")
    fabricas.solicitud(entidad=None, solicitante_correo="otra@correo.example")
    assert halladas(escrito(entidad_id=None, correo="Ana@correo.example")) == [suya]


def test_sin_entidad_ni_correo_no_es_de_nadie() -> None:
    fabricas.solicitud(entidad=None, solicitante_correo="")
    assert halladas(escrito(entidad_id=None)) == []


def test_con_entidad_tambien_lo_que_esa_persona_pidio_antes_de_identificarla() -> None:
    antes = fabricas.solicitud(entidad=None, solicitante_correo="ana@correo.example")
    assert halladas(escrito(correo="ana@correo.example")) == [antes]


@pytest.mark.parametrize(("dias", "cuantas"), [(30, 1), (31, 0)])
def test_mira_treinta_dias(dias: int, cuantas: int) -> None:
    fabricas.solicitud()
    assert len(halladas(escrito(), fabricas.AHORA + timedelta(days=dias))) == cuantas


def test_muestra_las_tres_mas_parecidas_primero_la_mas() -> None:
    lejana = fabricas.solicitud(texto="Necesitamos asesoría urgente para el plan de mejora que exige el comité.")
    iguales = [fabricas.solicitud() for _ in range(3)]
    assert halladas(escrito()) == list(reversed(iguales))
    assert halladas(escrito(texto=lejana.texto))[0] == lejana


@pytest.mark.parametrize("estado", [Solicitud.Estado.ANULADA, Solicitud.Estado.FUSIONADA])
def test_la_anulada_y_la_unida_a_otra_no_cuentan(estado: Solicitud.Estado) -> None:
    quitada = fabricas.solicitud(estado=estado, entidad=fabricas.entidad("idu"))
    assert halladas(escrito(entidad_id=quitada.entidad_id)) == []


def test_una_radicada_no_se_parece_a_si_misma() -> None:
    primera, segunda = fabricas.solicitud(), fabricas.solicitud()
    assert parecidas_a(segunda, entre=Solicitud.objects.all()) == [primera]


def test_solo_se_avisa_de_lo_que_no_se_ha_mostrado() -> None:
    una, otra = fabricas.solicitud(), fabricas.solicitud()
    mostradas = [
        hay_sin_ver([una, otra], vistas) for vistas in ([], [f"{una}"], [f"{una} {otra}"], [f"{una}", f"{otra} "])
    ]
    assert mostradas == [True, True, False, False]


def test_compara_solo_las_ultimas_de_la_entidad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asiste.solicitudes.parecidas.CANDIDATAS", 2)
    _, segunda, tercera = (fabricas.solicitud() for _ in range(3))
    assert halladas(escrito()) == [tercera, segunda]
