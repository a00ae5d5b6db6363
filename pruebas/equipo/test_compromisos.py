"""The register of commitments and what is done with each one."""

from io import BytesIO
from typing import Any

import pytest
from django.http import FileResponse
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from asiste.agenda.acciones import compromisos
from asiste.agenda.models import Compromiso
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA

NUEVO: dict[str, Any] = {
    "actividad": "Enviar la matriz",
    "responsable_nombre": "Óscar Cubillos",
    "responsable_correo": "oscar@shd.gov.co",
    "vence_el": "2026-11-27",
}


def pagina(navegador: Client, consulta: str = "") -> str:
    """The register, as text."""
    return navegador.get(reverse("equipo:compromisos") + consulta).content.decode()


def vistos(navegador: Client, consulta: str, *cuales: Compromiso) -> list[bool]:
    """Which of them the register shows."""
    texto = pagina(navegador, consulta)
    return [reverse("equipo:compromiso", args=[uno.pk]) in texto for uno in cuales]


def enviar(navegador: Client, uno: Compromiso, accion: str, **datos: str) -> str:
    """Does something with a commitment; the page that follows, as text."""
    ruta = reverse(f"equipo:compromiso-{accion}", args=[uno.pk])
    return navegador.post(ruta, datos, follow=True).content.decode()


def test_se_agrega_desde_la_sesion_y_se_ve_en_ella(navegador: Client, asesora: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=asesora)
    respuesta = navegador.post(reverse("equipo:compromiso-nuevo", args=[sesion.pk]), NUEVO, follow=True)
    assert [palabra in respuesta.content.decode() for palabra in ("Enviar la matriz", "Óscar Cubillos")] == [True, True]


def test_se_da_en_dias_habiles(navegador: Client, asesora: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=asesora)
    datos = NUEVO | {"vence_el": "", "dias": "5"}
    navegador.post(reverse("equipo:compromiso-nuevo", args=[sesion.pk]), datos)
    assert f"{Compromiso.objects.get().vence_el:%d/%m}" == "26/11"


@pytest.mark.parametrize(
    ("cambios", "dice"),
    [
        ({"vence_el": "2026-11-28"}, "no es día hábil. El siguiente es el 30/11/2026."),
        ({"vence_el": ""}, "Escriba la fecha o en cuántos días hábiles vence."),
        ({"dias": "3"}, "Deje solo uno: la fecha o los días hábiles."),
        ({"responsable_nombre": ""}, "Elija a alguien del equipo o escriba quién responde en la entidad."),
        ({"actividad": ""}, "Escriba qué se va a hacer."),
        ({"responsable_correo": "nadie"}, "Escriba un correo válido"),
    ],
)
def test_lo_que_falta_se_dice_y_no_se_guarda(
    navegador: Client, asesora: Funcionario, cambios: dict[str, str], dice: str
) -> None:
    sesion = fabricas_agenda.sesion(dirige=asesora)
    respuesta = navegador.post(reverse("equipo:compromiso-nuevo", args=[sesion.pk]), NUEVO | cambios)
    assert (dice in respuesta.content.decode(), Compromiso.objects.count()) == (True, 0)


def test_el_registro_muestra_lo_pendiente_y_filtra(navegador: Client, asesora: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=asesora)
    mio = fabricas_agenda.compromiso(de=sesion, responsable=asesora, actividad="Emitir el concepto")
    de_hacienda = fabricas_agenda.compromiso(de=sesion, actividad="Enviar la matriz")
    cumplido = fabricas_agenda.compromiso(de=sesion, actividad="Citar a la mesa")
    compromisos.cumplir(compromiso=cumplido, texto="Listo", autor=asesora.usuario, ahora=AHORA)
    casos = {
        "": [True, True, False],
        "?de=mios": [True, False, False],
        f"?entidad={fabricas.entidad().pk}": [False, True, False],
        "?estado=cumplido": [False, False, True],
        "?estado=todos": [True, True, True],
        "?estado=vencidos": [False, False, False],
        "?q=mátriz": [False, True, False],
        "?q=carlos": [False, True, False],
        f"?dependencia={asesora.dependencia_id}": [True, True, False],
    }
    assert {caso: vistos(navegador, caso, mio, de_hacienda, cumplido) for caso in casos} == casos


def test_el_menu_cuenta_los_pendientes_propios(navegador: Client, asesora: Funcionario) -> None:
    fabricas_agenda.compromiso(de=fabricas_agenda.sesion(dirige=asesora), responsable=asesora)
    assert 'Compromisos<span class="lateral-cuenta">1</span>' in pagina(navegador)


def test_el_libro_lleva_lo_que_se_filtra(navegador: Client, asesora: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=asesora)
    uno = fabricas_agenda.compromiso(de=sesion, actividad="=1+1")
    compromisos.avanzar(compromiso=uno, texto="Va", autor=asesora.usuario, ahora=AHORA)
    respuesta = navegador.get(reverse("equipo:compromisos-excel"))
    assert isinstance(respuesta, FileResponse)
    filas = list(load_workbook(BytesIO(respuesta.getvalue())).active.iter_rows(values_only=True))
    assert (len(filas), filas[1][0], filas[1][1], filas[1][5], filas[1][-1]) == (
        2,
        "'=1+1",
        "Carlos Peña",
        "Por cumplir",
        "Va",
    )


def test_quien_responde_lo_lleva_hasta_cumplirlo(navegador: Client, asesora: Funcionario) -> None:
    uno = fabricas_agenda.compromiso(de=fabricas_agenda.sesion(dirige=asesora))
    assert "El avance quedó escrito" in enviar(navegador, uno, "avance", texto="Va a la mitad")
    assert "La fecha cambió" in enviar(navegador, uno, "fecha", vence_el="2026-12-01", motivo="Falta un dato")
    assert "El compromiso quedó cumplido" in enviar(navegador, uno, "cumplimiento", texto="Llegó")
    assert "El compromiso ya está cumplido" in enviar(navegador, uno, "sin-efecto", motivo="Sobra")
    assert "está por cumplir otra vez" in enviar(navegador, uno, "reapertura", motivo="Era otro")
    tipos = uno.seguimientos.order_by("id").values_list("tipo", flat=True)
    assert list(tipos) == ["creado", "avance", "cambio", "cumplido", "reabierto"]


def test_un_companero_lo_ve_y_no_lo_cambia(asesora: Funcionario) -> None:
    uno = fabricas_agenda.compromiso(de=fabricas_agenda.sesion(dirige=asesora))
    companero = fabricas.sesion(fabricas.funcionario("stdi", nombre="Compañero").usuario)
    vista = companero.get(reverse("equipo:compromiso", args=[uno.pk]))
    assert (vista.status_code, vista.context["acciones"]) == (200, [])
    assert companero.post(reverse("equipo:compromiso-avance", args=[uno.pk]), {"texto": "Va"}).status_code == 403


def test_el_registro_cuesta_lo_mismo_con_uno_que_con_tres(
    navegador: Client, asesora: Funcionario, django_assert_max_num_queries: Any
) -> None:
    sesion = fabricas_agenda.sesion(dirige=asesora)
    for numero in range(3):
        quien = fabricas.funcionario("ssda", nombre=f"Persona {numero}")
        fabricas_agenda.compromiso(de=sesion, responsable=quien)
        with django_assert_max_num_queries(14):
            pagina(navegador)


def test_en_el_menu_solo_compromisos_es_la_entrada_de_sus_paginas(navegador: Client, asesora: Funcionario) -> None:
    uno = fabricas_agenda.compromiso(de=fabricas_agenda.sesion(dirige=asesora))
    respuesta = navegador.get(reverse("equipo:compromiso", args=[uno.pk]))
    actuales = [
        item["texto"] for grupo in respuesta.context["menu_equipo"] for item in grupo["items"] if item["actual"]
    ]
    assert actuales == ["Compromisos"]
