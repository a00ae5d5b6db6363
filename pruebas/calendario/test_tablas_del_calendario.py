"""The tables: what is proposed, what the administration changes, and how it is read back."""

from datetime import date, datetime, time

import pytest
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from asiste.calendario.acciones import (
    DiaNoHabilRechazado,
    agregar_dia_no_habil,
    proponer_festivos,
    proponer_jornada,
    retirar_dia,
)
from asiste.calendario.dias import Calendario, FueraDelCalendario, Motivo, Tipo
from asiste.calendario.lectura import cargar
from asiste.calendario.models import DiaNoHabil, Festivo, JornadaAtencion
from asiste.calendario.termino import BOGOTA, JORNADA_INICIAL, Jornada

pytestmark = pytest.mark.usefixtures("tablas_vacias")
MARTES = date(2026, 3, 3)
AHORA = datetime(2026, 2, 1, 9, tzinfo=BOGOTA)


def test_los_festivos_propuestos_se_leen_como_los_da_la_ley(calendario: Calendario) -> None:
    proponer_festivos()
    assert cargar(date(2015, 1, 1), date(2040, 12, 31)) == calendario


def test_proponer_dos_veces_no_agrega_nada() -> None:
    assert (
        proponer_festivos(desde_anio=2026, hasta_anio=2026),
        proponer_festivos(desde_anio=2026, hasta_anio=2026),
    ) == (
        19,
        0,
    )


def test_un_festivo_corregido_no_se_sobrescribe() -> None:
    proponer_festivos(desde_anio=2026, hasta_anio=2026)
    Festivo.objects.filter(fecha=date(2026, 12, 8)).update(nombre="Inmaculada")
    proponer_festivos()
    assert Festivo.objects.get(fecha=date(2026, 12, 8)).nombre == "Inmaculada"


def test_un_festivo_retirado_no_vuelve() -> None:
    proponer_festivos(desde_anio=2026, hasta_anio=2026)
    Festivo.objects.filter(fecha=date(2026, 7, 13)).delete()
    proponer_festivos()
    assert cargar(MARTES, MARTES).sumar(date(2026, 7, 1), 10) == date(2026, 7, 15)


def test_cargar_hace_una_sola_consulta(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    proponer_festivos()
    with django_assert_num_queries(1):
        cargar(date(2015, 1, 1), date(2040, 12, 31))


def test_el_calendario_cubre_los_anios_completos() -> None:
    proponer_festivos(desde_anio=2025, hasta_anio=2027)
    calendario = cargar(date(2025, 8, 1), date(2026, 2, 1))
    assert (calendario.desde, calendario.hasta) == (date(2025, 1, 1), date(2026, 12, 31))


def test_el_calendario_termina_antes_del_anio_sin_festivos() -> None:
    proponer_festivos(desde_anio=2026, hasta_anio=2026)
    proponer_festivos(desde_anio=2028, hasta_anio=2028)
    assert cargar(MARTES, date(2028, 6, 1)).hasta == date(2026, 12, 31)


def test_sin_festivos_cargados_no_hay_calendario() -> None:
    with pytest.raises(FueraDelCalendario, match=r"El calendario no tiene los festivos de 2026\."):
        cargar(MARTES, MARTES)


def test_un_dia_no_habil_entra_en_la_cuenta_con_su_acto() -> None:
    proponer_festivos(desde_anio=2026, hasta_anio=2026)
    agregar_dia_no_habil(fecha=MARTES, motivo="Día cívico", acto="Decreto 90 de 2026")
    assert cargar(MARTES, MARTES).motivo(MARTES) == Motivo("Día cívico", "Decreto 90 de 2026", Tipo.NO_HABIL)


def test_si_la_fecha_tambien_es_festivo_se_lee_el_festivo() -> None:
    agregar_dia_no_habil(fecha=date(2026, 7, 13), motivo="Día cívico", acto="Decreto 90 de 2026")
    proponer_festivos(desde_anio=2026, hasta_anio=2026)
    motivo = cargar(MARTES, MARTES).motivo(date(2026, 7, 13))
    assert motivo is not None
    assert motivo.fuente == "Ley 2578 de 2026, art. 6"


def test_quitar_el_dia_no_habil_lo_devuelve_a_la_cuenta() -> None:
    proponer_festivos(desde_anio=2026, hasta_anio=2026)
    agregar_dia_no_habil(fecha=MARTES, motivo="Día cívico", acto="Decreto 90 de 2026")
    retirar_dia(fecha=MARTES, ahora=AHORA)
    assert cargar(MARTES, MARTES).es_habil(MARTES) is True


@pytest.mark.parametrize(
    ("fecha", "motivo", "mensaje"),
    [
        (date(2026, 3, 7), "Día cívico", "Los sábados y domingos ya son días no hábiles"),
        (date(2026, 7, 13), "Día cívico", "Esa fecha ya es festivo"),
        (MARTES, "", "obligatorio|puede estar en blanco"),
    ],
)
def test_un_dia_no_habil_que_no_procede_se_rechaza(fecha: date, motivo: str, mensaje: str) -> None:
    proponer_festivos(desde_anio=2026, hasta_anio=2026)
    with pytest.raises(DiaNoHabilRechazado, match=mensaje):
        agregar_dia_no_habil(fecha=fecha, motivo=motivo, acto="Decreto 90 de 2026")


def test_el_mismo_dia_no_habil_no_se_agrega_dos_veces() -> None:
    agregar_dia_no_habil(fecha=MARTES, motivo="Día cívico", acto="Decreto 90 de 2026")
    with pytest.raises(DiaNoHabilRechazado, match="ya está entre los días no hábiles"):
        agregar_dia_no_habil(fecha=MARTES, motivo="Suspensión", acto="Resolución 8 de 2026")


def test_quitar_un_dia_que_no_estaba_se_rechaza() -> None:
    with pytest.raises(DiaNoHabilRechazado, match=r"El 03/03/2026 no está entre los días no hábiles\."):
        retirar_dia(fecha=MARTES, ahora=AHORA)


def test_la_base_de_datos_rechaza_un_dia_no_habil_en_domingo() -> None:
    with pytest.raises(IntegrityError, match="dia_no_habil_entre_semana"):
        DiaNoHabil.objects.create(fecha=date(2026, 3, 8), motivo="Día cívico", acto="Decreto 90 de 2026")


def test_la_base_de_datos_rechaza_un_festivo_sin_norma() -> None:
    with pytest.raises(IntegrityError, match="festivo_con_nombre_y_norma"):
        Festivo.objects.create(fecha=MARTES, nombre="Fiesta", norma="")


def test_la_base_de_datos_rechaza_una_jornada_que_cierra_antes_de_abrir() -> None:
    with pytest.raises(IntegrityError, match="jornada_cierra_despues_de_iniciar"):
        JornadaAtencion.objects.create(desde=MARTES, inicio=time(9), cierre=time(8))


def test_la_jornada_inicial_se_propone_una_vez() -> None:
    assert (proponer_jornada(), proponer_jornada()) == (True, False)
    assert JornadaAtencion.objects.vigente(MARTES) == Jornada(time(7), time(16, 30))


def test_cada_fecha_tiene_la_jornada_de_su_vigencia() -> None:
    proponer_jornada()
    JornadaAtencion.objects.create(desde=date(2026, 7, 1), inicio=time(8), cierre=time(17))
    vigentes = [JornadaAtencion.objects.vigente(fecha) for fecha in (date(2026, 6, 30), date(2026, 7, 1))]
    assert vigentes == [JORNADA_INICIAL, Jornada(time(8), time(17))]


def test_sin_jornadas_rige_la_inicial() -> None:
    assert JornadaAtencion.objects.vigente(MARTES) == JORNADA_INICIAL
