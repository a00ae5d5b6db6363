"""The deadline ledger, on the case of the design (AT-2026-418) and at its edges."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiste.calendario.dias import Calendario, FueraDelCalendario, Motivo, Tipo
from asiste.calendario.libro import Libro, Pausa, Renglon, Suma, Trato, abrir_libro

RECIBIDA = date(2026, 11, 5)
HOY = date(2026, 11, 24)
PAUSA = Pausa(date(2026, 11, 11), date(2026, 11, 17), "Se pidió el acto de la nueva estructura", "Laura Ortiz")


def noviembre(dia: int) -> date:
    return date(2026, 11, dia)


@pytest.fixture
def libro(calendario: Calendario) -> Libro:
    return abrir_libro(calendario=calendario, recibida=RECIBIDA, dias=10, pausas=[PAUSA], hoy=HOY)


def abierta(desde: date) -> Pausa:
    return Pausa(desde, None, "Falta el anexo", "Laura Ortiz")


def renglon(libro: Libro, fecha: date) -> Renglon:
    return next(renglon for renglon in libro.renglones if renglon.fecha == fecha)


def test_la_pausa_corre_el_vencimiento(libro: Libro) -> None:
    assert (libro.vence, libro.vence_sin_pausas) == (noviembre(26), noviembre(20))


def test_la_suma_de_la_cuenta_da_los_dias_calendario(libro: Libro) -> None:
    assert (libro.suma, libro.suma.calendario) == (Suma(habiles=10, pausa=4, fin_semana=6, festivo=1), 21)


def test_cada_fecha_dice_como_se_trato(libro: Libro) -> None:
    siglas = {
        Trato.RADICADA: "R",
        Trato.CONTADO: "C",
        Trato.POR_CONTAR: "p",
        Trato.PAUSA: "‖",
        Trato.FESTIVO: "F",
        Trato.FIN_SEMANA: ".",
    }
    assert "".join(siglas[renglon.trato] for renglon in libro.renglones) == "RC..CC‖‖‖..F‖CCC..CCpp"


def test_los_dias_contados_van_numerados_desde_cero(libro: Libro) -> None:
    assert [renglon.numero for renglon in libro.renglones if renglon.numero is not None] == list(range(11))


@pytest.mark.parametrize(
    ("fecha", "esperado"),
    [
        (noviembre(5), ("radicada", 0, "Día de recepción", "Ley 1755 de 2015, art. 14: desde el día siguiente")),
        (noviembre(6), ("contado", 1, "Día hábil", "Lineamiento, numeral 5")),
        (noviembre(7), ("fin-semana", None, "Fin de semana", "Ley 4 de 1913, art. 62")),
        (noviembre(11), ("pausa", None, "Se pidió el acto de la nueva estructura", "Laura Ortiz")),
        (noviembre(16), ("festivo", None, "Independencia de Cartagena", "Ley 51 de 1983, art. 1")),
        (noviembre(26), ("por-contar", 10, "Por contar", "Lineamiento, numeral 5")),
    ],
)
def test_cada_renglon_trae_su_motivo_y_su_fuente(
    libro: Libro, fecha: date, esperado: tuple[str, int | None, str, str]
) -> None:
    fila = renglon(libro, fecha)
    assert (fila.trato.value, fila.numero, fila.nota, fila.fuente) == esperado


def test_el_festivo_movido_por_la_ley_lo_dice(libro: Libro) -> None:
    assert [fila.fecha for fila in libro.renglones if fila.traslado] == [noviembre(16)]


@pytest.mark.parametrize(
    ("hoy", "usados", "faltan"),
    [
        (noviembre(4), 0, 10),
        (noviembre(5), 0, 10),
        (noviembre(8), 1, 9),
        (noviembre(17), 3, 7),
        (noviembre(24), 8, 2),
        (noviembre(26), 10, 0),
        (noviembre(28), 10, -1),
        (date(2026, 12, 9), 10, -8),
    ],
)
def test_el_libro_dice_cuantos_dias_van_y_cuantos_faltan(
    calendario: Calendario, hoy: date, usados: int, faltan: int
) -> None:
    libro = abrir_libro(calendario=calendario, recibida=RECIBIDA, dias=10, pausas=[PAUSA], hoy=hoy)
    assert (libro.usados(hoy), libro.faltan) == (usados, faltan)


def test_con_la_pausa_abierta_no_hay_vencimiento_y_el_libro_llega_a_hoy(calendario: Calendario) -> None:
    libro = abrir_libro(
        calendario=calendario, recibida=RECIBIDA, dias=10, pausas=[abierta(noviembre(11))], hoy=noviembre(18)
    )
    assert (libro.vence, libro.renglones[-1].fecha, libro.faltan) == (None, noviembre(18), 7)


def test_la_pausa_abierta_que_empieza_manana_ya_se_ve(calendario: Calendario) -> None:
    libro = abrir_libro(
        calendario=calendario, recibida=RECIBIDA, dias=10, pausas=[abierta(noviembre(11))], hoy=noviembre(10)
    )
    assert renglon(libro, noviembre(11)).trato == Trato.PAUSA


def test_la_pausa_abierta_despues_del_vencimiento_no_lo_borra(calendario: Calendario) -> None:
    libro = abrir_libro(calendario=calendario, recibida=RECIBIDA, dias=10, pausas=[abierta(noviembre(23))], hoy=HOY)
    assert libro.vence == noviembre(20)


def test_la_pausa_abierta_desde_la_recepcion_deja_solo_ese_renglon(calendario: Calendario) -> None:
    libro = abrir_libro(calendario=calendario, recibida=RECIBIDA, dias=10, pausas=[abierta(RECIBIDA)], hoy=RECIBIDA)
    assert [fila.trato for fila in libro.renglones] == [Trato.RADICADA]


def test_la_pausa_pedida_y_respondida_el_mismo_dia_no_detiene_nada(calendario: Calendario) -> None:
    instantanea = Pausa(noviembre(11), noviembre(10), "Aclaración", "Laura Ortiz")
    libro = abrir_libro(calendario=calendario, recibida=RECIBIDA, dias=10, pausas=[instantanea], hoy=HOY)
    assert libro.vence == noviembre(20)


def test_dos_pausas_sobre_la_misma_fecha_la_descuentan_una_vez(calendario: Calendario) -> None:
    otra = Pausa(noviembre(13), noviembre(18), "Falta el anexo", "Laura Ortiz")
    libro = abrir_libro(calendario=calendario, recibida=RECIBIDA, dias=10, pausas=[PAUSA, otra], hoy=HOY)
    assert (libro.suma.pausa, libro.vence) == (5, noviembre(27))


def test_un_dia_no_habil_del_distrito_trae_su_acto() -> None:
    civico = {noviembre(9): Motivo("Día cívico", "Decreto 500 de 2026", Tipo.NO_HABIL)}
    calendario = Calendario(civico, desde=date(2026, 1, 1), hasta=date(2026, 12, 31))
    libro = abrir_libro(calendario=calendario, recibida=RECIBIDA, dias=2, hoy=HOY)
    assert renglon(libro, noviembre(9)) == Renglon(
        noviembre(9), Trato.FESTIVO, None, "Día cívico", "Decreto 500 de 2026"
    )


def test_la_cuenta_se_parte_en_semanas_de_lunes_a_domingo(libro: Libro) -> None:
    semanas = [(semana.antes, len(semana.renglones), semana.despues) for semana in libro.semanas()]
    assert semanas == [(3, 4, 0), (0, 7, 0), (0, 7, 0), (0, 4, 3)]


def test_las_semanas_no_se_mezclan_al_cambiar_de_anio(calendario: Calendario) -> None:
    libro = abrir_libro(calendario=calendario, recibida=date(2026, 12, 24), dias=10, hoy=HOY)
    assert [len(semana.renglones) for semana in libro.semanas()] == [4, 7, 7, 2]


def test_los_tramos_juntan_las_fechas_tratadas_igual(libro: Libro) -> None:
    tramos = [(tramo[0].fecha.day, tramo[-1].fecha.day) for tramo in libro.tramos()]
    assert tramos == [
        (5, 5), (6, 6), (7, 8), (9, 10), (11, 13), (14, 15), (16, 16),
        (17, 17), (18, 20), (21, 22), (23, 24), (25, 26),
    ]  # fmt: skip


def test_el_plazo_que_pasa_de_los_anios_cargados_no_se_inventa(calendario: Calendario) -> None:
    pausa = Pausa(date(2040, 12, 5), date(2040, 12, 31), "Falta el anexo", "Laura Ortiz")
    with pytest.raises(FueraDelCalendario):
        abrir_libro(calendario=calendario, recibida=date(2040, 12, 3), dias=10, pausas=[pausa], hoy=date(2040, 12, 4))


@given(
    recibida=st.dates(date(2015, 1, 1), date(2039, 12, 31)),
    dias=st.integers(1, 40),
    empieza=st.integers(-5, 60),
    dura=st.integers(-1, 40),
)
def test_el_libro_cuadra_con_cualquier_pausa(
    calendario: Calendario, recibida: date, dias: int, empieza: int, dura: int
) -> None:
    desde = max(recibida + timedelta(days=empieza), calendario.desde)
    pausa = Pausa(desde, desde + timedelta(days=dura), "Falta el anexo", "Laura Ortiz")
    libro = abrir_libro(calendario=calendario, recibida=recibida, dias=dias, pausas=[pausa], hoy=recibida)
    assert libro.vence is not None
    assert libro.vence == calendario.sumar(recibida, dias + libro.suma.pausa)
    assert libro.suma.calendario == (libro.vence - recibida).days
