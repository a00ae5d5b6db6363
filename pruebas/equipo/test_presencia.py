"""Who else is on a case, as its pages tell it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

EN_EL_CASO = "<strong>Diana Pérez</strong> está en este caso"
ESCRIBE = "<strong>Diana Pérez</strong> está escribiendo la respuesta"


@pytest.fixture
def caso(asesora: Funcionario) -> Solicitud:
    return fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE)


@pytest.fixture
def jefa(db: None) -> Client:
    return fabricas.sesion(fabricas.funcionario("stdi", nombre="Diana Pérez", rol=Rol.SUBDIRECCION).usuario)


def url(vista: str, caso: Solicitud) -> str:
    return reverse(f"equipo:{vista}", args=[caso.radicado])


@pytest.mark.parametrize(("vista", "dicho"), [("solicitud", EN_EL_CASO), ("nota", EN_EL_CASO), ("respuesta", ESCRIBE)])
def test_quien_abre_el_caso_se_ve_en_las_paginas_de_los_demas(
    navegador: Client, jefa: Client, caso: Solicitud, vista: str, dicho: str
) -> None:
    assert "Diana" not in navegador.get(url("presentes", caso)).content.decode()
    jefa.get(url(vista, caso))
    for donde in ("solicitud", "respuesta", "presentes"):
        assert dicho in navegador.get(url(donde, caso)).content.decode()


def test_el_fragmento_es_lo_mismo_que_la_pagina(navegador: Client, jefa: Client, caso: Solicitud) -> None:
    jefa.get(url("respuesta", caso))
    fragmento = navegador.get(url("presentes", caso)).content.decode()
    assert fragmento.strip() in navegador.get(url("solicitud", caso)).content.decode()


def test_si_nada_cambio_no_se_responde_nada(navegador: Client, jefa: Client, caso: Solicitud) -> None:
    assert navegador.get(url("presentes", caso) + "?hay=").status_code == 204
    jefa.get(url("solicitud", caso))
    assert navegador.get(url("presentes", caso) + "?hay=").status_code == 200


def test_quien_se_fue_deja_de_verse_en_un_minuto(navegador: Client, jefa: Client, caso: Solicitud) -> None:
    jefa.get(url("respuesta", caso))
    with time_machine.travel(fabricas.AHORA + timedelta(seconds=61), tick=False):
        assert "Diana" not in navegador.get(url("solicitud", caso)).content.decode()


def test_preguntar_cuesta_lo_mismo_con_mucha_gente(navegador: Client, caso: Solicitud) -> None:
    def coste() -> int:
        with CaptureQueriesContext(connection) as consultas:
            navegador.get(url("presentes", caso))
        return len(consultas)

    coste()
    sola = coste()
    for numero in range(3):
        otra = fabricas.funcionario("stdi", nombre=f"Persona {numero}")
        fabricas.sesion(otra.usuario).get(url("solicitud", caso))
    assert coste() == sola
