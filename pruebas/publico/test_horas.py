"""Choosing an hour by the link of a mail."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asiste.agenda import firmas
from asiste.agenda.acciones import propuestas
from asiste.agenda.models import Propuesta, Sesion
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """The clock stopped at the moment of the factories."""
    with time_machine.travel(fabricas.AHORA, tick=False):
        yield


def ruta(propuesta: Propuesta) -> str:
    """Address of its link."""
    return reverse("horas", args=[firmas.firmar(firmas.HORAS, propuesta.clave)])


def franja(propuesta: Propuesta, cual: int = 0) -> dict[str, int]:
    """What the form sends for one of its hours."""
    return {"franja": propuesta.franjas.order_by("inicia")[cual].pk}


def pagina(client: Client, propuesta: Propuesta) -> str:
    """The page of the link."""
    return client.get(ruta(propuesta)).content.decode()


def test_abrir_el_enlace_no_elige_nada(client: Client) -> None:
    propuesta = fabricas_agenda.propuesta()
    assert "Elija la hora" in pagina(client, propuesta)
    assert Sesion.objects.count() == 0


def test_enviar_la_hora_la_programa_y_la_pagina_lo_dice(client: Client) -> None:
    propuesta = fabricas_agenda.propuesta()
    respuesta = client.post(ruta(propuesta), franja(propuesta), follow=True)
    assert "Quedó programada" in respuesta.content.decode()
    assert Sesion.objects.get().inicia == MANANA


def test_a_quien_llega_segundo_se_le_dice_que_se_ocupo_y_ve_las_otras(client: Client) -> None:
    laura = fabricas.funcionario("stdi")
    una, otra = fabricas_agenda.propuesta(dirige=laura), fabricas_agenda.propuesta(dirige=laura)
    client.post(ruta(una), franja(una))
    texto = client.post(ruta(otra), franja(otra)).content.decode()
    assert ("Esa hora acaba de ocuparse" in texto, texto.count('type="radio"')) == (True, 1)


def test_sin_horas_libres_solo_queda_pedir_otras(client: Client) -> None:
    propuesta = fabricas_agenda.propuesta()
    fabricas_agenda.sesion(dirige=propuesta.dirige, minutos=240)
    texto = pagina(client, propuesta)
    assert ("Ya no queda ninguna hora libre" in texto, "Pida otras horas" in texto) == (True, True)


def test_pedir_otras_lo_confirma(client: Client) -> None:
    propuesta = fabricas_agenda.propuesta()
    respuesta = client.post(f"{ruta(propuesta)}otras/", {"texto": "En la tarde"}, follow=True)
    propuesta.refresh_from_db()
    assert ("le avisamos a Laura Ortiz" in respuesta.content.decode(), propuesta.pidio_otras) == (True, "En la tarde")


def test_vencido_el_plazo_la_pagina_lo_dice(client: Client) -> None:
    propuesta = fabricas_agenda.propuesta()
    with time_machine.travel(fabricas.AHORA + timedelta(days=5), tick=False):
        assert "El plazo para elegir venció" in pagina(client, propuesta)


def test_retirada_la_pagina_lo_dice(client: Client) -> None:
    propuesta = fabricas_agenda.propuesta()
    propuestas.retirar(propuesta=propuesta, autor=propuesta.creada_por, ahora=fabricas.AHORA)
    assert "Estas horas ya no se ofrecen" in pagina(client, propuesta)
    assert (
        "Estas horas ya no se ofrecen" in client.post(ruta(propuesta), franja(propuesta), follow=True).content.decode()
    )


def test_la_hora_de_otra_propuesta_no_se_elige_con_este_enlace(client: Client) -> None:
    una, otra = fabricas_agenda.propuesta(), fabricas_agenda.propuesta()
    texto = client.post(ruta(una), franja(otra)).content.decode()
    assert ("Esa hora ya no está entre las ofrecidas" in texto, Sesion.objects.count()) == (True, 0)


def test_una_firma_de_otra_cosa_no_abre_las_horas(client: Client) -> None:
    propuesta = fabricas_agenda.propuesta()
    marca = firmas.firmar(firmas.COMPROMISO, propuesta.clave)
    assert client.get(reverse("horas", args=[marca])).status_code == 404
