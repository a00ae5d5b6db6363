"""A day that stops counting, or counts again: seen before, applied at once, undone, and explained for ever."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste.calendario.acciones import DiaNoHabilRechazado
from asiste.cuentas.models import Usuario
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, CambioCalendario, Solicitud
from asiste.solicitudes.plazo import cuenta_de
from pruebas import fabricas
from pruebas.fabricas import AHORA, BOGOTA

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("reloj"),
    pytest.mark.disposicion("5-oportuna"),
]
Sentido, Estado = CambioCalendario.Sentido, Solicitud.Estado
CIVICO = date(2026, 11, 27)  # a Friday inside the term
FESTIVO = date(2026, 12, 8)
VENCE, CORRIDO = date(2026, 12, 3), date(2026, 12, 4)


@pytest.fixture
def reloj() -> Iterator[None]:
    """Everything happens on 19 November 2026."""
    with time_machine.travel(AHORA, tick=False):
        yield


@pytest.fixture
def quien() -> Usuario:
    return fabricas.usuario()


def agregar(quien: Usuario, fecha: date = CIVICO, ahora: datetime = AHORA) -> CambioCalendario:
    return acciones.cambiar_calendario(
        sentido=Sentido.AGREGAR, fecha=fecha, motivo="Día cívico", acto="Decreto 9 de 2026", autor=quien, ahora=ahora
    )


def test_antes_se_ve_de_que_dia_a_que_dia_pasa_cada_una_y_nada_cambia() -> None:
    solicitud = fabricas.solicitud()
    movidas = acciones.previsualizar(sentido=Sentido.AGREGAR, fecha=CIVICO)
    assert [(movida.solicitud, movida.antes, movida.despues) for movida in movidas] == [(solicitud, VENCE, CORRIDO)]
    solicitud.refresh_from_db()
    assert (solicitud.vence_el, CambioCalendario.objects.count()) == (VENCE, 0)


def test_aplicado_mueve_las_abiertas_y_lo_deja_escrito_en_cada_una(quien: Usuario) -> None:
    solicitud = fabricas.solicitud()
    cambio = agregar(quien)
    solicitud.refresh_from_db()
    hecho = solicitud.actuaciones.get(tipo=Actuacion.Tipo.CALENDARIO)
    assert (solicitud.vence_el, hecho.visible_entidad, cambio.movidos.count()) == (CORRIDO, True, 1)
    assert hecho.texto == (
        "El 27/11/2026 no cuenta: Día cívico (Decreto 9 de 2026). Vencía el 03/12/2026 y ahora vence el 04/12/2026."
    )


def test_las_que_no_pasan_por_ese_dia_y_las_terminadas_no_se_tocan(quien: Usuario) -> None:
    posterior = fabricas.solicitud(recibida_en=AHORA - timedelta(days=40), ahora=AHORA)
    cerrada = fabricas.solicitud(estado=Estado.CERRADA)
    cambio = agregar(quien)
    posterior.refresh_from_db()
    cerrada.refresh_from_db()
    assert (list(cambio.movidos.all()), cerrada.vence_el) == ([], VENCE)


def test_deshacer_devuelve_los_vencimientos_y_queda_registrado(quien: Usuario) -> None:
    solicitud = fabricas.solicitud()
    cambio = agregar(quien)
    contrario = acciones.deshacer_cambio(cambio=cambio, motivo="Se derogó.", autor=quien, ahora=AHORA)
    solicitud.refresh_from_db()
    assert (solicitud.vence_el, contrario.deshace, contrario.movidos.count()) == (VENCE, cambio, 1)
    with pytest.raises(acciones.ReglaIncumplida, match="ya se deshizo"):
        acciones.deshacer_cambio(cambio=cambio, motivo="Otra vez.", autor=quien, ahora=AHORA)


def test_quitar_un_festivo_adelanta_el_vencimiento(quien: Usuario) -> None:
    solicitud = fabricas.solicitud(ahora=datetime(2026, 11, 30, 9, tzinfo=BOGOTA))
    antes = solicitud.vence_el
    acciones.cambiar_calendario(
        sentido=Sentido.QUITAR, fecha=FESTIVO, motivo="Sentencia", acto="C-1 de 2026", autor=quien, ahora=AHORA
    )
    solicitud.refresh_from_db()
    assert (antes, solicitud.vence_el) == (date(2026, 12, 15), date(2026, 12, 14))


def test_lo_atendido_se_explica_con_el_calendario_de_su_dia(quien: Usuario) -> None:
    cerrada = fabricas.solicitud(estado=Estado.CERRADA)
    agregar(quien, ahora=AHORA + timedelta(days=1))
    plazo, libro = cuenta_de(cerrada, AHORA.date())
    assert (libro.vence, plazo.faltan) == (VENCE, 10)


def test_tambien_corre_lo_que_tiene_pausas_y_prorroga(quien: Usuario) -> None:
    solicitud = fabricas.solicitud(estado=Estado.SUSPENDIDA)
    acciones.reanudar(solicitud=solicitud, motivo="Llegó.", ahora=datetime(2026, 11, 20, 9, tzinfo=BOGOTA))
    acciones.prorrogar(solicitud=solicitud, dias=2, motivo="Falta.", autor=quien, ahora=AHORA)
    solicitud.refresh_from_db()
    antes = solicitud.vence_el
    agregar(quien)
    solicitud.refresh_from_db()
    assert (antes, solicitud.vence_el) == (date(2026, 12, 9), date(2026, 12, 10))


@pytest.mark.parametrize(
    ("fecha", "mensaje"), [(FESTIVO, "ya no cuenta"), (date(2026, 11, 28), "Los sábados y domingos")]
)
def test_lo_que_ya_no_cuenta_no_se_agrega(fecha: date, mensaje: str) -> None:
    with pytest.raises(acciones.ReglaIncumplida, match=mensaje):
        acciones.previsualizar(sentido=Sentido.AGREGAR, fecha=fecha)


def test_un_dia_habil_no_se_quita(quien: Usuario) -> None:
    with pytest.raises(DiaNoHabilRechazado, match="no está entre los días no hábiles"):
        acciones.cambiar_calendario(
            sentido=Sentido.QUITAR, fecha=CIVICO, motivo="x", acto="y", autor=quien, ahora=AHORA
        )


def test_cuesta_lo_mismo_con_una_que_con_cinco(quien: Usuario) -> None:
    fabricas.solicitud()
    with CaptureQueriesContext(connection) as con_una:
        cambio = agregar(quien)
    acciones.deshacer_cambio(cambio=cambio, motivo="Se derogó.", autor=quien, ahora=AHORA)
    for _ in range(4):
        fabricas.solicitud()
    with CaptureQueriesContext(connection) as con_cinco:
        agregar(quien)
    assert len(con_cinco) == len(con_una)
