from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from asiste.agenda.models import Invitado, Sesion
from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.models import Rebote
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda
from pruebas.agenda.replicas import correo_con, replica
from pruebas.correo.redaccion import llega

pytestmark = pytest.mark.django_db
Resultado = MensajeEntrante.Resultado
MUCHO = timedelta(days=3650)  # the import runs with the clock of the machine
ANTES = fabricas.AHORA - timedelta(days=1)


@pytest.fixture
def sesion() -> Sesion:
    """A session far in the future."""
    return fabricas_agenda.sesion(inicia=fabricas.AHORA + MUCHO)


@pytest.mark.parametrize(("forma", "google"), [("outlook", False), ("google", True)])
def test_la_respuesta_que_llega_por_correo_se_anota_y_no_abre_ninguna_solicitud(
    sesion: Sesion, forma: str, google: bool, tmp_path: Path
) -> None:
    invitado = fabricas_agenda.invitado(sesion)
    mensaje = llega(correo_con(replica(sesion, forma=forma, sello=ANTES), google=google), tmp_path)
    assert (mensaje.resultado, mensaje.motivo) == (Resultado.CALENDARIO, "Asistirá a «Mapa de procesos».")
    invitado.refresh_from_db()
    assert (invitado.respuesta, Solicitud.objects.count()) == (Invitado.Respuesta.ASISTE, 0)


def test_el_mismo_correo_en_dos_buzones_cuenta_una_vez(sesion: Sesion, tmp_path: Path) -> None:
    fabricas_agenda.invitado(sesion)
    crudo = correo_con(replica(sesion, sello=ANTES))
    copia = crudo.replace(b"Delivered-To: mipgdistrito@", b"Delivered-To: ddri@")
    primero, segundo = llega(crudo, tmp_path), llega(copia, tmp_path)
    assert [primero.resultado, segundo.resultado] == [Resultado.CALENDARIO] * 2
    assert segundo.motivo == "Ya había una respuesta más reciente a «Mapa de procesos»."


def test_otra_hora_propuesta_desde_outlook_queda_como_comentario(sesion: Sesion, tmp_path: Path) -> None:
    invitado = fabricas_agenda.invitado(sesion)
    calendario = replica(sesion, metodo="COUNTER", estado="TENTATIVE", inicia="20261120T150000", sello=ANTES)
    assert llega(correo_con(calendario), tmp_path).resultado == Resultado.CALENDARIO
    invitado.refresh_from_db()
    assert invitado.comentario == "Propone otra hora: viernes 20 de noviembre de 2026, 3:00 p. m."


@pytest.mark.parametrize(
    ("cambios", "motivo"),
    [
        ({"uid": "nadie@asiste"}, "Responde a una sesión que no existe en la agenda."),
        ({"correo": ""}, "La respuesta del calendario no dice quién responde."),
    ],
)
def test_lo_que_no_se_entiende_queda_en_cuarentena_con_su_razon_y_sus_octetos(
    sesion: Sesion, cambios: dict[str, Any], motivo: str, tmp_path: Path
) -> None:
    crudo = correo_con(replica(sesion, sello=ANTES, **cambios))
    mensaje = llega(crudo, tmp_path)
    assert (mensaje.resultado, mensaje.motivo) == (Resultado.CUARENTENA, motivo)
    with mensaje.crudo.abrir() as archivo:
        assert archivo.read() == crudo


def test_un_calendario_roto_queda_en_cuarentena(tmp_path: Path) -> None:
    mensaje = llega(correo_con("BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n"), tmp_path)
    assert (mensaje.resultado, mensaje.motivo) == (
        Resultado.CUARENTENA,
        "El calendario que trae el mensaje está mal escrito.",
    )


def test_la_respuesta_a_una_reunion_de_otros_se_conserva_como_automatica(sesion: Sesion, tmp_path: Path) -> None:
    mensaje = llega(correo_con(replica(sesion, uid="040000008200E00074C5B7101A82E008", sello=ANTES)), tmp_path)
    assert (mensaje.resultado, mensaje.motivo) == (
        Resultado.AUTOMATICO,
        "Es la respuesta a una reunión que no se convocó desde aquí.",
    )


def test_quien_responde_recibe_correo_y_ya_no_rebota(sesion: Sesion, tmp_path: Path) -> None:
    invitado = fabricas_agenda.invitado(sesion)
    Rebote.objects.create(correo=invitado.correo, desde=ANTES, ultimo_en=ANTES, motivo="no existe", permanente=True)
    llega(correo_con(replica(sesion, sello=ANTES)), tmp_path)
    assert not Rebote.objects.exists()
