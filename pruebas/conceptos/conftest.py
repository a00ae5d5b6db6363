"""Every test happens at the moment of the factories."""

from collections.abc import Iterator

import pytest
import time_machine

from pruebas import fabricas


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """The clock stopped, inside service hours."""
    with time_machine.travel(fabricas.AHORA, tick=False):
        yield
