"""The calendar of the law, without database."""

from datetime import date

import pytest

from asiste.calendario.dias import Calendario, Motivo, Tipo
from asiste.calendario.festivos import propuestos


@pytest.fixture(scope="session")
def calendario() -> Calendario:
    """Every holiday proposed from 2015 to 2040."""
    motivos = {dia.fecha: Motivo(dia.nombre, dia.norma, Tipo.FESTIVO, dia.traslado) for dia in propuestos(2015, 2040)}
    return Calendario(motivos, desde=date(2015, 1, 1), hasta=date(2040, 12, 31))
