"""The pages of a session."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asiste.agenda.models import Sesion
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_agenda


@pytest.fixture
def sesion(asesora: Funcionario) -> Sesion:
    """A session of Laura Ortiz, tomorrow at ten."""
    return fabricas_agenda.sesion(dirige=asesora)


@pytest.fixture
def companero(asesora: Funcionario) -> Client:
    """The browser of another adviser of the STDI, who sees the session and does not carry it."""
    return fabricas.sesion(fabricas.funcionario("stdi", nombre="Otro").usuario)


@pytest.fixture
def datos(asesora: Funcionario) -> dict[str, Any]:
    """What the form of a session sends: a table of work of Laura Ortiz, tomorrow at ten."""
    return {
        "titulo": "Mapa de procesos",
        "dependencia": asesora.dependencia_id,
        "modalidad": fabricas_agenda.modalidad().pk,
        "dia": "2026-11-20",
        "empieza": "10:00",
        "termina": "11:30",
        "medio": "presencial",
        "lugar": "Edificio Liévano, sala 3",
        "dirige": asesora.pk,
    }


def pagina(vista: str, sesion: Sesion, *mas: int) -> str:
    """Address of a page of the session."""
    return reverse(f"equipo:{vista}", args=[sesion.pk, *mas])
