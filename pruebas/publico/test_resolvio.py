"""«Esto resolvió mi duda», said by anyone on the page of a publication."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from asiste.conocimiento.models import Publicacion, Uso
from pruebas import fabricas
from pruebas.fabricas_conceptos import publicacion

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def decir(navegador: Client, una: Publicacion, *, htmx: bool = True) -> str:
    """Says it, and gives the answer."""
    ruta = reverse("publicacion-resolvio", args=[una.clave])
    return navegador.post(ruta, headers=HTMX if htmx else {}).content.decode()


@pytest.mark.disposicion("7.1.3-ans-niveles")
def test_se_cuenta_de_nivel_1_aunque_no_se_sepa_de_quien(client: Client) -> None:
    una = publicacion()
    assert "quedó contado como asistencia de nivel 1" in decir(client, una)
    assert (Uso.objects.get().clase, Uso.objects.get().entidad) == (Uso.Clase.RESOLVIO, None)


def test_de_un_enlace_se_cuenta_para_su_entidad() -> None:
    enlace = fabricas.cuenta(fabricas.enlace("sdh"))
    decir(fabricas.sesion(enlace), publicacion())
    assert Uso.objects.get().entidad == fabricas.entidad("sdh")


def test_la_misma_persona_la_cuenta_una_vez(client: Client) -> None:
    una = publicacion()
    respuestas = [decir(client, una) for _ in range(2)]
    assert (Uso.objects.count(), "Ya lo habíamos contado" in respuestas[1]) == (1, True)


def test_cada_publicacion_se_cuenta_por_su_lado(client: Client) -> None:
    for _ in range(2):
        decir(client, publicacion())
    assert Uso.objects.count() == 2


def test_desde_un_mismo_lugar_no_se_infla_la_cuenta_y_se_dice() -> None:
    una = publicacion()
    respuestas = [decir(Client(), una) for _ in range(61)]
    assert (Uso.objects.count(), "Esta vez no se contó" in respuestas[-1]) == (60, True)


def test_sin_javascript_vuelve_a_la_pagina(client: Client) -> None:
    una = publicacion()
    respuesta = client.post(reverse("publicacion-resolvio", args=[una.clave]))
    assert respuesta.headers["Location"] == reverse("publicacion", args=[una.clave])


def avisos(navegador: Client, una: Publicacion) -> list[str]:
    """What the page says afterwards, without htmx."""
    respuesta = navegador.post(reverse("publicacion-resolvio", args=[una.clave]))
    return [str(aviso) for aviso in get_messages(respuesta.wsgi_request)]


def test_sin_javascript_se_dice_si_se_conto(client: Client) -> None:
    una = publicacion()
    assert [avisos(client, una)[-1] for _ in range(2)] == [
        "Gracias: quedó contado como asistencia de nivel 1, sin radicado.",
        "Gracias. Ya lo habíamos contado.",
    ]


def test_sin_javascript_se_dice_que_no_se_conto_por_ser_demasiadas() -> None:
    una = publicacion()
    dichos = [avisos(Client(), una) for _ in range(61)]
    assert dichos[-1] == ["Gracias. Esta vez no se contó: desde este lugar se contaron muchas en poco tiempo."]


def test_de_lo_retirado_no_se_dice(client: Client) -> None:
    una = publicacion()
    Publicacion.objects.filter(pk=una.pk).update(estado="retirada", motivo="Se revisa.")
    assert client.post(reverse("publicacion-resolvio", args=[una.clave])).status_code == 404
    assert Uso.objects.count() == 0
