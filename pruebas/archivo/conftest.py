"""Every test happens at the moment of the factories, Thursday 19 November 2026."""

from collections.abc import Iterator

import pytest
import time_machine

from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_archivo


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """The clock stopped."""
    with time_machine.travel(fabricas.AHORA, tick=False):
        yield


@pytest.fixture
def diana(db: None) -> Funcionario:
    """Diana Pérez, adviser of the Sistema Distrital de Archivos."""
    return fabricas_archivo.asesora()
