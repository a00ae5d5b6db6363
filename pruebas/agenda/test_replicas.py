from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asiste.agenda.acciones import RespuestaSinSesion, registrar_respuesta, responder
from asiste.agenda.models import Invitado, Sesion
from asiste.agenda.replicas import CalendarioIlegible, leer_replica
from pruebas import fabricas, fabricas_agenda
from pruebas.agenda.replicas import FORMAS, OUTLOOK, replica
from pruebas.fabricas import AHORA
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db
ANTES = AHORA - timedelta(hours=1)
Situacion, Respuesta = Invitado.Situacion, Invitado.Respuesta


def llega(sesion: Sesion, *, de: str = "ana.ruiz@shd.gov.co", ahora: datetime = AHORA, **datos: Any) -> str:
    """A calendar answers; what was done."""
    calendario = replica(sesion, **{"sello": ANTES} | datos)
    return registrar_respuesta(calendario=calendario, de_correo=de, de_nombre="Ana Ruiz", ahora=ahora)


def respuesta_de(invitado: Invitado) -> tuple[str, str, str]:
    """Situation, answer and comment, as they are kept."""
    invitado.refresh_from_db()
    return invitado.situacion, invitado.respuesta, invitado.comentario


@pytest.mark.parametrize("forma", FORMAS)
@pytest.mark.parametrize(
    ("estado", "respuesta"),
    [("ACCEPTED", "asiste"), ("TENTATIVE", "tal-vez"), ("DECLINED", "no-asiste")],
)
def test_la_respuesta_del_calendario_es_la_de_la_persona(forma: str, estado: str, respuesta: str) -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion())
    llega(invitado.sesion, forma=forma, estado=estado, comentario="Llego a las 10:15")
    assert respuesta_de(invitado) == ("invitado", respuesta, "Llego a las 10:15")
    assert (invitado.respuesta_via, invitado.respondida_en) == (Invitado.Via.CALENDARIO, ANTES)


@pytest.mark.parametrize(
    ("secuencia", "minutos", "queda"),
    [(1, 1, "no-asiste"), (2, -5, "no-asiste"), (1, 0, "asiste"), (1, -1, "asiste"), (0, 30, "asiste")],
    ids=["posterior", "de otro cambio", "la misma", "anterior", "de un cambio viejo"],
)
def test_una_respuesta_mas_vieja_que_la_ultima_no_cuenta(secuencia: int, minutos: int, queda: str) -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion())
    Sesion.objects.update(secuencia=2)
    llega(invitado.sesion, secuencia=1)
    sello = ANTES + timedelta(minutes=minutos)
    llega(invitado.sesion, estado="DECLINED", secuencia=secuencia, sello=sello)
    assert respuesta_de(invitado)[1] == queda


def test_lo_que_respondio_despues_por_el_enlace_vale_mas_que_su_calendario() -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion())
    si, via = Respuesta.ASISTE, Invitado.Via.ENLACE
    responder(invitado=invitado, respuesta=si, via=via, comentario="", ahora=AHORA)
    assert llega(invitado.sesion, estado="DECLINED") == "Ya había una respuesta más reciente a «Mapa de procesos»."
    assert respuesta_de(invitado)[1] == "asiste"


def test_un_reloj_adelantado_no_impide_responder_despues() -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion())
    llega(invitado.sesion, sello=AHORA + timedelta(days=300))
    llega(invitado.sesion, estado="DECLINED", sello=AHORA + timedelta(minutes=2), ahora=AHORA + timedelta(minutes=3))
    assert respuesta_de(invitado)[1] == "no-asiste"


def test_si_otro_contesta_por_alguien_cuenta_solo_si_el_otro_esta_invitado() -> None:
    sesion = fabricas_agenda.sesion()
    ana, jairo = fabricas_agenda.invitado(sesion), fabricas_agenda.invitado(sesion, correo="jairo@cvp.gov.co")
    llega(sesion, de="jairo@cvp.gov.co", correo=ana.correo)
    assert [respuesta_de(uno)[1] for uno in (ana, jairo)] == ["sin-respuesta", "asiste"]


def test_quien_lleva_la_agenda_de_otra_persona_responde_por_ella() -> None:
    ana = fabricas_agenda.invitado(fabricas_agenda.sesion())
    llega(ana.sesion, de="secretaria@shd.gov.co", extra=';SENT-BY="mailto:secretaria@shd.gov.co"')
    assert respuesta_de(ana)[1] == "asiste"


def test_quien_no_esta_invitado_queda_por_decidir_con_lo_que_dijo() -> None:
    sesion = fabricas_agenda.sesion()
    fabricas_agenda.invitado(sesion)
    dicho = llega(sesion, de="marta@sdp.gov.co", correo="ana.ruiz@shd.gov.co", comentario="Voy por Ana")
    extrano = sesion.invitados.get(correo="marta@sdp.gov.co")
    assert (extrano.origen, *respuesta_de(extrano)) == (
        *("respuesta", "por-decidir", "asiste"),
        "Respondió por ana.ruiz@shd.gov.co. Voy por Ana",
    )
    assert dicho.endswith("sin estar entre los invitados: se decide en la página de la sesión.")


def test_quien_espera_que_se_decida_puede_cambiar_su_respuesta() -> None:
    sesion = fabricas_agenda.sesion()
    llega(sesion)
    llega(sesion, estado="DECLINED", sello=ANTES + timedelta(minutes=5))
    assert respuesta_de(sesion.invitados.get()) == ("por-decidir", "no-asiste", "")


def test_quien_declina_desde_su_calendario_da_el_cupo_a_quien_espera() -> None:
    sesion = fabricas_agenda.sesion(cupo=1)
    fabricas_agenda.invitado(sesion)
    datos: dict[str, Any] = {"situacion": Situacion.EN_ESPERA, "espera_desde": AHORA, "secuencia_enviada": None}
    sigue = fabricas_agenda.invitado(sesion, correo="sigue@shd.gov.co", **datos)
    llega(sesion, estado="DECLINED")
    assert respuesta_de(sigue)[0] == "invitado"


@pytest.mark.parametrize("metodo", ["COUNTER", "DECLINECOUNTER"])
def test_proponer_otra_hora_es_un_comentario_y_no_una_respuesta(metodo: str) -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion())
    llega(invitado.sesion, metodo=metodo, estado="TENTATIVE", inicia="20261120T150000", comentario="¿Puede ser?")
    esperado = "Propone otra hora: viernes 20 de noviembre de 2026, 3:00 p. m. ¿Puede ser?"
    assert respuesta_de(invitado) == ("invitado", "sin-respuesta", esperado)


def test_quien_delega_no_viene_y_dice_en_quien() -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion())
    llega(invitado.sesion, estado="DELEGATED", extra=';DELEGATED-TO="mailto:otra@shd.gov.co"')
    assert respuesta_de(invitado)[1:] == ("no-asiste", "Delegó en otra@shd.gov.co.")


@pytest.mark.parametrize(
    ("cambios", "dice"),
    [
        ({"situacion": Situacion.RETIRADO}, "No se anota: ya no está invitado a «Mapa de procesos»."),
        ({}, "No se anota la respuesta a «Mapa de procesos». La sesión ya empezó: la respuesta no se puede cambiar."),
    ],
    ids=["retirado", "ya empezó"],
)
def test_lo_que_ya_no_se_puede_responder_no_se_anota_y_queda_dicho(cambios: dict[str, Any], dice: str) -> None:
    invitado = fabricas_agenda.invitado(fabricas_agenda.sesion(), **cambios)
    ahora = AHORA if cambios else MANANA
    assert llega(invitado.sesion, ahora=ahora) == dice
    assert respuesta_de(invitado)[1] == "sin-respuesta"


@pytest.mark.parametrize(
    ("calendario", "motivo"),
    [
        ("", "mal escrito"),
        ("no es un calendario", "mal escrito"),
        ("BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n", "no dice de qué sesión es"),
        (OUTLOOK.replace("METHOD:{metodo}", "METHOD:ADD"), "no dice qué responde"),
        (OUTLOOK.replace("{metodo}", "REPLY").replace("{uid}", "sin arroba"), "no dice a qué sesión corresponde"),
        (
            OUTLOOK.replace("{metodo}", "REPLY").replace("{uid}", "x@asiste").replace("ATTENDEE", "X-NADIE"),
            "no dice quién responde",
        ),
    ],
)
def test_un_calendario_mal_hecho_se_rechaza_con_su_razon(calendario: str, motivo: str) -> None:
    with pytest.raises(CalendarioIlegible, match=motivo):
        leer_replica(calendario, ahora=AHORA)


def test_la_respuesta_a_una_sesion_que_no_existe_se_rechaza() -> None:
    with pytest.raises(RespuestaSinSesion, match="una sesión que no existe"):
        llega(fabricas_agenda.sesion(), uid="nadie@asiste")


@given(cortes=st.lists(st.tuples(st.integers(0, 1400), st.text(max_size=8)), max_size=4))
@settings(max_examples=150, deadline=None)
def test_ningun_calendario_danado_produce_otra_cosa_que_su_razon(cortes: list[tuple[int, str]]) -> None:
    calendario = replica(Sesion(clave="abc"), sello=datetime(2026, 11, 19, 15, tzinfo=UTC))
    for lugar, texto in cortes:
        calendario = calendario[:lugar] + texto + calendario[lugar + len(texto) + 3 :]
    try:
        leida = leer_replica(calendario, ahora=fabricas.AHORA)
    except CalendarioIlegible:
        return
    assert leida.sello <= fabricas.AHORA


def test_nadie_de_otro_dominio_contesta_por_un_invitado() -> None:
    ana = fabricas_agenda.invitado(fabricas_agenda.sesion())
    llega(ana.sesion, de="otro@ajeno.co", estado="DECLINED", extra=';SENT-BY="mailto:otro@ajeno.co"')
    assert respuesta_de(ana) == ("invitado", "sin-respuesta", "")


def test_un_numero_de_cambio_del_futuro_no_calla_las_respuestas_que_siguen() -> None:
    ana = fabricas_agenda.invitado(fabricas_agenda.sesion())
    llega(ana.sesion, estado="DECLINED", secuencia=2_000_000_000)
    llega(ana.sesion, estado="ACCEPTED", sello=ANTES + timedelta(minutes=1))
    assert respuesta_de(ana)[1] == "asiste"
