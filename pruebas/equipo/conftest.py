"""The cast of the pages of the team."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from pruebas import fabricas


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """Every test happens at the moment of the factories, Thursday 19 November 2026."""
    with time_machine.travel(fabricas.AHORA, tick=False):
        yield


@pytest.fixture
def asesora(db: None) -> Funcionario:
    """Laura Ortiz, adviser of the STDI."""
    return fabricas.funcionario("stdi")


@pytest.fixture
def navegador(asesora: Funcionario) -> Client:
    """The browser of Laura Ortiz, signed in."""
    return fabricas.sesion(asesora.usuario)


@pytest.fixture
def directora(db: None) -> Client:
    """The browser of the director of the DDDI."""
    return fabricas.sesion(fabricas.funcionario("dddi", nombre="Marta Gil", rol=Rol.DIRECCION).usuario)


@pytest.fixture
def radicadora(db: None) -> Client:
    """The browser of the filing clerk of the DDDI."""
    return fabricas.sesion(fabricas.funcionario("dddi", nombre="Yolanda Castro", rol=Rol.RADICADOR).usuario)
