"""A cap on what a machine writes to one address in a day."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.core import mail

from asiste.notificaciones.acciones import TOPE_DIARIO, encolar, enviar_pendientes
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA
PARA = "ana@shd.gov.co"
_numero = count(1)


def escribir(cuantos: int = 1, *, ahora: datetime = AHORA, **cambios: Any) -> list[str]:
    """Leaves so many mails in the outbox and tells the state of each."""
    datos: dict[str, Any] = {"para": PARA, "asunto": "Novedad", "texto": "Hola.", "con_tope": True}
    return [encolar(clave=f"m{next(_numero)}", ahora=ahora, **datos | cambios).estado for _ in range(cuantos)]


def test_el_que_pasa_del_tope_se_guarda_y_no_se_envia() -> None:
    assert escribir(TOPE_DIARIO + 1) == ["pendiente"] * TOPE_DIARIO + ["tope"]
    assert enviar_pendientes(ahora=AHORA) == TOPE_DIARIO == len(mail.outbox)
    assert Mensaje.objects.get(estado=Mensaje.Estado.TOPE).get_estado_display() == "No se envió: tope diario"


@pytest.mark.parametrize("cambios", [{"para": "otra@shd.gov.co"}, {"automatico": False}, {"con_tope": False}])
def test_no_toca_a_otras_personas_ni_a_lo_que_escribe_alguien_ni_al_equipo(cambios: dict[str, Any]) -> None:
    escribir(TOPE_DIARIO)
    assert escribir(**cambios) == ["pendiente"]


def test_lo_que_escribe_una_persona_no_gasta_el_tope() -> None:
    escribir(TOPE_DIARIO, automatico=False)
    assert escribir() == ["pendiente"]


def test_al_otro_dia_de_bogota_vuelve_a_empezar() -> None:
    tarde = AHORA.replace(hour=23, minute=59)
    escribir(TOPE_DIARIO, ahora=tarde)
    assert escribir(ahora=tarde) + escribir(ahora=tarde + timedelta(minutes=1)) == ["tope", "pendiente"]


def test_las_cartas_de_un_caso_respetan_el_tope_y_el_expediente_lo_guarda() -> None:
    escribir(TOPE_DIARIO)
    fabricas.solicitud(solicitante_correo=PARA)
    radicada = Actuacion.objects.get(tipo="radicada")
    assert radicada.mensaje is not None
    assert (Solicitud.objects.count(), radicada.mensaje.estado) == (1, "tope")
