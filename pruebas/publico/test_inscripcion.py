"""Open sessions on the portal, and registering for them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from asiste.agenda import acciones
from asiste.agenda.acciones.convocatoria import Persona
from asiste.agenda.acciones.inscripcion import inscribir
from asiste.agenda.models import Invitado, Sesion
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_agenda

pytestmark = pytest.mark.django_db
FORMULARIO = {"nombre": "Ana Ruiz", "correo": "Ana@Ejemplo.gov.co", "cargo": "Profesional", "acepta": "on"}


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """The clock stopped at the moment of the factories."""
    with time_machine.travel(fabricas.AHORA, tick=False):
        yield
    cache.clear()


def abierta(**cambios: Any) -> Sesion:
    """An open session."""
    return fabricas_agenda.sesion(abierta=True, **cambios)


def pedir(client: Client, sesion: Sesion, **cambios: Any) -> str:
    """Sends the form; the page that answers."""
    ruta = reverse("agenda-sesion", args=[sesion.clave])
    return client.post(ruta, FORMULARIO | cambios).content.decode()


def enlace_enviado() -> str:
    """Path of the link of the last mail."""
    texto = Mensaje.objects.filter(clave__startswith="inscripcion-").order_by("-id")[0].texto
    return (
        next(renglon for renglon in texto.splitlines() if "/agenda/inscripcion/" in renglon)
        .split("//", 1)[1]
        .partition("/")[2]
    )


def alguien(correo: str) -> Persona:
    """Somebody who registers."""
    return Persona(nombre="Alguien", correo=correo)


def test_el_formulario_envia_un_enlace_y_no_inscribe_a_nadie(client: Client) -> None:
    assert "Revise su correo" in pedir(client, abierta())
    assert (Mensaje.objects.get().para, Invitado.objects.count()) == ("ana@ejemplo.gov.co", 0)


def test_abrir_el_enlace_tampoco_inscribe_y_confirmarlo_si(client: Client) -> None:
    pedir(client, abierta(), entidad=fabricas.entidad().pk)
    assert "Confirme su inscripción" in client.get(f"/{enlace_enviado()}").content.decode()
    assert Invitado.objects.count() == 0
    assert "Quedó inscrito" in client.post(f"/{enlace_enviado()}", follow=True).content.decode()
    inscrita = Invitado.objects.get()
    assert (inscrita.nombre, inscrita.correo, inscrita.entidad, inscrita.origen, inscrita.respuesta) == (
        "Ana Ruiz",
        "ana@ejemplo.gov.co",
        fabricas.entidad(),
        Invitado.Origen.INSCRIPCION,
        Invitado.Respuesta.ASISTE,
    )


def test_confirmar_dos_veces_inscribe_una(client: Client) -> None:
    pedir(client, abierta())
    for _ in range(2):
        client.post(f"/{enlace_enviado()}")
    assert Invitado.objects.count() == 1


def test_pasado_el_cupo_se_espera_en_orden() -> None:
    sesion = abierta(cupo=1)
    situaciones = [
        inscribir(sesion=sesion, persona=alguien(f"p{n}@x.co"), ahora=fabricas.AHORA).situacion for n in range(3)
    ]
    assert situaciones == [
        Invitado.Situacion.INVITADO,
        Invitado.Situacion.EN_ESPERA,
        Invitado.Situacion.EN_ESPERA,
    ]


def test_quien_no_viene_deja_su_cupo() -> None:
    sesion = abierta(cupo=1)
    primero = inscribir(sesion=sesion, persona=alguien("p@x.co"), ahora=fabricas.AHORA)
    Invitado.objects.filter(pk=primero.pk).update(respuesta=Invitado.Respuesta.NO_ASISTE)
    assert inscribir(sesion=sesion, persona=alguien("q@x.co"), ahora=fabricas.AHORA).situacion == "invitado"


def test_a_quien_se_inscribe_le_llega_la_invitacion_de_calendario() -> None:
    inscribir(sesion=abierta(), persona=alguien("p@x.co"), ahora=fabricas.AHORA)
    acciones.convocar_pendientes(ahora=fabricas.AHORA)
    assert list(Mensaje.objects.exclude(calendario="").values_list("para", flat=True)) == ["p@x.co"]


def test_quien_queda_en_espera_lo_sabe_por_correo() -> None:
    sesion = abierta(cupo=1)
    for correo in ("p@x.co", "q@x.co"):
        inscribir(sesion=sesion, persona=alguien(correo), ahora=fabricas.AHORA)
    assert list(Mensaje.objects.values_list("para", flat=True)) == ["q@x.co"]


def test_empezada_la_sesion_ya_no_se_inscribe_nadie() -> None:
    sesion = abierta()
    with pytest.raises(ReglaIncumplida, match="La sesión ya empezó"):
        inscribir(sesion=sesion, persona=alguien("p@x.co"), ahora=sesion.inicia)


def test_a_un_enlace_se_le_reconoce_por_su_correo() -> None:
    enlace = fabricas.enlace("sdh", correo="c@shd.gov.co")
    persona = Persona(nombre="Carlos", correo="C@shd.gov.co", entidad=enlace.entidad)
    assert inscribir(sesion=abierta(), persona=persona, ahora=fabricas.AHORA).enlace == enlace


def test_a_lo_cancelado_o_terminado_nadie_se_inscribe(client: Client) -> None:
    laura = fabricas.funcionario("stdi")
    sesion = abierta(dirige=laura)
    with pytest.raises(ReglaIncumplida, match="La sesión ya terminó"):
        inscribir(sesion=sesion, persona=alguien("p@x.co"), ahora=fabricas.AHORA + timedelta(days=3))
    pedir(client, sesion)
    acciones.cancelar(sesion=sesion, motivo="Sala cerrada", autor=laura.usuario, ahora=fabricas.AHORA)
    assert "La sesión se canceló" in client.post(f"/{enlace_enviado()}", follow=True).content.decode()
    assert "La sesión se canceló" in client.get(reverse("agenda-sesion", args=[sesion.clave])).content.decode()


def test_una_sesion_que_no_es_abierta_no_esta_en_el_portal(client: Client) -> None:
    cerrada = fabricas_agenda.sesion()
    assert client.get(reverse("agenda-sesion", args=[cerrada.clave])).status_code == 404
    assert "No hay sesiones abiertas" in client.get(reverse("agenda")).content.decode()


def test_el_enlace_sirve_dos_dias(client: Client) -> None:
    pedir(client, abierta(inicia=fabricas_agenda.MANANA + timedelta(days=7)))
    with time_machine.travel(fabricas.AHORA + timedelta(days=2, minutes=1), tick=False):
        respuesta = client.get(f"/{enlace_enviado()}")
    assert (respuesta.status_code, "El enlace venció" in respuesta.content.decode()) == (410, True)


def test_a_una_direccion_no_se_le_escribe_sin_limite(client: Client) -> None:
    sesion = abierta()
    respuestas = ["Revise su correo" in pedir(client, sesion) for _ in range(4)]
    assert respuestas == [True, True, True, False]


@pytest.mark.parametrize(
    ("campo", "dice"),
    [
        ("nombre", "Escriba su nombre completo."),
        ("correo", "Escriba su correo."),
        ("acepta", "Para inscribirse, autorice el tratamiento de sus datos."),
    ],
)
def test_lo_que_falta_se_dice(client: Client, campo: str, dice: str) -> None:
    assert dice in pedir(client, abierta(), **{campo: ""})


def test_el_portal_muestra_las_proximas_con_sus_cupos(client: Client) -> None:
    sesion = abierta(cupo=2)
    inscribir(sesion=sesion, persona=alguien("p@x.co"), ahora=fabricas.AHORA)
    texto = client.get("/").content.decode()
    assert (reverse("agenda-sesion", args=[sesion.clave]) in texto, " · 1 cupo" in texto) == (True, True)


@pytest.mark.parametrize("nombre", ["Gane en https://malo.co", "Entre a www.malo.co"])
def test_en_un_nombre_no_va_una_direccion_web(client: Client, nombre: str) -> None:
    assert "Escriba solo letras y números." in pedir(client, abierta(), nombre=nombre)
    assert not Mensaje.objects.filter(clave__startswith="inscripcion-").exists()


def test_el_correo_que_confirma_no_repite_lo_que_alguien_escribio(client: Client) -> None:
    pedir(client, abierta(), nombre="Ana la de los premios")
    assert "premios" not in Mensaje.objects.get(clave__startswith="inscripcion-").texto
