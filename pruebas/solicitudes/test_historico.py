from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones.historico import CasoHistorico, cargar_historico
from asiste.solicitudes.models import Actuacion, Anexo, Solicitud, TemaSolicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
DIA = timedelta(days=1)
Tipo = Actuacion.Tipo


def momento(anio: int, mes: int = 3, dia: int = 3) -> datetime:
    return datetime(anio, mes, dia, 10, tzinfo=fabricas.BOGOTA)


def caso(llegada: datetime, *, cambios: dict[str, Any] | None = None, **historia: Any) -> CasoHistorico:
    return CasoHistorico(pedido=fabricas.pedido(recibida_en=llegada, **cambios or {}), **{"asesor": None} | historia)


def completo(llegada: datetime) -> CasoHistorico:
    return caso(
        llegada,
        asesor=fabricas.funcionario(),
        tomada_en=llegada + DIA,
        respondida_en=llegada + 2 * DIA,
        respuesta="Va la guía.",
        atendida_en=llegada + 2 * DIA,
        cerrada_en=llegada + 3 * DIA,
    )


def test_se_numeran_por_orden_de_llegada_en_cada_anio() -> None:
    cargar_historico(casos=[caso(momento(2025)), caso(momento(2024, 5)), caso(momento(2024, 3))])
    assert list(Solicitud.objects.order_by("recibida_en").values_list("radicado", flat=True)) == [
        "AT-2024-1",
        "AT-2024-2",
        "AT-2025-1",
    ]


def test_siguen_a_los_numeros_ya_dados_y_lo_nuevo_sigue_a_ellos() -> None:
    fabricas.solicitud()
    cargar_historico(casos=[caso(fabricas.AHORA)])
    assert fabricas.solicitud().radicado == "AT-2026-3"


def test_no_se_avisa_a_nadie() -> None:
    cargar_historico(casos=[completo(momento(2025))])
    assert Mensaje.objects.count() == 0


def test_el_plazo_es_el_que_tuvo() -> None:
    (solicitud,) = cargar_historico(casos=[caso(datetime(2025, 4, 10, 18, tzinfo=fabricas.BOGOTA), dias=5)])
    assert (f"{solicitud.inicia_el}", solicitud.dias, f"{solicitud.vence_el}") == ("2025-04-11", 5, "2025-04-22")


def test_quedan_los_archivos_de_lo_que_llego_y_de_la_respuesta() -> None:
    llegada = momento(2025)
    con_archivos = replace(completo(llegada), anexos=[fabricas.archivo("guia.pdf")])
    pedido = replace(con_archivos.pedido, anexos=[fabricas.archivo("oficio.pdf")])
    cargar_historico(casos=[replace(con_archivos, pedido=pedido)])
    anexos = Anexo.objects.order_by("id").values_list("actuacion__tipo", "nombre")
    assert list(anexos) == [("radicada", "oficio.pdf"), ("respuesta", "guia.pdf")]


def test_un_caso_completo_queda_como_si_se_hubiera_tramitado_aqui() -> None:
    llegada = momento(2025)
    (solicitud,) = cargar_historico(casos=[completo(llegada)])
    solicitud.refresh_from_db()
    assert (solicitud.estado, solicitud.atendida_en, solicitud.toma.en_turno) == (
        Solicitud.Estado.CERRADA,
        llegada + 2 * DIA,
        True,
    )
    assert [paso.tipo for paso in solicitud.actuaciones.en_orden()] == [
        Tipo.RADICADA,
        Tipo.ASIGNADA,
        Tipo.TOMADA,
        Tipo.RESPUESTA,
        Tipo.ATENDIDA,
        Tipo.CERRADA,
    ]


@pytest.mark.disposicion("5-articulacion")
def test_el_tema_de_otra_direccion_queda_en_la_suya() -> None:
    temas = [fabricas.tema(), fabricas.tema("ddab-tecnologico")]
    asesor = fabricas.funcionario("stdi")
    cargar_historico(casos=[caso(momento(2025), cambios={"temas": temas}, asesor=asesor)])
    filas = TemaSolicitud.objects.order_by("id")
    assert [(fila.dependencia.clave, fila.responsable) for fila in filas] == [("stdi", asesor), ("ssda", None)]


def test_los_datos_se_guardan_como_al_radicar() -> None:
    cambios = {"solicitante_correo": "Carlos@SHD.gov.co", "asunto": "Plan\n de  mejora" + "x" * 300}
    (solicitud,) = cargar_historico(casos=[caso(momento(2025), cambios=cambios)])
    solicitud.refresh_from_db()
    assert (solicitud.solicitante_correo, solicitud.asunto[:16], len(solicitud.asunto)) == (
        "carlos@shd.gov.co",
        "Plan de mejoraxx",
        250,
    )


def test_sin_casos_no_hace_nada() -> None:
    assert cargar_historico(casos=[]) == []


def test_cien_casos_cuestan_lo_mismo_que_uno() -> None:
    lo_mismo = {"entidad": fabricas.entidad(), "temas": [fabricas.tema()]}
    consultas = []
    for cuantos in (1, 100):
        casos = [caso(momento(2025) + numero * DIA, cambios=lo_mismo) for numero in range(cuantos)]
        with CaptureQueriesContext(connection) as hechas:
            cargar_historico(casos=casos)
        consultas.append(len(hechas))
    assert consultas[1] <= consultas[0]
