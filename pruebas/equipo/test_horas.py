"""Looking for an hour, the hours of each one and offering some."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.agenda.models import HorarioAsesor, Propuesta
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda

HUECO = "2026-11-20T10:00/2026-11-20T11:00"


def pagina(navegador: Client, vista: str, consulta: str = "", *argumentos: int) -> str:
    """A page of the team, as text."""
    return navegador.get(reverse(f"equipo:{vista}", args=argumentos) + consulta).content.decode()


def test_sin_decir_nada_se_ven_las_horas_propias_desde_ahora(navegador: Client) -> None:
    texto = pagina(navegador, "huecos")
    assert texto.index('value="2026-11-19T10:00/2026-11-19T11:00"') < texto.index('value="2026-11-20T07:00')


def test_no_se_ofrece_la_hora_en_que_alguien_esta_ocupado(navegador: Client, asesora: Funcionario) -> None:
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    fabricas_agenda.sesion(dirige=diana)
    consulta = f"?dirige={asesora.pk}&acompanan={diana.pk}&minutos=60&desde=2026-11-20"
    texto = pagina(navegador, "huecos", consulta)
    assert [f'value="2026-11-20T{hora}' in texto for hora in ("09:00", "10:00", "11:00", "11:30")] == [
        True,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("consulta", "dice"),
    [
        ("desde=2199-01-01", "Busque dentro del próximo año."),
        ("desde=ayer", "Escriba la fecha con día, mes y año."),
        ("dirige=999999", "Escoja una opción válida"),
    ],
)
def test_lo_que_no_se_puede_buscar_se_dice(navegador: Client, asesora: Funcionario, consulta: str, dice: str) -> None:
    base = "" if "dirige" in consulta else f"dirige={asesora.pk}&"
    assert dice in pagina(navegador, "huecos", f"?{base}{consulta}")


def test_lo_marcado_se_ofrece_a_quien_pidio(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE)
    ruta = reverse("equipo:propuesta-nueva") + f"?franja={HUECO}&dirige={asesora.pk}&solicitud={caso.radicado}"
    abierta = navegador.get(ruta).content.decode()
    assert ['value="carlos.pena@shd.gov.co"' in abierta, "viernes 20 de noviembre de 2026" in abierta] == [True, True]
    respuesta = navegador.post(ruta, formulario(asesora))
    propuesta = Propuesta.objects.get()
    assert respuesta.headers["Location"] == reverse("equipo:propuesta", args=[propuesta.pk])
    assert (propuesta.solicitud, propuesta.franjas.count(), propuesta.vence_en) == (
        caso,
        1,
        fabricas_agenda.MANANA,
    )


def formulario(asesora: Funcionario, **cambios: str) -> dict[str, str]:
    """What the form of a proposal sends."""
    return {
        "dirige": str(asesora.pk),
        "franja": HUECO,
        "titulo": "Mapa de procesos",
        "modalidad": str(fabricas_agenda.modalidad().pk),
        "medio": "presencial",
        "nombre": "Carlos Peña",
        "correo": "carlos.pena@shd.gov.co",
        "hasta": "2026-11-24",
    } | cambios


@pytest.mark.parametrize(
    ("cambios", "dice"),
    [
        ({"franja": ""}, "Una de las horas no se entiende"),
        ({"franja": "mañana/tarde"}, "Una de las horas no se entiende"),
        ({"franja": "2026-11-18T10:00/2026-11-18T11:00"}, "Una de las horas ya pasó"),
        ({"correo": "nadie"}, "Escriba un correo válido"),
    ],
)
def test_una_propuesta_mala_no_sale(
    navegador: Client, asesora: Funcionario, cambios: dict[str, str], dice: str
) -> None:
    respuesta = navegador.post(reverse("equipo:propuesta-nueva"), formulario(asesora, **cambios))
    assert (dice in respuesta.content.decode(), Propuesta.objects.count()) == (True, 0)


def test_lo_que_espera_se_ve_en_el_caso_y_en_la_agenda(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE)
    propuesta = fabricas_agenda.propuesta(dirige=asesora, solicitud=caso, titulo="Elegir la sala")
    ruta = reverse("equipo:propuesta", args=[propuesta.pk])
    en_el_caso = navegador.get(reverse("equipo:solicitud", args=[caso.radicado])).content.decode()
    assert [ruta in texto for texto in (en_el_caso, pagina(navegador, "huecos"), pagina(navegador, "propuestas"))] == [
        True,
        True,
        True,
    ]


def test_la_pagina_dice_cual_hora_sigue_libre(navegador: Client, asesora: Funcionario) -> None:
    propuesta = fabricas_agenda.propuesta(dirige=asesora)
    fabricas_agenda.sesion(dirige=asesora, minutos=30)
    texto = pagina(navegador, "propuesta", "", propuesta.pk)
    assert (texto.count("Ya no está libre"), texto.count(">Libre<")) == (1, 1)


def test_retirarla_la_saca_de_la_espera(navegador: Client, asesora: Funcionario) -> None:
    propuesta = fabricas_agenda.propuesta(dirige=asesora)
    navegador.post(reverse("equipo:propuesta-retiro", args=[propuesta.pk]))
    assert "Nadie tiene horas por elegir" in pagina(navegador, "propuestas")


def test_cada_quien_cambia_su_horario(navegador: Client, asesora: Funcionario) -> None:
    ruta = reverse("equipo:horario", args=[asesora.pk])
    datos = {
        "d1-manana-desde": "08:00",
        "d1-manana-hasta": "12:00",
        "d1-tarde-desde": "14:00",
        "d1-tarde-hasta": "16:00",
    }
    navegador.post(ruta, datos)
    guardado = HorarioAsesor.objects.filter(funcionario=asesora).order_by("inicia")
    assert [str(una) for una in guardado] == ["Lunes, de 08:00 a 12:00", "Lunes, de 14:00 a 16:00"]
    assert [campo in pagina(navegador, "horario", "", asesora.pk) for campo in ('value="08:00"', 'value="16:00"')] == [
        True,
        True,
    ]


def test_una_hora_sola_no_es_un_horario(navegador: Client, asesora: Funcionario) -> None:
    ruta = reverse("equipo:horario", args=[asesora.pk])
    respuesta = navegador.post(ruta, {"d1-manana-desde": "08:00"})
    assert "Escriba las dos horas, o ninguna." in respuesta.content.decode()


def test_vaciarlo_es_volver_a_la_jornada(navegador: Client, asesora: Funcionario) -> None:
    fabricas_agenda.horario(asesora, (1, "08:00", "12:00"))
    navegador.post(reverse("equipo:horario", args=[asesora.pk]), {})
    assert not HorarioAsesor.objects.filter(funcionario=asesora).exists()


def test_quien_dirige_cuida_los_horarios_de_su_equipo(directora: Client, asesora: Funcionario) -> None:
    fabricas.funcionario("ddri", nombre="De otra dirección")
    texto = pagina(directora, "horarios")
    assert ("Laura Ortiz" in texto, "De otra dirección" in texto) == (True, False)


def test_un_companero_no_cambia_el_horario_de_otro(asesora: Funcionario) -> None:
    companero = fabricas.sesion(fabricas.funcionario("stdi", nombre="Compañero", rol=Rol.ASESOR).usuario)
    assert companero.get(reverse("equipo:horario", args=[asesora.pk])).status_code == 404


def test_el_enlace_de_una_hora_lleva_a_programarla(navegador: Client, asesora: Funcionario) -> None:
    respuesta = navegador.get(reverse("equipo:huecos") + f"?dirige={asesora.pk}&desde=2026-11-20")
    fila = respuesta.context["dias"][0][1][3]
    assert parse_qs(urlsplit(f"?{fila['parametros']}").query) == {
        "inicia": ["2026-11-20T10:00"],
        "termina": ["2026-11-20T11:00"],
        "dirige": [str(asesora.pk)],
    }
    assert fila["hueco"].termina - fila["hueco"].inicia == timedelta(hours=1)


@pytest.mark.parametrize("vista", ["huecos", "propuestas", "horarios"])
def test_cuesta_lo_mismo_con_una_fila_que_con_tres(directora: Client, asesora: Funcionario, vista: str) -> None:
    costes = []
    for numero in range(3):
        otro = fabricas.funcionario("stdi", nombre=f"Persona {numero}")
        fabricas_agenda.horario(otro, (1, "08:00", "12:00"))
        fabricas_agenda.propuesta(dirige=asesora, acompanan=[otro])
        with CaptureQueriesContext(connection) as consultas:
            pagina(directora, vista)
        costes.append(len(consultas))
    assert costes == [costes[0]] * 3
