from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.agenda.acciones import convocar_pendientes
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Rebote
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
Situacion, Respuesta = Invitado.Situacion, Invitado.Respuesta


@pytest.fixture
def laura() -> Funcionario:
    """The adviser who leads the session."""
    return fabricas.funcionario("stdi")


@pytest.fixture
def sesion(laura: Funcionario) -> Sesion:
    """A session of Laura for Hacienda and Educación."""
    publico = fabricas_agenda.publico(entidades=[fabricas.entidad("sdh"), fabricas.entidad("sed")])
    return fabricas_agenda.sesion(dirige=laura, publico=publico)


@pytest.fixture
def navegador(laura: Funcionario) -> Client:
    """The browser of Laura."""
    return fabricas.sesion(laura.usuario)


def ruta(vista: str, sesion: Sesion, *resto: int) -> str:
    """Address of a page of the session."""
    return reverse(f"equipo:{vista}", args=[sesion.pk, *resto])


def poblar(sesion: Sesion) -> dict[str, Invitado]:
    """One in each situation, by name."""
    dicho: dict[str, Any] = {"respuesta_via": Invitado.Via.ENLACE, "respondida_en": AHORA}
    casos: dict[str, dict[str, Any]] = {
        "Ana": {"respuesta": Respuesta.ASISTE, **dicho, "entidad": fabricas.entidad("sdh")},
        "Beto": {"respuesta": Respuesta.TAL_VEZ, **dicho},
        "Caro": {},
        "Dora": {"respuesta": Respuesta.NO_ASISTE, **dicho},
        "Elsa": {"situacion": Situacion.EN_ESPERA, "espera_desde": AHORA, "secuencia_enviada": None},
        "Fito": {"situacion": Situacion.POR_DECIDIR, "origen": Invitado.Origen.RESPUESTA, "secuencia_enviada": None},
        "Gina": {"situacion": Situacion.RETIRADO},
    }
    return {
        nombre: fabricas_agenda.invitado(sesion, correo=f"{nombre.lower()}@shd.gov.co", nombre=nombre, **datos)
        for nombre, datos in casos.items()
    }


def nombres(navegador: Client, url: str, **parametros: str) -> list[str]:
    """Who is in the list of a page."""
    lista = navegador.get(url, parametros).context["invitados"]
    return [renglon.invitado.nombre for renglon in lista.renglones]


@pytest.mark.parametrize(
    ("ver", "esperados"),
    [
        ("", ["Ana", "Beto", "Caro", "Dora", "Elsa", "Fito"]),
        ("asiste", ["Ana"]),
        ("tal-vez", ["Beto"]),
        ("sin-respuesta", ["Caro"]),
        ("no-asiste", ["Dora"]),
        ("en-espera", ["Elsa"]),
        ("por-decidir", ["Fito"]),
        ("retirados", ["Gina"]),
        ("cualquier cosa", ["Ana", "Beto", "Caro", "Dora", "Elsa", "Fito"]),
    ],
)
def test_los_invitados_se_ven_por_su_respuesta(
    navegador: Client, sesion: Sesion, ver: str, esperados: list[str]
) -> None:
    poblar(sesion)
    assert nombres(navegador, ruta("invitados", sesion), ver=ver) == esperados


@pytest.mark.parametrize(("q", "esperados"), [("ÁNA", ["Ana"]), ("caro@", ["Caro"]), ("hacienda", ["Ana"]), ("zz", [])])
def test_se_buscan_por_nombre_correo_o_entidad(navegador: Client, sesion: Sesion, q: str, esperados: list[str]) -> None:
    poblar(sesion)
    assert nombres(navegador, ruta("invitados", sesion), q=q) == esperados


def test_cada_filtro_dice_cuantos_tiene(navegador: Client, sesion: Sesion) -> None:
    poblar(sesion)
    chips = navegador.get(ruta("sesion", sesion)).context["invitados"].chips
    assert {chip.texto: chip.cuantos for chip in chips} == {"Todos": 6} | dict.fromkeys(
        ["Asistirán", "Por confirmar", "Sin respuesta", "No asistirán", "En espera", "Por decidir", "Retirados"], 1
    )


def test_sin_invitados_la_pagina_dice_que_hacer(navegador: Client, sesion: Sesion) -> None:
    assert "Todavía no hay invitados" in navegador.get(ruta("sesion", sesion)).content.decode()


def test_la_lista_muestra_quien_ingreso_y_quien_rebota(navegador: Client, sesion: Sesion) -> None:
    personas = poblar(sesion)
    Sesion.objects.filter(pk=sesion.pk).update(estado=Sesion.Estado.EN_CURSO)
    llego = Asistencia.objects.create(
        sesion=sesion,
        invitado=personas["Ana"],
        nombre="Ana",
        medio=Asistencia.Medio.CODIGO,
        llegada_en=AHORA,
        registrada_en=AHORA,
        aviso_aceptado_en=AHORA,
    )
    Rebote.objects.create(correo="beto@shd.gov.co", desde=AHORA, ultimo_en=AHORA, motivo="no existe", permanente=True)
    respuesta = navegador.get(ruta("sesion", sesion))
    renglones = {uno.invitado.nombre: uno for uno in respuesta.context["invitados"].renglones}
    assert (renglones["Ana"].ingreso, renglones["Beto"].ingreso) == (llego, None)
    assert renglones["Beto"].rebota is not None
    assert "10:00\xa0a.\xa0m. · código en la sala" in respuesta.content.decode()


def test_la_lista_cuesta_lo_mismo_con_una_persona_que_con_cuarenta(navegador: Client, sesion: Sesion) -> None:
    costes = []
    for desde, hasta in ((0, 1), (1, 40)):
        for numero in range(desde, hasta):
            fabricas_agenda.invitado(sesion, correo=f"p{numero}@shd.gov.co", entidad=fabricas.entidad("sdh"))
        with CaptureQueriesContext(
            connection,
        ) as consultas:
            navegador.get(ruta("invitados", sesion))
        costes.append(len(consultas))
    assert costes[0] == costes[1] <= 30


def test_una_lista_larga_va_por_paginas(navegador: Client, sesion: Sesion) -> None:
    for numero in range(60):
        fabricas_agenda.invitado(sesion, correo=f"p{numero}@shd.gov.co", nombre=f"P{numero:02}")
    primera = navegador.get(ruta("invitados", sesion)).context["invitados"].pagina
    siguen = nombres(navegador, ruta("invitados", sesion), despues=primera.siguiente)
    assert (len(primera.filas), siguen[0], len(siguen)) == (50, "P50", 10)


def test_convocar_muestra_antes_a_quien_se_invita_y_despues_lo_hace(navegador: Client, sesion: Sesion) -> None:
    enlace = fabricas.enlace("sdh", nombre="Carlos Peña")
    texto = navegador.get(ruta("convocatoria", sesion)).content.decode()
    assert ("Carlos Peña" in texto, "1 entidad sin enlace" in texto) == (True, True)
    assert not Invitado.objects.exists()
    respuesta = navegador.post(ruta("convocatoria", sesion), {"enlaces": [enlace.pk]}, follow=True)
    assert "Quedó convocada, con 1 persona nueva" in respuesta.content.decode()
    assert sesion.invitados.get().enlace == enlace


def test_no_se_convoca_a_quien_no_es_del_publico_de_la_sesion(navegador: Client, sesion: Sesion) -> None:
    ajeno = fabricas.enlace("sda")
    respuesta = navegador.post(ruta("convocatoria", sesion), {"enlaces": [ajeno.pk]})
    assert "La lista cambió mientras la veía" in respuesta.content.decode()
    assert not Invitado.objects.exists()


def test_sin_publico_se_pide_elegirlo_antes(navegador: Client, laura: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=laura)
    assert "Diga primero a quién va dirigida" in navegador.get(ruta("convocatoria", sesion)).content.decode()


@pytest.mark.parametrize(
    ("convocada", "cupo", "dice"),
    [
        (False, None, "la invitación sale cuando convoque la sesión"),
        (True, None, "la invitación sale en el próximo minuto"),
        (True, 0, "quedó en la lista de espera"),
    ],
)
def test_se_agrega_a_alguien_a_mano(
    navegador: Client, sesion: Sesion, convocada: bool, cupo: int | None, dice: str
) -> None:
    Sesion.objects.filter(pk=sesion.pk).update(convocada_en=AHORA if convocada else None, cupo=cupo)
    datos = {"nombre": "Jairo", "correo": "jairo@cvp.gov.co", "cargo": "Jefe", "entidad": ""}
    respuesta = navegador.post(ruta("invitado-nuevo", sesion), datos, follow=True)
    assert dice in respuesta.content.decode()
    assert sesion.invitados.get().cargo == "Jefe"


def test_agregar_dos_veces_lo_dice_en_el_formulario(navegador: Client, sesion: Sesion) -> None:
    fabricas_agenda.invitado(sesion)
    datos = {"nombre": "Ana", "correo": "ana.ruiz@shd.gov.co"}
    assert "Esa persona ya está invitada." in navegador.post(ruta("invitado-nuevo", sesion), datos).content.decode()


def test_retirar_saca_de_la_lista(navegador: Client, sesion: Sesion) -> None:
    invitado = fabricas_agenda.invitado(sesion)
    url = ruta("invitado-retiro", sesion, invitado.pk)
    assert "Retirar a Ana Ruiz" in navegador.get(url).content.decode()
    navegador.post(url)
    invitado.refresh_from_db()
    assert invitado.situacion == Situacion.RETIRADO


def test_se_anota_lo_que_alguien_respondio_por_telefono(navegador: Client, sesion: Sesion) -> None:
    invitado = fabricas_agenda.invitado(sesion)
    datos = {"respuesta": "asiste", "comentario": "Llamó el martes"}
    navegador.post(ruta("invitado-respuesta", sesion, invitado.pk), datos)
    invitado.refresh_from_db()
    assert (invitado.respuesta, invitado.respuesta_via) == ("asiste", Invitado.Via.EQUIPO)


@pytest.mark.parametrize(
    ("decision", "queda"), [("aceptar", "invitado"), ("rechazar", "retirado"), ("", "por-decidir")]
)
def test_se_decide_sobre_quien_respondio_sin_estar_invitado(
    navegador: Client, sesion: Sesion, decision: str, queda: str
) -> None:
    fito = poblar(sesion)["Fito"]
    navegador.post(ruta("invitado-decision", sesion, fito.pk), {"decision": decision})
    fito.refresh_from_db()
    assert fito.situacion == queda


def test_a_quien_se_acepta_le_llega_la_invitacion(navegador: Client, sesion: Sesion) -> None:
    fito = poblar(sesion)["Fito"]
    navegador.post(ruta("invitado-decision", sesion, fito.pk), {"decision": "aceptar"})
    convocar_pendientes(ahora=AHORA)
    fito.refresh_from_db()
    assert fito.secuencia_enviada == 0


def test_un_invitado_de_otra_sesion_no_se_toca(navegador: Client, sesion: Sesion, laura: Funcionario) -> None:
    otra = fabricas_agenda.sesion(dirige=laura, inicia=AHORA + timedelta(days=4))
    ajeno = fabricas_agenda.invitado(otra)
    assert navegador.post(ruta("invitado-retiro", sesion, ajeno.pk)).status_code == HTTPStatus.NOT_FOUND


def test_las_entidades_sin_representar_se_nombran(navegador: Client, sesion: Sesion) -> None:
    fabricas_agenda.invitado(sesion, entidad=fabricas.entidad("sdh"))
    faltan = navegador.get(ruta("invitados", sesion)).context["faltan"]
    assert list(faltan) == [fabricas.entidad("sed")]
