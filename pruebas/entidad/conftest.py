"""The cast of the pages of the entities."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from asiste.cuentas.models import Usuario
from pruebas import fabricas


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """Every test happens at the moment of the factories."""
    with time_machine.travel(fabricas.AHORA, tick=False):
        yield


@pytest.fixture
def persona(db: None) -> Usuario:
    """Carlos Peña, contact of Hacienda."""
    return fabricas.cuenta(fabricas.enlace("sdh", correo="carlos.pena@shd.gov.co"))


@pytest.fixture
def navegador(persona: Usuario) -> Client:
    """The browser of Carlos Peña, signed in."""
    return fabricas.sesion(persona)
