"""Writing on the web about a case that ended does the same as by mail, and says what it did."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Actuacion, Solicitud, Vinculo
from pruebas import fabricas

Estado, Tipo = Solicitud.Estado, Actuacion.Tipo
PREGUNTA = "Buen día: ¿el formato nuevo también aplica a las localidades?"
DESPUES = fabricas.AHORA + timedelta(days=15)  # the day after the tenth business day of the end


@pytest.fixture(autouse=True)
def reloj() -> Iterator[time_machine.Traveller]:
    """Everything ends on Thursday 19 November 2026; a test may move the clock."""
    with time_machine.travel(fabricas.AHORA, tick=False) as viaje:
        yield viaje


def escribir(navegador: Client, caso: Solicitud, texto: str = PREGUNTA) -> tuple[str, list[str]]:
    """Where the person is led, and what is told there."""
    respuesta = navegador.post(reverse("entidad:mensaje", args=[caso.radicado]), {"texto": texto})
    caso.refresh_from_db()
    return respuesta["Location"], [str(mensaje) for mensaje in get_messages(respuesta.wsgi_request)]


def pagina(caso: Solicitud) -> str:
    return reverse("entidad:solicitud", args=[caso.radicado]) + "#actuaciones"


def test_a_tiempo_reabre_el_caso_y_lo_dice(navegador: Client) -> None:
    caso = fabricas.solicitud(estado=Estado.CERRADA)
    dicho = f"Reabrimos la solicitud {caso} con su mensaje: el plazo sigue desde el siguiente día hábil."
    assert escribir(navegador, caso) == (pagina(caso), [dicho])
    ultimas = [hecho.tipo for hecho in caso.actuaciones.en_orden()][-2:]
    assert (caso.estado, ultimas) == (Estado.EN_TRAMITE, [Tipo.REABIERTA, Tipo.RECIBIDA])


def test_tarde_radica_otra_que_la_continua_y_lo_dice(persona: Usuario, reloj: time_machine.Traveller) -> None:
    caso = fabricas.solicitud(estado=Estado.CERRADA)
    reloj.move_to(DESPUES, tick=False)
    adonde = escribir(fabricas.sesion(persona), caso)
    vinculo = Vinculo.objects.get()
    nueva = vinculo.solicitud
    dicho = f"La {caso} ya no se reabre: radicamos su mensaje como {nueva}, que la continúa."
    assert adonde == (pagina(nueva), [dicho])
    assert (caso.estado, vinculo.otra, vinculo.tipo) == (Estado.CERRADA, caso, Vinculo.Tipo.CONTINUACION)
    assert (nueva.texto, nueva.asunto, nueva.entidad, nueva.dependencia) == (
        PREGUNTA,
        caso.asunto,
        caso.entidad,
        caso.dependencia,
    )


def test_lo_anulado_no_se_reabre_nunca(navegador: Client) -> None:
    caso = fabricas.solicitud(estado=Estado.ANULADA)
    escribir(navegador, caso)
    assert (caso.estado, Vinculo.objects.get().otra) == (Estado.ANULADA, caso)


def test_las_gracias_solo_se_agregan(navegador: Client) -> None:
    caso = fabricas.solicitud(estado=Estado.CERRADA)
    assert escribir(navegador, caso, "Muchas gracias por la respuesta.")[1] == ["Su mensaje quedó en la solicitud."]
    assert (caso.estado, Solicitud.objects.count()) == (Estado.CERRADA, 1)


@pytest.mark.parametrize(("dias", "dice"), [(0, "la reabrimos"), (15, "radicamos otra que la continúa")])
def test_antes_de_escribir_se_sabe_que_va_a_pasar(
    persona: Usuario, reloj: time_machine.Traveller, dias: int, dice: str
) -> None:
    caso = fabricas.solicitud(estado=Estado.CERRADA)
    reloj.move_to(fabricas.AHORA + timedelta(days=dias), tick=False)
    assert dice in fabricas.sesion(persona).get(pagina(caso)).content.decode()
