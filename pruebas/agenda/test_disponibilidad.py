"""Free hours: the pure part, against somebody who looks at every half hour one by one."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from asiste.agenda.disponibilidad import PASO, Disponibilidad, huecos
from asiste.agenda.intervalos import Intervalo, comunes, quitar, unir
from asiste.calendario.termino import BOGOTA, Jornada

LUNES = date(2026, 11, 23)
JORNADA = Jornada(inicio=time(7, 0), cierre=time(16, 30))
MEDIANOCHE = datetime.combine(LUNES, time(), BOGOTA)
MINUTO = timedelta(minutes=1)

minutos = st.integers(0, 24 * 60 - 1)
horas = st.tuples(minutos, minutos).filter(lambda par: par[0] < par[1])
franjas = st.lists(horas.map(lambda par: (_hora(par[0]), _hora(par[1]))), max_size=3)
tramos = st.lists(horas.map(lambda par: Intervalo(_momento(par[0]), _momento(par[1]))), max_size=5)


def _hora(minuto: int) -> time:
    return time(minuto // 60, minuto % 60)


def _momento(minuto: int) -> datetime:
    return MEDIANOCHE + minuto * MINUTO


def minutos_de(spans: Sequence[Intervalo]) -> set[int]:
    """Minutes of the day inside some span."""
    return {minuto for minuto in range(24 * 60) if any(s.inicia <= _momento(minuto) < s.termina for s in spans)}


def persona(
    horario: Sequence[tuple[time, time]] = (),
    ocupado: Sequence[Intervalo] = (),
    ausencias: Sequence[tuple[date, date]] = (),
) -> Disponibilidad:
    """Somebody with those hours on Monday; without any, the service hours."""
    return Disponibilidad(horario={1: horario} if horario else {}, ausencias=ausencias, ocupado=ocupado)


def buscar(personas: Sequence[Disponibilidad], duracion: int, desde: datetime = MEDIANOCHE) -> list[Intervalo]:
    """Gaps of that Monday."""
    largo = duracion * MINUTO
    return list(huecos(personas, dias=[LUNES], jornada=lambda _dia: JORNADA, duracion=largo, desde=desde))


def a_mano(personas: Sequence[Disponibilidad], duracion: int, desde: datetime) -> list[Intervalo]:
    """The same, looking at every minute of each half hour of the day; a gap never starts inside the one before."""
    libres = set(range(24 * 60))
    for una in personas:
        franjas_suyas = una.horario.get(1) or [(JORNADA.inicio, JORNADA.cierre)]
        atiende = {
            minuto for minuto in range(24 * 60) if any(desde <= _hora(minuto) < hasta for desde, hasta in franjas_suyas)
        }
        libres &= atiende - minutos_de(una.ocupado)
    encontrados: list[Intervalo] = []
    for inicia in range(0, 24 * 60, int(PASO / MINUTO)):
        cabe = set(range(inicia, inicia + duracion)) <= libres
        if cabe and _momento(inicia) >= desde and not (encontrados and _momento(inicia) < encontrados[-1].termina):
            encontrados.append(Intervalo(_momento(inicia), _momento(inicia + duracion)))
    return encontrados


@settings(deadline=None, max_examples=60)  # by hand it takes its time
@given(
    st.lists(st.builds(persona, franjas, tramos), min_size=1, max_size=3),
    st.sampled_from([15, 30, 45, 60, 90, 120]),
    minutos.map(_momento),
)
def test_los_huecos_son_los_que_se_encuentran_mirando_minuto_a_minuto(
    personas: list[Disponibilidad], duracion: int, desde: datetime
) -> None:
    assert buscar(personas, duracion, desde) == a_mano(personas, duracion, desde)


@given(tramos, tramos)
def test_quitar_deja_los_minutos_de_uno_que_no_son_del_otro(unos: list[Intervalo], otros: list[Intervalo]) -> None:
    assert minutos_de(quitar(unos, otros)) == minutos_de(unos) - minutos_de(otros)


@given(st.lists(tramos, min_size=1, max_size=3))
def test_lo_comun_son_los_minutos_de_todos(listas: list[list[Intervalo]]) -> None:
    assert minutos_de(comunes(listas)) == set.intersection(*map(minutos_de, listas))


@given(tramos)
def test_unir_no_deja_tramos_que_se_toquen(unos: list[Intervalo]) -> None:
    juntos = unir(unos)
    assert all(antes.termina < despues.inicia for antes, despues in pairwise(juntos))


def test_sin_nadie_no_hay_hueco() -> None:
    assert buscar([], 60) == []


def test_quien_no_tiene_horario_atiende_en_la_jornada() -> None:
    encontrados = buscar([persona()], 60)
    assert (encontrados[0].inicia.time(), encontrados[-1].termina.time()) == (time(7), time(16))


def test_quien_esta_ausente_no_tiene_huecos() -> None:
    assert buscar([persona(ausencias=[(LUNES, LUNES)])], 30) == []


def test_quien_tiene_horario_no_atiende_los_dias_que_no_puso() -> None:
    solo_martes = Disponibilidad(horario={2: [(time(8), time(9))]}, ausencias=(), ocupado=())
    assert buscar([solo_martes], 30) == []


def test_la_hora_se_redondea_hacia_adelante_a_la_media_hora() -> None:
    primero = buscar([persona()], 30, desde=datetime.combine(LUNES, time(9, 1), BOGOTA))[0]
    assert primero.inicia.time() == time(9, 30)
