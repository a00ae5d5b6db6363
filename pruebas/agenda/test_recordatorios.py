from datetime import datetime, timedelta
from typing import Any

import pytest

from asiste.agenda.acciones import recordar
from asiste.agenda.models import Invitado
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas_agenda
from pruebas.fabricas import AHORA, BOGOTA
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db
Respuesta, Via = Invitado.Respuesta, Invitado.Via


def respondio(respuesta: Invitado.Respuesta) -> dict[str, Any]:
    """Fields of an answer."""
    return {"respuesta": respuesta, "respuesta_via": Via.ENLACE, "respondida_en": AHORA}


def dia(cual: int, hora: int = 9) -> datetime:
    """A moment of November 2026; the 19th is a Thursday and the session is on Friday 20th at ten."""
    return datetime(2026, 11, cual, hora, 0, tzinfo=BOGOTA)


def test_se_recuerda_la_vispera_y_la_misma_manana_una_vez_cada_una() -> None:
    fabricas_agenda.invitado(fabricas_agenda.sesion())
    momentos = [dia(18), dia(19), dia(19, 15), dia(20, 8), dia(20), dia(20, 11)]
    assert [recordar(ahora=momento) for momento in momentos] == [0, 1, 0, 1, 0, 0]
    asuntos = list(Mensaje.objects.order_by("id").values_list("asunto", flat=True))
    assert asuntos == ["Recuerde: Mapa de procesos", "Hoy: Mapa de procesos"]


def test_lo_del_lunes_se_recuerda_el_viernes() -> None:
    lunes = MANANA + timedelta(days=3)
    fabricas_agenda.invitado(fabricas_agenda.sesion(inicia=lunes))
    assert [recordar(ahora=momento) for momento in (dia(19), dia(20), dia(21), dia(22), dia(23, 8))] == [0, 1, 0, 0, 1]


def test_el_recordatorio_que_se_rechaza_no_se_reintenta_de_noche() -> None:
    fabricas_agenda.invitado(fabricas_agenda.sesion())
    recordar(ahora=dia(19))
    assert list(Mensaje.objects.values_list("solo_en_jornada", flat=True)) == [True]


@pytest.mark.parametrize("fuera", [dia(19, 5), dia(19, 20)])
def test_fuera_de_la_jornada_no_se_recuerda_nada(fuera: datetime) -> None:
    fabricas_agenda.invitado(fabricas_agenda.sesion())
    assert recordar(ahora=fuera) == 0


def test_a_quien_dijo_que_no_viene_no_se_le_recuerda() -> None:
    fabricas_agenda.invitado(fabricas_agenda.sesion(), **respondio(Respuesta.NO_ASISTE))
    assert recordar(ahora=AHORA) == 0


@pytest.mark.parametrize(
    "cambios",
    [
        {"situacion": Invitado.Situacion.EN_ESPERA, "espera_desde": AHORA},
        {"situacion": Invitado.Situacion.RETIRADO},
        {"origen": Invitado.Origen.A_CARGO},
        {"secuencia_enviada": None},
        {"creado_en": AHORA},
    ],
    ids=["espera", "retirado", "a cargo", "sin invitación", "invitado hoy"],
)
def test_solo_se_recuerda_a_quien_tiene_lugar_y_lo_sabe_desde_antes(cambios: dict[str, Any]) -> None:
    fabricas_agenda.invitado(fabricas_agenda.sesion(), **cambios)
    assert recordar(ahora=AHORA) == 0


@pytest.mark.parametrize(
    ("datos", "pregunta"),
    [
        ({}, True),
        (respondio(Respuesta.TAL_VEZ), True),
        (respondio(Respuesta.ASISTE), False),
    ],
    ids=["sin respuesta", "tal vez", "asiste"],
)
def test_a_quien_no_ha_confirmado_se_le_pregunta(datos: dict[str, Any], pregunta: bool) -> None:
    fabricas_agenda.invitado(fabricas_agenda.sesion(), **datos)
    recordar(ahora=AHORA)
    mensaje = Mensaje.objects.get()
    assert ("Aún no nos confirma si asiste" in mensaje.texto) is pregunta
    assert (mensaje.metodo, mensaje.automatico) == ("", True)
    assert "Lugar: Edificio Liévano, sala 3" in mensaje.texto
