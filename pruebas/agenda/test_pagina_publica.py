from datetime import timedelta
from http import HTTPStatus

import pytest
import time_machine
import vobject
from django.test import Client
from django.urls import reverse

from asiste.agenda import acciones
from asiste.agenda.acciones import renovar_suscripcion
from asiste.agenda.models import Invitado, Sesion
from asiste.agenda.vales import VIGENCIA, vale_de
from pruebas import fabricas, fabricas_agenda
from pruebas.arnes.itip import faltas
from pruebas.fabricas import AHORA
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db
Situacion = Invitado.Situacion
PREGUNTA = "¿asiste?"


@pytest.fixture
def invitado() -> Invitado:
    """Ana, invited to a session."""
    return fabricas_agenda.invitado(fabricas_agenda.sesion(objetivo="Acordar el mapa"))


def pagina(invitado: Invitado) -> str:
    """Address of the link of the mail."""
    return reverse("convocatoria", args=[vale_de(invitado)])


def contestar(invitado: Invitado, respuesta: str, comentario: str = "") -> str:
    """The page that follows an answer."""
    datos = {"respuesta": respuesta, "comentario": comentario}
    return Client().post(pagina(invitado), datos, follow=True).content.decode()


def test_el_enlace_muestra_que_cuando_y_donde_sin_ingresar(invitado: Invitado) -> None:
    respuesta = Client().get(pagina(invitado))
    texto = respuesta.content.decode()
    for dato in ("Mapa de procesos", "viernes 20 de noviembre de 2026", "Edificio Liévano, sala 3", "Acordar el mapa"):
        assert dato in texto
    assert (f"Ana Ruiz, {PREGUNTA}" in texto, invitado.correo in texto) == (True, False)
    assert "no-store" in respuesta["Cache-Control"]


def test_abrir_el_enlace_no_responde_nada(invitado: Invitado) -> None:
    Client().get(pagina(invitado), {"respuesta": "asiste"})
    Client().head(pagina(invitado))
    invitado.refresh_from_db()
    assert invitado.respuesta == Invitado.Respuesta.SIN_RESPUESTA


def test_responder_deja_la_respuesta_y_lo_que_se_dijo(invitado: Invitado) -> None:
    texto = contestar(invitado, "tal-vez", "Depende del comité")
    invitado.refresh_from_db()
    datos = (invitado.respuesta, invitado.comentario, invitado.respuesta_via)
    assert datos == ("tal-vez", "Depende del comité", Invitado.Via.ENLACE)
    assert "Quedó anotado: por confirmar." in texto


@pytest.mark.parametrize("respuesta", ["", "sin-respuesta", "quizás"])
def test_sin_elegir_una_respuesta_no_se_anota_nada(invitado: Invitado, respuesta: str) -> None:
    assert "Elija una respuesta." in contestar(invitado, respuesta)
    invitado.refresh_from_db()
    assert invitado.respuesta == "sin-respuesta"


def cancelar(invitado: Invitado) -> None:
    """The session is called off."""
    acciones.cancelar(sesion=invitado.sesion, motivo="Sala cerrada", autor=fabricas.usuario(), ahora=AHORA)


def retirar(invitado: Invitado) -> None:
    """Ana is withdrawn."""
    acciones.retirar_invitado(invitado=invitado, ahora=AHORA)


@pytest.mark.parametrize(
    ("hacer", "dice"),
    [(cancelar, "Esta sesión se canceló"), (retirar, "Ya no está entre las personas invitadas")],
)
def test_lo_que_ya_no_se_responde_lo_dice_y_no_anota(invitado: Invitado, hacer: object, dice: str) -> None:
    assert callable(hacer)
    hacer(invitado)
    for texto in (Client().get(pagina(invitado)).content.decode(), contestar(invitado, "asiste")):
        assert (dice in texto, PREGUNTA in texto) == (True, False)
    invitado.refresh_from_db()
    assert invitado.respuesta == "sin-respuesta"


@pytest.mark.parametrize(
    ("cuando", "dice"),
    [(timedelta(), "La sesión ya empezó"), (timedelta(hours=3), "Esta sesión ya pasó")],
)
def test_cuando_empieza_ya_no_se_responde(invitado: Invitado, cuando: timedelta, dice: str) -> None:
    enlace = pagina(invitado)
    with time_machine.travel(MANANA + cuando, tick=False):
        texto = Client().get(enlace).content.decode()
    assert (dice in texto, PREGUNTA in texto) == (True, False)


def test_un_enlace_vencido_lo_dice(invitado: Invitado) -> None:
    enlace = pagina(invitado)
    with time_machine.travel(AHORA + VIGENCIA + timedelta(seconds=2), tick=False):
        respuesta = Client().get(enlace)
    assert (respuesta.status_code, "Este enlace ya venció" in respuesta.content.decode()) == (HTTPStatus.GONE, True)


@pytest.mark.parametrize("vale", ["1", "1.aaaaaa.bbbbbbbbbbb", "x.1.2"])
def test_un_enlace_alterado_no_muestra_nada(invitado: Invitado, vale: str) -> None:
    respuesta = Client().get(reverse("convocatoria", args=[vale]))
    texto = respuesta.content.decode()
    assert (respuesta.status_code, "El enlace no está completo" in texto) == (HTTPStatus.NOT_FOUND, True)
    assert invitado.sesion.titulo not in texto


def test_el_enlace_de_una_persona_no_es_el_de_otra(invitado: Invitado) -> None:
    otra = fabricas_agenda.invitado(invitado.sesion, correo="otra@shd.gov.co")
    suyo, ajeno = (vale_de(una).partition(":") for una in (invitado, otra))
    assert suyo[0] != ajeno[0]
    assert Client().get(reverse("convocatoria", args=[f"{ajeno[0]}:{suyo[2]}"])).status_code == HTTPStatus.NOT_FOUND


def test_quien_espera_ve_su_lugar(invitado: Invitado) -> None:
    Sesion.objects.filter(pk=invitado.sesion_id).update(cupo=1)
    invitado.sesion.refresh_from_db()
    persona = acciones.Persona(nombre="Otra", correo="otra@shd.gov.co")
    espera = acciones.agregar_invitado(sesion=invitado.sesion, persona=persona, ahora=AHORA)
    texto = Client().get(pagina(espera)).content.decode()
    assert ("Está en la lista de espera" in texto, "Lugar 1 de la lista" in texto) == (True, True)


def test_quien_vuelve_cuando_ya_no_hay_cupo_sabe_que_espera(invitado: Invitado) -> None:
    Sesion.objects.filter(pk=invitado.sesion_id).update(cupo=1)
    contestar(invitado, "no-asiste")
    invitado.sesion.refresh_from_db()
    persona = acciones.Persona(nombre="Otra", correo="otra@shd.gov.co")
    acciones.agregar_invitado(sesion=invitado.sesion, persona=persona, ahora=AHORA)
    assert "quedó en la lista de espera" in contestar(invitado, "asiste")


def test_si_la_sesion_cambio_despues_se_le_pide_confirmar(invitado: Invitado) -> None:
    contestar(invitado, "asiste")
    Sesion.objects.filter(pk=invitado.sesion_id).update(secuencia=1)
    assert "díganos si sigue igual" in Client().get(pagina(invitado)).content.decode()


def test_la_sesion_se_baja_para_cualquier_calendario(invitado: Invitado) -> None:
    respuesta = Client().get(reverse("convocatoria-archivo", args=[vale_de(invitado)]))
    assert (faltas(respuesta.content), respuesta["Content-Disposition"]) == ([], 'attachment; filename="sesion.ics"')
    assert vobject.readOne(respuesta.content.decode()).method.value == "PUBLISH"


def test_quien_fue_retirado_no_baja_la_sesion(invitado: Invitado) -> None:
    retirar(invitado)
    respuesta = Client().get(reverse("convocatoria-archivo", args=[vale_de(invitado)]))
    assert respuesta.status_code == HTTPStatus.FOUND


def test_el_calendario_de_la_persona_se_lee_sin_ingresar_y_no_se_repite_si_no_cambio() -> None:
    laura = fabricas.funcionario("stdi")
    fabricas_agenda.sesion(dirige=laura)
    url = reverse("suscripcion", args=[renovar_suscripcion(usuario=laura.usuario, ahora=AHORA).clave])
    primera = Client().get(url)
    assert (primera["Content-Type"], faltas(primera.content)) == ("text/calendar; charset=utf-8", [])
    repetida = Client().get(url, headers={"if-none-match": primera["ETag"]})
    assert (repetida.status_code, repetida.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert primera["Cache-Control"] == repetida["Cache-Control"] == "private, max-age=900"


def test_al_renovarla_la_direccion_anterior_deja_de_servir() -> None:
    laura = fabricas.funcionario("stdi")
    vieja = reverse("suscripcion", args=[renovar_suscripcion(usuario=laura.usuario, ahora=AHORA).clave])
    navegador = fabricas.sesion(laura.usuario)
    nueva = navegador.post(reverse("equipo:suscripcion"), follow=True).context["url"]
    assert Client().get(vieja).status_code == HTTPStatus.NOT_FOUND
    assert Client().get(nueva).status_code == HTTPStatus.OK


def test_la_de_quien_ya_no_entra_tampoco_sirve() -> None:
    persona = fabricas.usuario()
    url = reverse("suscripcion", args=[renovar_suscripcion(usuario=persona, ahora=AHORA).clave])
    persona.is_active = False
    persona.save()
    assert Client().get(url).status_code == HTTPStatus.NOT_FOUND


def test_un_enlace_crea_su_direccion_y_ver_la_pagina_no_la_crea() -> None:
    persona = fabricas.usuario()
    navegador, url = fabricas.sesion(persona), reverse("entidad:suscripcion")
    assert navegador.get(url).context["suscripcion"] is None
    assert navegador.post(url, follow=True).context["suscripcion"].usuario == persona
