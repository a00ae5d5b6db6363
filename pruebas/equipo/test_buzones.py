"""How the mailboxes are doing, and the alarm on every page."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from asiste.correo.models import BuzonImap, SaludBuzon
from asiste.cuentas.models import Rol
from asiste.portafolio.models import Canal
from pruebas import fabricas

LISTA, BANDEJA = reverse("equipo:buzones"), reverse("equipo:bandeja")
DDDI = "mipgdistrito@alcaldiabogota.gov.co"
AHORA = fabricas.AHORA
FALLA: dict[str, Any] = {"error": "No se pudo entrar.", "falla_desde": AHORA}
ALARMA = FALLA | {"alarma": "falla", "alarma_desde": AHORA}


def buzon(valor: str = DDDI, **salud: Any) -> BuzonImap:
    """A mailbox that was tried now; `salud` is how it went."""
    nuevo = BuzonImap.objects.create(canal=Canal.objects.get(valor=valor), servidor="imap.ejemplo.co", usuario="x")
    SaludBuzon.objects.create(buzon=nuevo, **{"vigilado_desde": AHORA, "ultimo_intento_en": AHORA} | salud)
    return nuevo


def alarmas(navegador: Client) -> list[str]:
    return [alarma.titulo for alarma in navegador.get(BANDEJA).context["alarmas"]]


def test_muestra_los_de_su_arbol_con_su_ultima_lectura_y_su_error(directora: Client) -> None:
    propio = buzon(ultimo_exito_en=AHORA - timedelta(hours=1), ultimo_mensaje_en=AHORA - timedelta(days=1), **FALLA)
    buzon("ddri@alcaldiabogota.gov.co")
    respuesta = directora.get(LISTA)
    assert [fila["buzon"] for fila in respuesta.context["filas"]] == [propio]
    pagina = respuesta.content.decode()
    for texto in ("No se pudo entrar.", "9:00\xa0a.\xa0m.", "18\xa0nov"):
        assert texto in pagina


@pytest.mark.parametrize(
    ("salud", "dice"),
    [
        ({"ultimo_exito_en": AHORA}, "Al día"),
        ({"alarma": "silencio", "alarma_desde": AHORA}, "No llega nada"),
        ({"ultimo_intento_en": AHORA - timedelta(hours=1)}, "Detenido"),
    ],
)
def test_dice_como_va(directora: Client, salud: dict[str, Any], dice: str) -> None:
    buzon(**salud)
    assert dice in directora.get(LISTA).content.decode()


def test_sin_buzones_lo_dice(directora: Client) -> None:
    assert "Ningún buzón se lee solo todavía" in directora.get(LISTA).content.decode()


def test_leer_ahora_le_deja_el_trabajo_al_trabajador(directora: Client) -> None:
    propio = buzon()
    for _ in range(2):
        directora.post(reverse("equipo:lectura", args=[propio.pk]))
    trabajos = ProcrastinateJob.objects.values_list("task_name", "args")
    assert list(trabajos) == [("asiste.correo.tareas.leer_buzon", {"buzon": propio.pk})]


def test_la_alarma_sale_en_todas_las_paginas_de_quien_dirige(directora: Client, navegador: Client) -> None:
    buzon(**ALARMA)
    buzon("ddri@alcaldiabogota.gov.co", **ALARMA)
    assert alarmas(directora) == [f"El buzón {DDDI} no se puede leer desde el jueves 19\xa0nov 2026, 10:00\xa0a.\xa0m."]
    assert alarmas(navegador) == []


def test_tambien_avisa_si_el_trabajador_se_detuvo(db: None) -> None:
    administra = fabricas.sesion(fabricas.usuario(rol=Rol.ADMINISTRACION))
    buzon(ultimo_intento_en=AHORA - timedelta(minutes=31))
    assert alarmas(administra) == [f"Nadie está leyendo el buzón {DDDI}"]


def test_el_que_no_se_lee_no_molesta(directora: Client) -> None:
    propio = buzon(**ALARMA)
    BuzonImap.objects.filter(pk=propio.pk).update(activo=False)
    assert alarmas(directora) == []
