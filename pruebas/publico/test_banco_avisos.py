"""Asking for mails on what is published, confirming the address and leaving."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from asiste.conocimiento.acciones.alertas import MAXIMAS, guardar_busqueda
from asiste.conocimiento.correos import RETIRAR
from asiste.conocimiento.models import BusquedaGuardada
from asiste.notificaciones import firmas
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas

pytestmark = pytest.mark.django_db
PEDIR = "/avisos-del-banco/?q=eliminar&clase=concepto"


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """The clock stopped at the moment of the factories."""
    with time_machine.travel(fabricas.AHORA, tick=False):
        yield
    cache.clear()


def pedir(client: Client, correo: str = "Ana@Ejemplo.gov.co", acepta: str = "on") -> str:
    """Sends the form; the page that answers."""
    return client.post(PEDIR, {"correo": correo, "acepta": acepta}).content.decode()


def enlace_enviado() -> str:
    """Path of the link of the mail."""
    hallado = re.search(r"(/avisos-del-banco/confirmar/\S+)", Mensaje.objects.get().texto)
    return hallado.group(1) if hallado else ""


def retiro(*consultas: str) -> tuple[str, list[BusquedaGuardada]]:
    """Path of the link to leave, and the searches kept by its person."""
    suyas = [guardar_busqueda(correo="ana@ejemplo.gov.co", consulta=una, ahora=fabricas.AHORA) for una in consultas]
    return reverse("banco-aviso-retirar", args=[firmas.firmar(RETIRAR, suyas[0].pk)]), suyas


def activas() -> list[str]:
    """Searches that are still told of."""
    return list(BusquedaGuardada.objects.activas().order_by("consulta").values_list("consulta", flat=True))


def test_pedirlo_envia_un_enlace_y_no_guarda_nada(client: Client) -> None:
    assert "Revise su correo" in pedir(client)
    assert (Mensaje.objects.get().para, BusquedaGuardada.objects.count()) == ("ana@ejemplo.gov.co", 0)


def test_el_correo_que_confirma_no_repite_lo_que_alguien_escribio(client: Client) -> None:
    client.post("/avisos-del-banco/?q=premios", {"correo": "ana@ejemplo.gov.co", "acepta": "on"})
    mensaje = Mensaje.objects.get()
    assert "premios" not in mensaje.asunto + mensaje.texto


def test_abrir_el_enlace_tampoco_guarda_y_confirmarlo_si(client: Client) -> None:
    pedir(client)
    assert "Confirme los avisos" in client.get(enlace_enviado()).content.decode()
    assert activas() == []
    assert "Listo: le avisaremos" in client.post(enlace_enviado()).content.decode()
    guardada = BusquedaGuardada.objects.get()
    assert (guardada.correo, guardada.consulta) == ("ana@ejemplo.gov.co", "q=eliminar&clase=concepto")


def test_el_enlace_sirve_dos_dias(client: Client) -> None:
    pedir(client)
    with time_machine.travel(fabricas.AHORA + timedelta(days=2, minutes=1), tick=False):
        respuesta = client.post(enlace_enviado())
    assert (respuesta.status_code, activas()) == (410, [])


def test_un_enlace_de_otra_cosa_no_abre_nada(client: Client) -> None:
    ajena = firmas.firmar("agenda.horas", 1)
    rutas = [reverse(cual, args=[ajena]) for cual in ("banco-aviso-confirmar", "banco-aviso-retirar")]
    assert [client.post(ruta).status_code for ruta in rutas] == [404, 404]


def test_a_una_direccion_no_se_le_escribe_sin_limite(client: Client) -> None:
    assert ["Revise su correo" in pedir(client) for _ in range(4)] == [True, True, True, False]


def test_quien_ya_tiene_muchos_lo_sabe_al_confirmar(client: Client) -> None:
    retiro(*(f"q={numero}" for numero in range(MAXIMAS)))
    pedir(client)
    assert "Ya tiene 10 avisos" in client.post(enlace_enviado()).content.decode()


@pytest.mark.parametrize(
    ("correo", "acepta", "dice"),
    [
        ("", "on", "Escriba su correo."),
        ("ana", "on", "Escriba un correo válido, con arroba."),
        ("ana@ejemplo.gov.co", "", "Para recibir avisos, autorice el uso de su correo."),
    ],
)
def test_lo_que_falta_se_dice(client: Client, correo: str, acepta: str, dice: str) -> None:
    assert dice in pedir(client, correo, acepta)


def test_una_busqueda_que_no_cabe_se_dice(client: Client) -> None:
    respuesta = client.post(f"/avisos-del-banco/?q={'ñ' * 150}", {"correo": "ana@ejemplo.gov.co", "acepta": "on"})
    assert "La búsqueda es muy larga" in respuesta.content.decode()


def test_mirar_el_enlace_de_retiro_no_retira_nada(client: Client) -> None:
    ruta, _ = retiro("q=uno", "q=dos")
    respuesta = client.get(ruta)
    assert ("«uno»" in respuesta.content.decode(), activas()) == (True, ["q=dos", "q=uno"])


def test_el_clic_del_programa_de_correo_los_retira_todos() -> None:
    ruta, _ = retiro("q=uno", "q=dos")
    programa = Client(enforce_csrf_checks=True)
    respuesta = programa.post(ruta, {"List-Unsubscribe": "One-Click"})
    assert (respuesta.status_code, activas()) == (200, [])


def test_se_puede_retirar_solo_uno(client: Client) -> None:
    ruta, (una, _) = retiro("q=uno", "q=dos")
    client.post(ruta, {"busqueda": una.pk})
    assert activas() == ["q=dos"]


def test_con_el_enlace_de_uno_no_se_retira_lo_de_otro(client: Client) -> None:
    ruta, _ = retiro("q=uno")
    otra = guardar_busqueda(correo="luz@ejemplo.gov.co", consulta="q=tres", ahora=fabricas.AHORA)
    client.post(ruta, {"busqueda": otra.pk})
    client.post(ruta)
    assert activas() == ["q=tres"]
