"""The day on which a request counts as received."""

from datetime import UTC, date, datetime, time

import pytest

from asiste.calendario.dias import Calendario
from asiste.calendario.termino import BOGOTA, JORNADA_INICIAL, Jornada, inicio_del_termino


def bogota(anio: int, mes: int, dia: int, hora: int, minuto: int, segundo: int = 0) -> datetime:
    return datetime(anio, mes, dia, hora, minuto, segundo, tzinfo=BOGOTA)


@pytest.mark.disposicion("5-oportuna")
@pytest.mark.parametrize(
    ("llega", "cuenta"),
    [
        (bogota(2026, 11, 5, 10, 17), date(2026, 11, 5)),  # Thursday, within hours
        (bogota(2026, 11, 5, 5, 40), date(2026, 11, 5)),  # before opening
        (bogota(2026, 11, 5, 16, 30), date(2026, 11, 5)),  # at closing time
        (bogota(2026, 11, 5, 16, 30, 1), date(2026, 11, 6)),  # after closing
        (bogota(2026, 11, 6, 16, 31), date(2026, 11, 9)),  # Friday, after closing
        (bogota(2026, 11, 7, 9, 0), date(2026, 11, 9)),  # Saturday
        (bogota(2026, 11, 13, 18, 0), date(2026, 11, 17)),  # Friday before a long weekend
        (bogota(2026, 11, 16, 9, 0), date(2026, 11, 17)),  # Monday holiday
        (bogota(2026, 12, 31, 23, 59), date(2027, 1, 4)),  # last day of the year
    ],
)
def test_la_solicitud_cuenta_como_recibida_en_horario_habil(
    calendario: Calendario, llega: datetime, cuenta: date
) -> None:
    assert inicio_del_termino(llega, JORNADA_INICIAL, calendario) == cuenta


def test_la_hora_que_cuenta_es_la_de_bogota(calendario: Calendario) -> None:
    llega = datetime(2026, 11, 6, 21, 20, tzinfo=UTC)  # Friday, 4:20 p.m. in Bogotá
    assert inicio_del_termino(llega, JORNADA_INICIAL, calendario) == date(2026, 11, 6)


def test_el_dia_que_cuenta_es_el_de_bogota(calendario: Calendario) -> None:
    llega = datetime(2026, 11, 7, 4, 0, tzinfo=UTC)  # Friday, 11 p.m. in Bogotá
    assert inicio_del_termino(llega, Jornada(time(0), time(23, 59)), calendario) == date(2026, 11, 6)


def test_otra_jornada_cambia_la_hora_de_corte(calendario: Calendario) -> None:
    llega = bogota(2026, 11, 5, 17, 0)
    assert inicio_del_termino(llega, Jornada(time(8), time(17, 30)), calendario) == date(2026, 11, 5)


def test_un_momento_sin_zona_horaria_se_rechaza(calendario: Calendario) -> None:
    with pytest.raises(ValueError, match="zona horaria"):
        inicio_del_termino(bogota(2026, 11, 5, 10, 0).replace(tzinfo=None), JORNADA_INICIAL, calendario)
