"""The calendar of the law, without database, and the tables empty."""

from datetime import date

import pytest

from asiste.calendario.dias import Calendario, Motivo, Tipo
from asiste.calendario.festivos import propuestos
from asiste.calendario.models import DiaNoHabil, Festivo, JornadaAtencion


@pytest.fixture(scope="session")
def calendario() -> Calendario:
    """Every holiday proposed from 2015 to 2040."""
    motivos = {dia.fecha: Motivo(dia.nombre, dia.norma, Tipo.FESTIVO, dia.traslado) for dia in propuestos(2015, 2040)}
    return Calendario(motivos, desde=date(2015, 1, 1), hasta=date(2040, 12, 31))


@pytest.fixture
def tablas_vacias(db: None) -> None:
    """Without holidays, extra days or hours: those of the catalogues are not what the test is about."""
    for tabla in (Festivo, DiaNoHabil, JornadaAtencion):
        tabla.objects.all().delete()
