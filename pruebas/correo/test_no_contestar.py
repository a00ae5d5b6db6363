"""RFC 3834: what a machine must not answer is filed, and nobody is answered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.models import Mensaje
from pruebas.correo.redaccion import correo, llega

pytestmark = pytest.mark.django_db
Llega = Callable[[bytes], MensajeEntrante]


@pytest.fixture
def entra(tmp_path: Path) -> Llega:
    """Imports a mail and returns what is kept of it."""
    return lambda crudo: llega(crudo, tmp_path)


@pytest.mark.parametrize(
    "cabeceras",
    [
        {"From": "Sistema <no-reply@shd.gov.co>"},
        {"From": "noresponder@shd.gov.co"},
        {"From": "do_not_reply@shd.gov.co"},
        {"From": "tramites-bounces@shd.gov.co"},
        {"Return-Path": "<>"},
        {"List-Unsubscribe": "<mailto:salir@shd.gov.co>"},
        {"X-Auto-Response-Suppress": "DR, AutoReply"},
        {"X-Auto-Response-Suppress": "All"},
    ],
    ids=lambda cabeceras: " ".join(f"{nombre}: {valor}" for nombre, valor in cabeceras.items()),
)
def test_se_radica_y_no_se_contesta(entra: Llega, cabeceras: dict[str, str]) -> None:
    assert entra(correo(cabeceras=cabeceras)).resultado == "radicado"
    assert not Mensaje.objects.exists()


@pytest.mark.parametrize(
    "cabeceras",
    [
        {"From": "norelia.rey@shd.gov.co"},
        {"Return-Path": "<ana.ruiz@shd.gov.co>"},
        {"List-Id": "<mipgdistrito.alcaldiabogota.gov.co>", "List-Unsubscribe": "<mailto:salir@alcaldiabogota.gov.co>"},
        {"X-Auto-Response-Suppress": "OOF"},
    ],
    ids=lambda cabeceras: " ".join(f"{nombre}: {valor}" for nombre, valor in cabeceras.items()),
)
def test_a_una_persona_si_se_le_acusa_recibo(entra: Llega, cabeceras: dict[str, str]) -> None:
    entra(correo(cabeceras=cabeceras))
    assert Mensaje.objects.get().asunto.startswith("Recibimos su solicitud")


@pytest.mark.parametrize("valor", ["auto-replied", "auto-generated", "auto-notified", "AUTO-REPLIED (vacaciones)"])
def test_lo_automatico_ni_se_radica_ni_se_contesta(entra: Llega, valor: str) -> None:
    assert entra(correo(cabeceras={"Auto-Submitted": valor})).resultado == "automatico"
    assert not Mensaje.objects.exists()
