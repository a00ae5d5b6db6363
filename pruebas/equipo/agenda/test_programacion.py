"""Calling a session and changing it, by its form."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from asiste.agenda import acciones
from asiste.agenda.models import Serie, Sesion
from asiste.cuentas.models import Rol
from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.portafolio.models import Modalidad
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.agenda.forms.campos import DireccionWebField
from pruebas import fabricas, fabricas_agenda
from pruebas.equipo.agenda.conftest import pagina

NUEVA = "/equipo/agenda/nueva/"
MANANA = fabricas_agenda.MANANA


def errores(respuesta: Any) -> dict[str, list[str]]:
    return dict(respuesta.context["form"].errors)


@pytest.mark.disposicion("5-medios")
def test_se_programa_una_sesion_con_todo_lo_suyo(
    navegador: Client, asesora: Funcionario, datos: dict[str, Any]
) -> None:
    hacienda, integridad = fabricas.entidad(), fabricas.tema()
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    mas = {
        "objetivo": "Acordar el mapa",
        "acompanan": [diana.pk],
        "direcciones": [fabricas.dependencia("ddab").pk],
        "temas": [integridad.pk],
        "publico_entidades": [hacienda.pk],
        "publico_naturalezas": ["localidad"],
        "publico_temas": [integridad.pk],
        "cupo": 30,
        "abierta": "on",
        "serie_nueva": "Procesos 2026",
    }
    navegador.post(NUEVA, datos | mas)
    nueva = Sesion.objects.get()
    assert (nueva.inicia, nueva.termina, nueva.cupo, nueva.abierta) == (
        MANANA,
        MANANA + timedelta(minutes=90),
        30,
        True,
    )
    assert [(uno.funcionario, uno.dirige) for uno in nueva.encargados.order_by("id")] == [
        (asesora, True),
        (diana, False),
    ]
    assert [una.clave for una in nueva.direcciones.all()] == ["ddab"]
    assert nueva.publico is not None
    assert list(nueva.publico.entidades.all()) == [hacienda]
    assert (nueva.publico.naturalezas, list(nueva.publico.temas.all())) == (["localidad"], [integridad])
    assert (str(nueva.serie), list(nueva.temas.all())) == ("Procesos 2026", [integridad])


def test_una_sesion_sin_publico_no_deja_uno_vacio(navegador: Client, datos: dict[str, Any]) -> None:
    navegador.post(NUEVA, datos)
    assert Sesion.objects.get().publico is None


@pytest.mark.parametrize(
    ("medio", "falta"),
    [
        ("presencial", {"lugar": ["Escriba el lugar."]}),
        ("virtual", {"enlace_virtual": ["Escriba el enlace de la reunión."]}),
        ("telefonica", {"telefono": ["Escriba el teléfono al que se llama."]}),
    ],
)
def test_cada_medio_pide_lo_suyo(
    navegador: Client, datos: dict[str, Any], medio: str, falta: dict[str, list[str]]
) -> None:
    assert errores(navegador.post(NUEVA, datos | {"medio": medio, "lugar": ""})) == falta


def test_lo_que_el_medio_no_usa_no_se_guarda(navegador: Client, datos: dict[str, Any]) -> None:
    navegador.post(
        NUEVA, datos | {"medio": "virtual", "enlace_virtual": "https://reunion.ejemplo.gov.co/a", "telefono": "3"}
    )
    nueva = Sesion.objects.get()
    assert (nueva.lugar, nueva.telefono, nueva.donde) == ("", "", "https://reunion.ejemplo.gov.co/a")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://ejemplo.gov.co/a", "data:text/html,a"])
def test_un_enlace_solo_abre_una_pagina(url: str) -> None:
    with pytest.raises(ValidationError) as falta:
        DireccionWebField().clean(url)
    assert falta.value.messages == ["Escriba la dirección completa, con https://."]


def test_la_modalidad_es_de_las_de_la_direccion(datos: dict[str, Any]) -> None:
    del_archivo = fabricas.funcionario("ssda", nombre="Diana Pérez")
    taller = {
        "dependencia": del_archivo.dependencia_id,
        "dirige": del_archivo.pk,
        "modalidad": fabricas_agenda.modalidad("taller").pk,
    }
    respuesta = fabricas.sesion(del_archivo.usuario).post(NUEVA, datos | taller)
    assert errores(respuesta) == {"modalidad": [f"La {fabricas.dependencia('ddab')} no ofrece «Taller»."]}


def test_un_concepto_no_es_una_sesion(navegador: Client) -> None:
    ofrecidas = navegador.get(NUEVA).context["form"].fields["modalidad"].queryset
    assert set(Modalidad.objects.all()) - set(ofrecidas) == {fabricas_agenda.modalidad("concepto")}


def test_a_quien_ya_tiene_otra_sesion_se_le_dice_cual_y_lo_escrito_sigue(
    navegador: Client, datos: dict[str, Any], sesion: Sesion
) -> None:
    respuesta = navegador.post(NUEVA, datos | {"titulo": "Otra"})
    assert errores(respuesta) == {"empieza": ["A esa hora no todos pueden: vea abajo con qué se cruza."]}
    dicho = [(uno.texto, uno.sesion) for uno in respuesta.context["form"].impedimentos]
    assert dicho == [("Laura Ortiz ya tiene otra sesión de 10:00 a 11:30.", sesion)]
    assert (Sesion.objects.count(), 'value="Otra"' in respuesta.content.decode()) == (1, True)


def test_de_la_sesion_ajena_que_se_cruza_solo_se_dice_la_hora(navegador: Client, datos: dict[str, Any]) -> None:
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    fabricas_agenda.sesion(dirige=diana, titulo="Reservada")
    respuesta = navegador.post(NUEVA, datos | {"acompanan": [diana.pk]})
    dicho = [(uno.texto, uno.sesion) for uno in respuesta.context["form"].impedimentos]
    assert dicho == [("Diana Pérez ya tiene otra sesión de 10:00 a 11:30.", None)]
    assert "Reservada" not in respuesta.content.decode()


def test_de_quien_esta_ausente_se_dice_por_que(navegador: Client, asesora: Funcionario, datos: dict[str, Any]) -> None:
    otra, dia = fabricas.funcionario("stdi", nombre="Otra"), date(2026, 11, 20)
    registrar_ausencia(asesor=asesora, sustituto=otra, desde=dia, hasta=dia, motivo="vacaciones")
    respuesta = navegador.post(NUEVA, datos)
    assert [uno.texto for uno in respuesta.context["form"].impedimentos] == ["Laura Ortiz no está ese día: vacaciones."]


def test_dos_que_programan_a_la_vez_no_ocupan_la_misma_hora(
    navegador: Client, asesora: Funcionario, datos: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one is written after the form looked: the database refuses it."""

    def nada(*_: Any, **__: Any) -> list[Any]:
        fabricas_agenda.sesion(dirige=asesora, titulo="La otra")
        return []

    monkeypatch.setattr("asiste.web.equipo.agenda.forms.sesion.impedimentos", nada)
    respuesta = navegador.post(NUEVA, datos)
    assert errores(respuesta) == {"__all__": ["Laura Ortiz ya tiene otra sesión de 10:00 a 11:30."]}


@pytest.mark.parametrize(
    ("dia", "raro"),
    [
        ("2026-12-08", "Ese día no es hábil: La Inmaculada Concepción."),
        ("2026-11-21", "Ese día no es hábil: sábado."),
        ("2026-11-18", "Ese día ya pasó."),
    ],
)
def test_un_dia_raro_se_confirma(navegador: Client, datos: dict[str, Any], dia: str, raro: str) -> None:
    respuesta = navegador.post(NUEVA, datos | {"dia": dia})
    assert errores(respuesta) == {"dia": [f"{raro} Si es correcto, confírmelo abajo."]}
    navegador.post(NUEVA, datos | {"dia": dia, "confirmado": "on"})
    assert timezone.localdate(Sesion.objects.get().inicia) == date.fromisoformat(dia)


def test_no_termina_antes_de_empezar(navegador: Client, datos: dict[str, Any]) -> None:
    respuesta = navegador.post(NUEVA, datos | {"termina": "10:00"})
    assert errores(respuesta) == {"termina": ["Debe terminar después de empezar."]}


def test_las_solicitudes_se_escriben_por_su_radicado(navegador: Client, datos: dict[str, Any]) -> None:
    una, otra = (fabricas.solicitud(dependencia=fabricas.dependencia("stdi")) for _ in range(2))
    navegador.post(NUEVA, datos | {"solicitudes": f"{una.radicado.lower()},  {otra.radicado};{una.radicado}"})
    assert set(Sesion.objects.get().solicitudes.all()) == {una, otra}


def test_una_solicitud_ajena_o_terminada_no_se_atiende(navegador: Client, datos: dict[str, Any]) -> None:
    ajena = fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[])
    cerrada = fabricas.solicitud(dependencia=fabricas.dependencia("stdi"), estado=Solicitud.Estado.CERRADA)
    respuestas = [errores(navegador.post(NUEVA, datos | {"solicitudes": una.radicado})) for una in (ajena, cerrada)]
    assert respuestas == [
        {"solicitudes": [f"No existe, o usted no puede verla: {ajena.radicado}."]},
        {"solicitudes": [f"Ya terminó: {cerrada.radicado}."]},
    ]


def test_la_direccion_trae_la_hora_y_la_gente(navegador: Client, asesora: Funcionario) -> None:
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    pedido = {
        "inicia": "2026-11-23T14:00:00-05:00",
        "termina": "2026-11-23T15:00:00-05:00",
        "dirige": str(asesora.pk),
        "acompanan": str(diana.pk),
    }
    inicial = navegador.get(NUEVA, pedido).context["form"].initial
    assert [inicial[campo] for campo in ("dia", "empieza", "termina", "dirige", "acompanan")] == [
        *(date(2026, 11, 23), "14:00", "15:00", str(asesora.pk), [str(diana.pk)])
    ]


@pytest.mark.parametrize(
    "pedido", [{"inicia": "ayer", "dirige": "x"}, {"inicia": "2026-13-40"}, {"solicitud": "AT-1\0"}]
)
def test_una_direccion_mal_escrita_abre_el_formulario_vacio(navegador: Client, pedido: dict[str, str]) -> None:
    form = navegador.get(NUEVA, pedido).context["form"]
    assert "dia" not in form.initial


def test_desde_un_caso_llega_con_su_entidad_sus_temas_y_quien_lo_atiende(
    navegador: Client, asesora: Funcionario
) -> None:
    caso = fabricas.solicitud(asesor=asesora, modalidad=fabricas_agenda.modalidad("visita"))
    inicial = navegador.get(NUEVA, {"solicitud": caso.radicado}).context["form"].initial
    assert (inicial["titulo"], inicial["modalidad"].clave, inicial["publico_entidades"]) == (
        caso.asunto,
        "visita",
        [caso.entidad_id],
    )
    assert (inicial["temas"], inicial["dirige"], inicial["solicitudes"]) == (
        [fabricas.tema()],
        asesora.pk,
        caso.radicado,
    )


def test_un_caso_ajeno_no_se_cuenta_por_el_formulario(navegador: Client) -> None:
    ajeno = fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[], asunto="Reservado")
    assert "titulo" not in navegador.get(NUEVA, {"solicitud": ajeno.radicado}).context["form"].initial


def test_quien_radica_no_programa(radicadora: Client) -> None:
    assert radicadora.get(NUEVA).status_code == 403


def test_el_cambio_abre_con_lo_que_hay_y_guarda_lo_nuevo(
    navegador: Client, datos: dict[str, Any], sesion: Sesion
) -> None:
    form = navegador.get(pagina("sesion-cambio", sesion)).context["form"]
    assert sesion.dirige is not None
    visto = [form[campo].value() for campo in ("titulo", "empieza", "dirige")]
    assert visto == ["Mapa de procesos", "10:00", sesion.dirige.pk]
    navegador.post(pagina("sesion-cambio", sesion), datos | {"empieza": "14:00", "termina": "15:00", "lugar": "Sala 5"})
    sesion.refresh_from_db()
    assert (timezone.localtime(sesion.inicia).hour, sesion.lugar, sesion.secuencia) == (14, "Sala 5", 1)


def test_al_cambiar_no_se_cruza_consigo_misma(navegador: Client, datos: dict[str, Any], sesion: Sesion) -> None:
    respuesta = navegador.post(pagina("sesion-cambio", sesion), datos | {"termina": "12:00"})
    assert respuesta.status_code == 302


def test_cambiar_no_suelta_la_solicitud_de_otra_direccion(
    navegador: Client, asesora: Funcionario, datos: dict[str, Any]
) -> None:
    ajena = fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[])
    sesion = fabricas_agenda.sesion(dirige=asesora, solicitudes=[ajena])
    navegador.post(pagina("sesion-cambio", sesion), datos)
    assert list(sesion.solicitudes.all()) == [ajena]


def test_el_publico_que_se_cambia_es_el_mismo(navegador: Client, asesora: Funcionario, datos: dict[str, Any]) -> None:
    publico = fabricas_agenda.publico(entidades=[fabricas.entidad("sed")])
    sesion = fabricas_agenda.sesion(dirige=asesora, publico=publico)
    navegador.post(pagina("sesion-cambio", sesion), datos | {"publico_todas": "on"})
    publico.refresh_from_db()
    assert (publico.todas, list(publico.entidades.all())) == (True, [])


def test_la_serie_que_ya_existe_no_se_repite(navegador: Client, asesora: Funcionario, datos: dict[str, Any]) -> None:
    serie = Serie.objects.create(nombre="Procesos", dependencia=asesora.dependencia)
    navegador.post(NUEVA, datos | {"serie_nueva": "Procesos"})
    assert (Serie.objects.count(), Sesion.objects.get().serie) == (1, serie)


def test_se_cancela_con_su_motivo(navegador: Client, sesion: Sesion) -> None:
    sin_motivo = navegador.post(pagina("sesion-cancelacion", sesion))
    assert errores(sin_motivo) == {"motivo": ["Escriba por qué se cancela."]}
    navegador.post(pagina("sesion-cancelacion", sesion), {"motivo": "Sala cerrada"})
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.motivo) == (Sesion.Estado.CANCELADA, "Sala cerrada")


def test_lo_cancelado_no_se_cambia_ni_se_abre(navegador: Client, asesora: Funcionario, sesion: Sesion) -> None:
    acciones.cancelar(sesion=sesion, motivo="Sala", autor=asesora.usuario, ahora=fabricas.AHORA)
    assert navegador.get(pagina("sesion-cambio", sesion)).status_code == 403
    respuesta = navegador.post(pagina("sesion-apertura", sesion), follow=True)
    assert [str(uno) for uno in respuesta.context["messages"]] == ["La sesión ya está cancelada."]


def test_se_abre(navegador: Client, sesion: Sesion) -> None:
    navegador.post(pagina("sesion-apertura", sesion))
    sesion.refresh_from_db()
    assert sesion.estado == Sesion.Estado.EN_CURSO


def test_quien_dirige_varias_direcciones_escoge_de_las_suyas(datos: dict[str, Any]) -> None:
    sdfi = fabricas.funcionario("sdfi", nombre="Subsecretaria", rol=Rol.SDFI)
    form = fabricas.sesion(sdfi.usuario).get(NUEVA).context["form"]
    assert "sdfi" not in set(form.fields["dependencia"].queryset.values_list("clave", flat=True))
