"""Asking the entity for what lacks: the term waits, its answer resumes it, and a month later it may be given up."""

from datetime import date, datetime, timedelta

import pytest

from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones.suspension import limite_de, puede_desistirse
from asiste.solicitudes.models import Actuacion, Solicitud
from asiste.solicitudes.plazo import calendario_de, cuenta_de, estado_del_plazo
from pruebas import fabricas
from pruebas.fabricas import AHORA, BOGOTA

pytestmark = pytest.mark.django_db
Estado = Solicitud.Estado
MIERCOLES = datetime(2026, 11, 25, 9, 0, tzinfo=BOGOTA)


def suspendida() -> Solicitud:
    """Received and suspended on Thursday 19 November; it was due on 3 December."""
    return fabricas.solicitud(estado=Estado.SUSPENDIDA)


def llega(solicitud: Solicitud, ahora: datetime = MIERCOLES) -> None:
    acciones.agregar_mensaje(solicitud=solicitud, de_nombre="Carlos Peña", texto="Va el acto.", ahora=ahora)
    solicitud.refresh_from_db()


def test_pedir_informacion_se_lo_cuenta_a_la_entidad_con_su_limite() -> None:
    suspendida()
    carta = Mensaje.objects.get(clave__startswith="informacion-")
    assert carta.asunto == "AT-2026-1: necesitamos más información"
    assert "Envíe el acto." in carta.texto
    assert "sábado 19 de diciembre de 2026" in carta.texto


def test_mientras_espera_no_vence() -> None:
    solicitud, hoy = suspendida(), date(2026, 12, 15)
    plazo = estado_del_plazo(solicitud, calendario_de(hoy), hoy)
    assert (plazo.estado, plazo.usados, plazo.faltan) == ("pausa", 0, 10)
    assert list(Solicitud.objects.vencidas(hoy)) == []


@pytest.mark.disposicion("5-oportuna")
def test_la_respuesta_de_la_entidad_la_reanuda_y_corre_el_vencimiento() -> None:
    solicitud = suspendida()
    assert solicitud.vence_el == date(2026, 12, 3)
    llega(solicitud)  # four business days in pause: 20, 23, 24 and 25
    assert (solicitud.estado, solicitud.suspendida_en, solicitud.vence_el) == (
        Estado.EN_TRAMITE,
        None,
        date(2026, 12, 10),
    )


def test_el_libro_dice_que_dias_estuvo_en_pausa_y_quien_la_puso() -> None:
    solicitud = suspendida()
    llega(solicitud)
    _, libro = cuenta_de(solicitud, MIERCOLES.date())
    pausa = [renglon for renglon in libro.renglones if renglon.trato == "pausa"]
    assert [renglon.fecha.day for renglon in pausa] == [20, 23, 24, 25]
    assert {(renglon.nota, renglon.fuente) for renglon in pausa} == {
        ("Se pidió información a la entidad", "Laura Ortiz")
    }
    assert libro.vence == solicitud.vence_el


def test_preguntar_y_contestar_el_mismo_dia_no_detiene_nada() -> None:
    solicitud = suspendida()
    llega(solicitud, AHORA + timedelta(hours=2))
    assert solicitud.vence_el == date(2026, 12, 3)


def test_cada_pausa_se_lee_del_registro_y_no_de_una_cuenta() -> None:
    solicitud = suspendida()
    llega(solicitud)
    Solicitud.objects.filter(pk=solicitud.pk).update(vence_el=date(2030, 1, 1))
    asesor = solicitud.asesor
    assert asesor is not None
    acciones.suspender(solicitud=solicitud, texto="Falta otra hoja.", autor=asesor.usuario, ahora=MIERCOLES)
    llega(solicitud, MIERCOLES + timedelta(days=1))
    assert solicitud.vence_el == date(2026, 12, 11)


@pytest.mark.parametrize("estado", [Estado.POR_TOMAR, Estado.ATENDIDA, Estado.CERRADA, Estado.ANULADA])
def test_solo_se_suspende_lo_que_esta_en_tramite(estado: Solicitud.Estado) -> None:
    solicitud = fabricas.solicitud(estado=estado)
    with pytest.raises(acciones.ReglaIncumplida, match="Solo se suspende"):
        acciones.suspender(solicitud=solicitud, texto="Falta.", autor=fabricas.usuario(), ahora=AHORA)


@pytest.mark.parametrize(
    ("pedida", "limite"),
    [
        (date(2026, 11, 19), date(2026, 12, 19)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_la_entidad_tiene_un_mes_calendario(pedida: date, limite: date) -> None:
    assert limite_de(pedida) == limite


def test_el_desistimiento_solo_cabe_cuando_pasa_el_mes() -> None:
    solicitud = suspendida()
    assert [puede_desistirse(solicitud, dia) for dia in (date(2026, 12, 19), date(2026, 12, 20))] == [False, True]


def test_el_desistimiento_termina_el_caso_y_lo_cuenta() -> None:
    solicitud = fabricas.solicitud(estado=Estado.DESISTIDA)
    assert (solicitud.estado, solicitud.suspendida_en, solicitud.atendida_en) == (Estado.DESISTIDA, None, None)
    assert Mensaje.objects.filter(asunto="AT-2026-1: su solicitud se archivó por desistimiento").count() == 1


def test_antes_del_mes_no_hay_desistimiento() -> None:
    solicitud = suspendida()
    with pytest.raises(acciones.ReglaIncumplida, match="Hay desistimiento cuando pasa un mes"):
        acciones.desistir(solicitud=solicitud, motivo="No contestó.", autor=fabricas.usuario(), ahora=MIERCOLES)


def test_reanudar_dos_veces_no_se_puede() -> None:
    solicitud = suspendida()
    acciones.reanudar(solicitud=solicitud, motivo="Llamaron.", ahora=MIERCOLES)
    with pytest.raises(acciones.ReglaIncumplida, match="no está suspendida"):
        acciones.reanudar(solicitud=solicitud, motivo="Llamaron.", ahora=MIERCOLES)
    assert solicitud.actuaciones.filter(tipo=Actuacion.Tipo.REANUDADA).count() == 1
