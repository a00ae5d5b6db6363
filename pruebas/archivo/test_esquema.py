"""The operative scheme: what is drawn is what the actions do."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from asiste.archivo.esquema.dibujo import ABIERTA, dibujo, enlaces
from asiste.archivo.esquema.pasos import AUTOGESTION, ENCUESTA, pasos
from asiste.cuentas.models import Rol
from asiste.solicitudes.estados import TRANSICIONES
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-esquema-operativo")]
ABIERTOS = [estado.value for estado in Solicitud.ABIERTOS]


def dibujadas() -> set[tuple[str, str]]:
    """Pairs of states that the arrows join; what leaves the group, leaves each of the open ones."""
    pares: set[tuple[str, str]] = set()
    for de, a in enlaces():
        if a != ABIERTA:
            pares |= {(origen, a) for origen in (ABIERTOS if de == ABIERTA else [de])}
    return pares


def test_cada_estado_tiene_su_paso_entre_la_autogestion_y_la_encuesta() -> None:
    claves = [paso.clave for paso in pasos()]
    assert sorted(claves) == sorted([AUTOGESTION, ENCUESTA, *Solicitud.Estado.values])
    assert claves.index(AUTOGESTION) < claves.index("por-tomar") < claves.index("cerrada") < claves.index(ENCUESTA)


def test_las_flechas_son_las_transiciones() -> None:
    hacia_adelante = {
        (una.de.value if una.de else AUTOGESTION, una.a.value)
        for una in TRANSICIONES
        if una.de in {None, *Solicitud.ABIERTOS} or una.a not in Solicitud.ABIERTOS
    }
    assert dibujadas() == hacia_adelante | {("cerrada", ENCUESTA)}


def test_lo_que_vuelve_llega_a_las_que_estan_sin_atender() -> None:
    vuelven = {una.de.value for una in TRANSICIONES if una.de and una.de not in Solicitud.ABIERTOS} - {"atendida"}
    assert {de for de, a in enlaces() if a == ABIERTA} == vuelven | {"atendida"}


def test_ninguna_caja_tapa_a_otra() -> None:
    cajas = [casilla.caja for casilla in dibujo().casillas]
    encima = [
        (una, otra)
        for numero, una in enumerate(cajas)
        for otra in cajas[numero + 1 :]
        if abs(una.x - otra.x) < una.ancho and abs(una.y - otra.y) < una.alto
    ]
    assert encima == []
    assert max(caja.derecha for caja in cajas) < dibujo().ancho
    assert max(caja.abajo for caja in cajas) < dibujo().alto


def test_la_pagina_publica_dice_cada_paso_con_palabras(client: Client) -> None:
    pagina = client.get(reverse("esquema")).content.decode()
    assert [paso.titulo for paso in pasos() if paso.texto not in pagina] == []
    assert re.findall(r"<title id=.flujo-titulo.>(.*?)</title>", pagina) == [
        "Esquema operativo de la asistencia técnica"
    ]


def test_el_equipo_ve_cuantas_hay_en_cada_paso_de_las_suyas() -> None:
    fabricas.solicitud(estado=Solicitud.Estado.CERRADA)
    fabricas.solicitud()
    fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[])
    navegador = fabricas.sesion(fabricas.funcionario("dddi", rol=Rol.DIRECCION).usuario)
    marcas = navegador.get(reverse("equipo:esquema")).context["marcas"]
    cuentas = {marca.casilla.paso.clave: marca.cuenta for marca in marcas if marca.cuenta}
    assert cuentas == {"por-tomar": 1, "cerrada": 1}
    base = reverse("equipo:base")
    assert [marca.url for marca in marcas if marca.casilla.paso.clave == "cerrada"] == [f"{base}?estado=cerrada"]
