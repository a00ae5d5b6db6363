"""The door: codes that rotate, the fixed one, its hours and the pass."""

from datetime import datetime, timedelta

import pytest
import time_machine

from asiste.agenda import acciones, ingreso
from asiste.agenda.ingreso import Puerta
from asiste.agenda.models import Asistencia, Sesion
from asiste.cuentas.models import Rol
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db
Medio = Asistencia.Medio
TERMINA = MANANA + timedelta(minutes=90)


@pytest.fixture
def sesion() -> Sesion:
    """Tomorrow, from ten to half past eleven."""
    return fabricas_agenda.sesion()


def segundos(cuantos: float) -> datetime:
    return MANANA + timedelta(seconds=cuantos)


def test_el_codigo_cambia_cada_treinta_segundos(sesion: Sesion) -> None:
    codigos = [ingreso.codigo_en(sesion, segundos(cuando)) for cuando in (0, 29, 30, 60)]
    assert (codigos[0] == codigos[1], len(set(codigos))) == (True, 3)


@pytest.mark.parametrize(("despues", "medio"), [(0, Medio.CODIGO), (89, Medio.CODIGO), (90, None)])
def test_el_codigo_anterior_sirve_un_minuto_mas(sesion: Sesion, despues: int, medio: Medio | None) -> None:
    codigo = ingreso.codigo_en(sesion, MANANA)
    assert ingreso.medio_del_codigo(sesion, codigo, segundos(despues)) == medio


def test_el_codigo_que_aun_no_sale_no_sirve(sesion: Sesion) -> None:
    assert ingreso.medio_del_codigo(sesion, ingreso.codigo_en(sesion, segundos(30)), MANANA) is None


def test_cada_sesion_tiene_sus_codigos(sesion: Sesion) -> None:
    otra = fabricas_agenda.sesion()
    assert ingreso.medio_del_codigo(otra, ingreso.codigo_en(sesion, MANANA), MANANA) is None
    assert ingreso.codigo_fijo(otra) != ingreso.codigo_fijo(sesion)


def test_el_codigo_de_papel_no_cambia_y_cuenta_como_enlace(sesion: Sesion) -> None:
    assert ingreso.medio_del_codigo(sesion, ingreso.codigo_fijo(sesion), MANANA + timedelta(days=3)) == Medio.ENLACE


def test_se_escribe_con_mayusculas_y_espacios(sesion: Sesion) -> None:
    codigo = ingreso.codigo_en(sesion, MANANA).upper()
    assert ingreso.sesion_del_codigo(f" {codigo[:3]} {codigo[3:]}", MANANA) == sesion


@pytest.mark.parametrize("codigo", ["", "ñandú", "a" * 500, "<script>"])
def test_lo_que_no_es_un_codigo_no_es_de_nadie(sesion: Sesion, codigo: str) -> None:
    assert ingreso.sesion_del_codigo(codigo, MANANA) is None


@pytest.mark.parametrize(
    ("cuando", "puerta"),
    [
        (MANANA - timedelta(minutes=31), Puerta.PRONTO),
        (MANANA - timedelta(minutes=30), Puerta.ABIERTA),
        (TERMINA + timedelta(minutes=60), Puerta.ABIERTA),
        (TERMINA + timedelta(minutes=61), Puerta.CERRADA),
    ],
)
def test_abre_media_hora_antes_y_cierra_una_hora_despues(sesion: Sesion, cuando: datetime, puerta: Puerta) -> None:
    assert ingreso.puerta_de(sesion, cuando) == puerta


def test_iniciarla_la_abre_antes(sesion: Sesion) -> None:
    assert ingreso.puerta_de(acciones.iniciar(sesion=sesion), fabricas.AHORA) == Puerta.ABIERTA


def test_una_cancelada_lo_dice_a_cualquier_hora(sesion: Sesion) -> None:
    autor = fabricas.usuario(rol=Rol.ASESOR)
    cancelada = acciones.cancelar(sesion=sesion, motivo="Sala cerrada", autor=autor, ahora=fabricas.AHORA)
    assert ingreso.puerta_de(cancelada, MANANA + timedelta(days=9)) == Puerta.CANCELADA


@pytest.mark.parametrize(("minutos", "vale"), [(15, True), (16, False)])
def test_el_pase_vale_quince_minutos(sesion: Sesion, minutos: int, vale: bool) -> None:
    with time_machine.travel(MANANA, tick=False) as reloj:
        pase = ingreso.dar_pase(sesion, Medio.CODIGO)
        reloj.move_to(MANANA + timedelta(minutes=minutos))
        assert (ingreso.leer_pase(sesion, pase) is not None) == vale


def test_el_pase_es_de_una_sesion_y_no_se_inventa(sesion: Sesion) -> None:
    pase, otra = ingreso.dar_pase(sesion, Medio.CODIGO), fabricas_agenda.sesion()
    assert [ingreso.leer_pase(otra, pase), ingreso.leer_pase(sesion, pase + "x"), ingreso.leer_pase(sesion, "")] == [
        None,
        None,
        None,
    ]
