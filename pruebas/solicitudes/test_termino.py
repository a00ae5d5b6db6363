from datetime import date, datetime, timedelta
from typing import Any

import pytest

from asiste.calendario.acciones import agregar_dia_no_habil
from asiste.calendario.dias import FueraDelCalendario
from asiste.portafolio.models import ANS, Modalidad, Nivel
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("5-oportuna")]


def en(dia: int, hora: int = 10, minuto: int = 0, *, mes: int = 11) -> datetime:
    return datetime(2026, mes, dia, hora, minuto, tzinfo=fabricas.BOGOTA)


def termino(momento: datetime, **cambios: Any) -> tuple[date, int, date]:
    solicitud = fabricas.solicitud(ahora=momento, **cambios)
    return solicitud.inicia_el, solicitud.dias, solicitud.vence_el


def concepto() -> Modalidad:
    return Modalidad.objects.get(clave="concepto")


@pytest.mark.parametrize(
    ("momento", "inicia", "vence"),
    [
        (en(19), date(2026, 11, 19), date(2026, 12, 3)),  # Thursday, in hours
        (en(19, 5), date(2026, 11, 19), date(2026, 12, 3)),  # before opening
        (en(19, 16, 30), date(2026, 11, 19), date(2026, 12, 3)),  # at closing time
        (en(19, 16, 31), date(2026, 11, 20), date(2026, 12, 4)),  # after closing
        (en(20, 18), date(2026, 11, 23), date(2026, 12, 7)),  # Friday evening
        (en(21), date(2026, 11, 23), date(2026, 12, 7)),  # Saturday
        (en(16), date(2026, 11, 17), date(2026, 12, 1)),  # a Monday holiday
        (en(24, mes=12), date(2026, 12, 24), date(2027, 1, 12)),  # across Christmas, New Year and Epiphany
    ],
)
def test_el_plazo_de_diez_dias_habiles(momento: datetime, inicia: date, vence: date) -> None:
    assert termino(momento) == (inicia, 10, vence)


def test_un_dia_declarado_no_habil_corre_el_vencimiento() -> None:
    agregar_dia_no_habil(fecha=date(2026, 11, 20), motivo="Día cívico", acto="Decreto 1 de 2026")
    assert termino(en(19)) == (date(2026, 11, 19), 10, date(2026, 12, 4))


def test_la_recepcion_no_queda_en_el_futuro() -> None:
    solicitud = acciones.radicar(pedido=fabricas.pedido(recibida_en=en(25)), ahora=en(19))
    assert (solicitud.recibida_en, solicitud.vence_el) == (en(19), date(2026, 12, 3))


def test_el_plazo_corre_desde_que_llego_y_no_desde_que_se_radica() -> None:
    solicitud = fabricas.solicitud(ahora=en(19), recibida_en=en(17))
    assert (solicitud.inicia_el, solicitud.vence_el) == (date(2026, 11, 17), date(2026, 12, 1))


def test_sin_festivos_cargados_no_se_radica() -> None:
    with pytest.raises(FueraDelCalendario):
        fabricas.solicitud(ahora=datetime(2041, 3, 1, 10, tzinfo=fabricas.BOGOTA))


def test_lo_que_no_se_pudo_radicar_no_gasta_numero() -> None:
    with pytest.raises(FueraDelCalendario):
        fabricas.solicitud(ahora=datetime(2041, 3, 1, 10, tzinfo=fabricas.BOGOTA))
    assert Solicitud.objects.count() == 0


@pytest.mark.disposicion("5-ans")
def test_el_acuerdo_de_la_modalidad_manda_sobre_el_de_la_direccion() -> None:
    ANS.objects.create(dependencia=fabricas.dependencia(), modalidad=concepto(), dias=5)
    assert termino(en(19), modalidad=concepto()) == (date(2026, 11, 19), 5, date(2026, 11, 26))


@pytest.mark.disposicion("5-ans")
def test_el_acuerdo_del_anio_rige_segun_el_dia_en_que_cuenta_como_recibida() -> None:
    ANS.objects.create(dependencia=fabricas.dependencia(), vigencia=2027, dias=3)
    noche_del_31 = datetime(2026, 12, 31, 20, tzinfo=fabricas.BOGOTA)
    assert termino(noche_del_31) == (date(2027, 1, 4), 3, date(2027, 1, 7))


@pytest.mark.disposicion("7.1.3-ans-niveles")
def test_el_acuerdo_puede_depender_del_nivel() -> None:
    especializado = Nivel.objects.get(numero=3)
    ANS.objects.create(dependencia=fabricas.dependencia("ddab"), nivel=especializado, dias=8)
    cambios: dict[str, Any] = {"dependencia": fabricas.dependencia("ddab"), "temas": [], "nivel": especializado}
    assert termino(en(19), **cambios) == (date(2026, 11, 19), 8, date(2026, 12, 1))


@pytest.mark.disposicion("7.1.3-ans-niveles")
def test_el_nivel_de_autogestion_no_se_radica() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="El nivel 1 se consulta por su cuenta: no se radica"):
        fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), nivel=Nivel.objects.get(numero=1))


@pytest.mark.disposicion("5-ans")
def test_un_acuerdo_mas_largo_con_norma_se_respeta() -> None:
    ANS.objects.create(
        dependencia=fabricas.dependencia(), modalidad=concepto(), dias=30, motivo="Ley 1755 de 2015, art. 14"
    )
    assert termino(en(19), modalidad=concepto())[1:] == (30, date(2027, 1, 5))


@pytest.mark.disposicion("5-ans")
def test_cambiar_el_acuerdo_no_mueve_lo_ya_radicado() -> None:
    solicitud = fabricas.solicitud(ahora=en(19))
    ANS.objects.update(dias=2)
    solicitud.refresh_from_db()
    assert (solicitud.dias, solicitud.vence_el - date(2026, 12, 3)) == (10, timedelta(0))
