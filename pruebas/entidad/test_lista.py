"""The list of requests of my entities."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import guardar_borrador
from asiste.solicitudes.models import Solicitud
from asiste.web.interfaz.paginas import FILAS
from pruebas import fabricas

LISTA = reverse("entidad:solicitudes")


def ver(navegador: Client, **parametros: str) -> str:
    return navegador.get(LISTA, parametros).content.decode()


def test_sin_solicitudes_invita_a_pedir(navegador: Client) -> None:
    pagina = ver(navegador)
    assert "Aún no hay solicitudes" in pagina
    assert pagina.count(f'href="{reverse("entidad:solicitar")}"') == 2


def test_la_mas_reciente_va_primero(navegador: Client) -> None:
    primera = fabricas.solicitud(ahora=fabricas.AHORA - timedelta(days=1))
    segunda = fabricas.solicitud()
    pagina = ver(navegador)
    assert pagina.index(segunda.radicado) < pagina.index(primera.radicado)


def test_no_trae_las_de_otra_entidad(navegador: Client) -> None:
    ajena = fabricas.solicitud(entidad=fabricas.entidad("idu"), solicitante_correo="ana@idu.gov.co")
    assert ajena.radicado not in ver(navegador)


@pytest.mark.parametrize("busqueda", ["tramites", "TRÁMITES", "AT-2026-2"])
def test_busca_por_radicado_y_por_palabras_sin_tildes(navegador: Client, busqueda: str) -> None:
    otra = fabricas.solicitud()
    buscada = fabricas.solicitud(asunto="Racionalización de trámites")
    pagina = ver(navegador, q=busqueda)
    assert [una.radicado in pagina for una in (otra, buscada)] == [False, True]


def test_filtra_por_estado(navegador: Client) -> None:
    espera = fabricas.solicitud()
    cerrada = fabricas.solicitud(estado=Solicitud.Estado.CERRADA)
    pagina = ver(navegador, estado="cerrada")
    assert [una.radicado in pagina for una in (espera, cerrada)] == [False, True]


def test_un_filtro_sin_resultados_lo_dice_y_deja_volver(navegador: Client) -> None:
    fabricas.solicitud()
    pagina = ver(navegador, q="inexistente")
    assert "Ninguna solicitud coincide" in pagina
    assert f'href="{LISTA}">Ver todas' in pagina


def test_un_estado_que_no_existe_no_filtra_y_se_explica(navegador: Client) -> None:
    solicitud = fabricas.solicitud()
    pagina = ver(navegador, estado="perdida")
    assert solicitud.radicado in pagina
    assert "Elija un estado de la lista." in pagina


def test_avisa_que_hay_una_solicitud_sin_enviar(navegador: Client, persona: Usuario) -> None:
    guardar_borrador(usuario=persona, datos={"asunto": "A medias"}, ahora=fabricas.AHORA)
    assert "Tiene una solicitud sin enviar" in ver(navegador)


def test_cuesta_lo_mismo_con_una_que_con_tres(navegador: Client) -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    with CaptureQueriesContext(connection) as con_una:
        ver(navegador)
    for _ in range(2):
        fabricas.solicitud(estado=Solicitud.Estado.CERRADA)
    with CaptureQueriesContext(connection) as con_tres:
        ver(navegador)
    assert len(con_tres) == len(con_una)


def test_se_pasa_de_pagina_en_los_dos_sentidos(navegador: Client) -> None:
    radicados = [fabricas.solicitud(acusar=False).radicado for _ in range(FILAS + 1)]
    primera = navegador.get(LISTA)
    siguiente = primera.context["pagina"].siguiente
    segunda = navegador.get(LISTA, {"despues": siguiente})
    vuelta = navegador.get(LISTA, {"antes": segunda.context["pagina"].anterior})
    assert [una.radicado for una in primera.context["pagina"].filas] == radicados[:0:-1]
    assert [una.radicado for una in segunda.context["pagina"].filas] == radicados[:1]
    assert [una.radicado for una in vuelta.context["pagina"].filas] == radicados[:0:-1]


def test_una_marca_de_pagina_sin_sentido_da_la_primera(navegador: Client) -> None:
    solicitud = fabricas.solicitud()
    assert solicitud.radicado in ver(navegador, despues="x")
