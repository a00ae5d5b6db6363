"""The pages that take a case off its straight way."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud, Vinculo
from pruebas import fabricas

Estado = Solicitud.Estado
MOTIVO = {"motivo": "Así lo pide la norma."}


@pytest.fixture
def caso(asesora: Funcionario) -> Solicitud:
    """One that Laura Ortiz works on."""
    return fabricas.solicitud(asesor=asesora, estado=Estado.EN_TRAMITE)


def url(accion: str, solicitud: Solicitud) -> str:
    return reverse(f"equipo:{accion}", args=[solicitud.radicado])


def pagina(navegador: Client, accion: str, solicitud: Solicitud) -> str:
    return navegador.get(url(accion, solicitud)).content.decode()


def enviar(navegador: Client, accion: str, solicitud: Solicitud, datos: dict[str, Any]) -> Solicitud:
    """Sends the page, which goes back to the case, and reads the case again."""
    respuesta = navegador.post(url(accion, solicitud), datos)
    assert respuesta.headers.get("Location") == url("solicitud", solicitud)
    solicitud.refresh_from_db()
    return solicitud


def test_pedir_informacion_deja_el_caso_en_pausa_y_ofrece_reanudarlo(navegador: Client, caso: Solicitud) -> None:
    suspendido = enviar(navegador, "suspension", caso, {"texto": "Envíe el acto."})
    expediente = pagina(navegador, "solicitud", caso)
    assert suspendido.estado == Estado.SUSPENDIDA
    assert "La entidad tiene hasta el" in expediente
    assert url("reanudacion", caso) in expediente
    assert enviar(navegador, "reanudacion", caso, MOTIVO).estado == Estado.EN_TRAMITE


def test_el_menu_ofrece_solo_lo_que_cabe_en_cada_estado(navegador: Client, caso: Solicitud) -> None:
    expediente = pagina(navegador, "solicitud", caso)
    ofrecidas = [
        accion
        for accion in ("suspension", "reanudacion", "desistimiento", "prorroga", "traslado", "separacion", "reapertura")
        if url(accion, caso) in expediente
    ]
    assert ofrecidas == ["suspension", "prorroga", "traslado"]


def test_la_prorroga_dice_cuantos_dias_caben(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(url("prorroga", caso), {"dias": "11", **MOTIVO}).content.decode()
    assert "Puede agregar de 1 a 10 días hábiles: el plazo no pasa del doble." in respuesta
    assert "Así lo pide la norma." in respuesta
    assert enviar(navegador, "prorroga", caso, {"dias": "3", **MOTIVO}).prorroga == 3


def test_el_traslado_lleva_el_caso_a_la_otra_direccion(navegador: Client, caso: Solicitud) -> None:
    recibe = fabricas.funcionario("ssda", nombre="Diana Pérez")
    datos = {"dependencia": fabricas.dependencia("ssda").pk, "asesor": recibe.pk, **MOTIVO}
    trasladado = enviar(navegador, "traslado", caso, datos)
    assert (str(trasladado.asesor), trasladado.direccion.clave) == ("Diana Pérez", "ddab")


def test_quien_recibe_el_traslado_trabaja_en_esa_direccion(navegador: Client, caso: Solicitud) -> None:
    recibe = fabricas.funcionario("ddri", nombre="Natalia Rojas")
    datos = {"dependencia": fabricas.dependencia("ssda").pk, "asesor": recibe.pk, **MOTIVO}
    respuesta = navegador.post(url("traslado", caso), datos).content.decode()
    assert "Natalia Rojas no trabaja en" in respuesta


def test_el_traslado_por_competencia_termina_el_caso(navegador: Client, caso: Solicitud) -> None:
    assert enviar(navegador, "remision", caso, {"destino": "Ministerio", **MOTIVO}).estado == Estado.TRASLADADA


def test_solo_quien_dirige_anula(navegador: Client, directora: Client, caso: Solicitud) -> None:
    assert navegador.get(url("anulacion", caso)).status_code == 403
    assert enviar(directora, "anulacion", caso, MOTIVO).estado == Estado.ANULADA


def test_lo_cerrado_se_reabre(navegador: Client, asesora: Funcionario) -> None:
    cerrado = fabricas.solicitud(asesor=asesora, estado=Estado.CERRADA)
    assert enviar(navegador, "reapertura", cerrado, MOTIVO).estado == Estado.EN_TRAMITE


def test_relacionar_muestra_cada_una_en_la_otra(navegador: Client, asesora: Funcionario, caso: Solicitud) -> None:
    otro = fabricas.solicitud(asesor=asesora, estado=Estado.EN_TRAMITE)
    enviar(navegador, "vinculo", caso, {"otra": otro.radicado.lower()})
    assert Vinculo.objects.get().otra == otro
    assert url("solicitud", caso) in pagina(navegador, "solicitud", otro)


def test_no_se_relaciona_con_una_que_no_se_ve(navegador: Client, caso: Solicitud) -> None:
    ajena = fabricas.solicitud(dependencia=fabricas.dependencia("ddri"))
    respuesta = navegador.post(url("vinculo", caso), {"otra": ajena.radicado}).content.decode()
    assert f"No encontramos {ajena.radicado} entre las que usted ve." in respuesta


def test_unir_propone_la_otra_y_separar_la_devuelve(navegador: Client, asesora: Funcionario, caso: Solicitud) -> None:
    principal = fabricas.solicitud(asesor=asesora, estado=Estado.EN_TRAMITE)
    formulario = navegador.get(url("union", caso), {"con": principal.radicado}).content.decode()
    assert f'value="{principal.radicado}"' in formulario
    assert enviar(navegador, "union", caso, {"principal": principal.radicado, **MOTIVO}).principal == principal
    assert enviar(navegador, "separacion", caso, MOTIVO).estado == Estado.EN_TRAMITE


def test_nadie_le_pasa_trabajo_a_otro_uniendo(navegador: Client, caso: Solicitud) -> None:
    ajena = fabricas.solicitud(
        asesor=fabricas.funcionario("stdi", nombre="Jorge Méndez"),
        estado=Estado.EN_TRAMITE,
        entidad=fabricas.entidad("idu"),
    )
    respuesta = navegador.post(url("union", caso), {"principal": ajena.radicado, **MOTIVO}).content.decode()
    assert "la tramita Jorge Méndez: pídale que las una." in respuesta


def test_dividir_pasa_los_temas_elegidos(navegador: Client, asesora: Funcionario) -> None:
    temas = [fabricas.tema(), fabricas.tema("control-interno")]
    caso = fabricas.solicitud(asesor=asesora, estado=Estado.EN_TRAMITE, temas=temas)
    enviar(navegador, "division", caso, {"asunto": "Control interno", "texto": "Lo demás.", "temas": [temas[1].pk]})
    assert [una.temas.get().clave for una in Solicitud.objects.order_by("numero")] == ["integridad", "control-interno"]


@pytest.mark.disposicion("5-articulacion")
def test_un_colega_responde_el_tema_que_debe_desde_su_bandeja(asesora: Funcionario, navegador: Client) -> None:
    colega = fabricas.funcionario("ssda", nombre="Diana Pérez")
    temas = [fabricas.tema(), fabricas.tema("gestion-documental")]
    caso = fabricas.solicitud(asesor=asesora, estado=Estado.EN_TRAMITE, temas=temas)
    encargo = caso.temas_a_cargo.get(tema=temas[1])
    navegador.post(reverse("equipo:encargo", args=[caso.radicado, encargo.pk]), {"lider": "Archivo de Bogotá"})
    assert caso.temas_a_cargo.get(tema=temas[1]).lider == "Archivo de Bogotá"
    caso.temas_a_cargo.filter(pk=encargo.pk).update(lider="", responsable=colega, dependencia=colega.dependencia)
    suya = fabricas.sesion(colega.usuario)
    destino = reverse("equipo:respuesta-tema", args=[caso.radicado, encargo.pk])
    assert destino in suya.get(reverse("equipo:bandeja")).content.decode()
    suya.post(destino, {"texto": "Use la tabla vigente."})
    assert caso.temas_a_cargo.get(pk=encargo.pk).respuesta == "Use la tabla vigente."
    assert destino not in suya.get(reverse("equipo:bandeja")).content.decode()


@pytest.mark.parametrize(
    "hacer",
    [
        lambda: ("suspension", {"texto": ""}, "Escriba qué falta."),
        lambda: ("prorroga", {"dias": "x", "motivo": "y"}, "Escriba un número entero."),
        lambda: ("vinculo", {"otra": "hola"}, "Escriba el radicado como AT-2026-87."),
        lambda: ("division", {"asunto": "a", "texto": "b"}, "Elija al menos un tema."),
    ],
)
def test_lo_que_falta_se_dice_en_el_campo(
    navegador: Client, caso: Solicitud, hacer: Callable[[], tuple[str, dict[str, str], str]]
) -> None:
    accion, datos, mensaje = hacer()
    assert mensaje in navegador.post(url(accion, caso), datos).content.decode()
