"""Counting what an answer cites."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste.conocimiento.acciones.citas import anotar_citas
from asiste.conocimiento.models import Uso
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.fabricas_conceptos import publicacion

pytestmark = pytest.mark.django_db


def test_cuenta_lo_que_se_cita_por_direccion_y_por_numero() -> None:
    una, otra = publicacion(numero="C-DDAB-2026-701"), publicacion(numero="C-DDAB-2026-702")
    texto = f"Vea https://asiste.example/conocimiento/{una.clave}/ y el concepto C-DDAB-2026-702."
    assert anotar_citas(texto=texto, referencia="AT-2026-1", ahora=fabricas.AHORA) == [una, otra]
    assert list(Uso.objects.order_by("id").values_list("publicacion", "clase", "referencia")) == [
        (una.pk, "respuesta", "AT-2026-1"),
        (otra.pk, "respuesta", "AT-2026-1"),
    ]


def test_citarla_dos_veces_en_un_caso_cuenta_una() -> None:
    una = publicacion()
    for _ in range(2):
        anotar_citas(texto=f"/conocimiento/{una.clave}/", referencia="AT-2026-1", ahora=fabricas.AHORA)
    assert Uso.objects.count() == 1


def test_un_texto_que_no_cita_no_pregunta_nada() -> None:
    with CaptureQueriesContext(connection) as consultas:
        assert anotar_citas(texto="Buen día.", referencia="AT-2026-1", ahora=fabricas.AHORA) == []
    assert len(consultas) == 0


def test_se_cuenta_cuando_la_respuesta_sale() -> None:
    asesora, una = fabricas.funcionario("stdi"), publicacion()
    caso = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE)
    texto = f"Le sirve esto: https://asiste.example/conocimiento/{una.clave}/"
    acciones.responder(solicitud=caso, texto=texto, autor=asesora.usuario, ahora=fabricas.AHORA)
    uso = Uso.objects.get()
    assert (uso.publicacion, uso.referencia, uso.entidad) == (una, caso.radicado, caso.entidad)
