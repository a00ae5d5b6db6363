"""The harness catches what it says it catches."""

import socket

import pytest
from django.db import connection
from django.template import engines
from pytest_socket import SocketConnectBlockedError

from asiste.directorio.models import Entidad
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.arnes.html import faltas
from pruebas.arnes.plantillas import RAIZ, VariableIndefinida


def test_la_red_esta_cerrada() -> None:
    with (
        socket.socket() as enchufe,
        pytest.warns(UserWarning, match="connect"),
        pytest.raises(SocketConnectBlockedError),
    ):
        enchufe.connect(("192.0.2.1", 80))


@pytest.mark.django_db
def test_una_consulta_sin_orden_llega_desordenada() -> None:
    vistas = {tuple(Entidad.objects.values_list("clave", flat=True)) for _ in range(3)}
    assert len(vistas) == 3


@pytest.mark.django_db
def test_una_consulta_con_orden_llega_en_su_orden() -> None:
    vistas = {tuple(Entidad.objects.order_by("clave").values_list("clave", flat=True)) for _ in range(3)}
    assert len(vistas) == 1


@pytest.mark.parametrize(
    ("documento", "falta"),
    [
        ("<p onclick='x()'>", "<p onclick>"),
        ("<p style='color:red'>", "<p style>"),
        ("<script>x()</script>", "<script> en línea"),
        ("<style>p{}</style>", "<style> en línea"),
        ("<a href='javascript:x()'>", "javascript: en <a>"),
        ("<script src='https://otro.co/x.js'></script>", "<script> pide https://otro.co/x.js"),
        ("<p id='a'></p><p id='a'></p>", "id repetido: a"),
        ("<html><body></body></html>", "0 títulos h1"),
        ("<form method='post'></form>", "formulario POST sin csrf_token"),
    ],
)
def test_una_pagina_con_faltas_se_rechaza(documento: str, falta: str) -> None:
    assert faltas(documento) == [falta]


def test_una_pagina_sin_faltas_pasa() -> None:
    assert faltas("<html><body><h1 id='a'>Asiste</h1><script src='/static/a.js'></script></body></html>") == []


@pytest.mark.django_db
@pytest.mark.parametrize("estado", Solicitud.Estado)
def test_la_fabrica_lleva_la_solicitud_al_estado_pedido(estado: Solicitud.Estado) -> None:
    solicitud = fabricas.solicitud(estado=estado)
    assert Solicitud.objects.get(pk=solicitud.pk).estado == estado


def test_la_base_real_confirma(base_real: str) -> None:
    fabricas.solicitud()
    connection.close()
    assert Solicitud.objects.count() == 1
    assert connection.settings_dict["NAME"] in base_real


@pytest.fixture
def plantilla_nuestra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes the templates of the test for ones of the repository."""
    monkeypatch.setattr("pruebas.arnes.plantillas._plantilla", lambda marco: str(RAIZ / "x.html"))


@pytest.mark.usefixtures("plantilla_nuestra")
def test_una_variable_que_nadie_dio_es_un_error() -> None:
    with pytest.raises(VariableIndefinida):
        engines["django"].from_string("{{ nadie }}").render({})


@pytest.mark.usefixtures("plantilla_nuestra")
def test_un_valor_por_defecto_basta() -> None:
    plantilla = engines["django"].from_string("{{ nadie|default:'nada' }}{% if nadie %}x{% endif %}")
    assert plantilla.render({}) == "nada"
