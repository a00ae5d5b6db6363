"""More time, another office, an annulment, a reopening."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from asiste.cuentas.models import Usuario
from asiste.directorio.acciones import asignar_asesor
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Solicitud
from asiste.solicitudes.plazo import cuenta_de
from pruebas import fabricas
from pruebas.fabricas import AHORA, BOGOTA, SIEMPRE

pytestmark = pytest.mark.django_db
Estado, Tipo = Solicitud.Estado, Actuacion.Tipo
VENCE = date(2026, 12, 3)


def el(dia: int, mes: int = 12) -> datetime:
    return datetime(2026, mes, dia, 9, 0, tzinfo=BOGOTA)


def prorrogar(solicitud: Solicitud, dias: int = 5, ahora: datetime = AHORA) -> Solicitud:
    return acciones.prorrogar(
        solicitud=solicitud, dias=dias, motivo="Falta un concepto.", autor=fabricas.usuario(), ahora=ahora
    )


def test_la_prorroga_agrega_dias_habiles_y_se_cuenta_antes_de_que_venza() -> None:
    solicitud = prorrogar(fabricas.solicitud(estado=Estado.EN_TRAMITE), ahora=el(3))
    assert (solicitud.prorroga, solicitud.vence_el, solicitud.termino) == (5, date(2026, 12, 11), 15)
    carta = Mensaje.objects.get(clave__startswith="prorroga-")
    assert carta.asunto == "AT-2026-1: su solicitud tiene un nuevo plazo, hasta el 11/12/2026"


def test_el_libro_dice_que_dias_son_de_la_prorroga() -> None:
    solicitud = prorrogar(fabricas.solicitud(estado=Estado.EN_TRAMITE), dias=2)
    _, libro = cuenta_de(solicitud, AHORA.date())
    agregados = [(renglon.numero, renglon.nota) for renglon in libro.renglones if "Prórroga" in renglon.nota]
    assert agregados == [(11, "Prórroga: Falta un concepto."), (12, "Prórroga: Falta un concepto.")]


def test_vencido_el_plazo_ya_no_se_prorroga() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="El plazo ya venció"):
        prorrogar(fabricas.solicitud(estado=Estado.EN_TRAMITE), ahora=el(4))


def test_el_plazo_no_pasa_del_doble() -> None:
    solicitud = prorrogar(fabricas.solicitud(estado=Estado.EN_TRAMITE), dias=8)
    with pytest.raises(acciones.ReglaIncumplida, match="Puede agregar de 1 a 2 días"):
        prorrogar(solicitud, dias=3)


def test_el_traslado_conserva_numero_y_plazo_y_llega_a_quien_atiende_alli() -> None:
    archivo = fabricas.funcionario("ssda", nombre="Diana Pérez")
    asignar_asesor(dependencia=archivo.dependencia, asesor=archivo, entidad=fabricas.entidad(), desde=SIEMPRE)
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    acciones.trasladar(
        solicitud=solicitud,
        dependencia=fabricas.dependencia("ddab"),
        motivo="Es de archivo.",
        autor=fabricas.usuario(),
        ahora=AHORA,
    )
    solicitud.refresh_from_db()
    assert (solicitud.radicado, solicitud.vence_el, solicitud.estado) == ("AT-2026-1", VENCE, Estado.EN_TRAMITE)
    assert (str(solicitud.asesor), solicitud.dependencia.clave, solicitud.direccion.clave) == (
        "Diana Pérez",
        "ssda",
        "ddab",
    )
    assert Mensaje.objects.filter(clave__startswith="traslado-").count() == 1


def test_lo_que_ya_se_tramita_no_se_traslada_a_donde_nadie_atiende() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    with pytest.raises(acciones.ReglaIncumplida, match="elija quién la recibe"):
        acciones.trasladar(
            solicitud=solicitud,
            dependencia=fabricas.dependencia("ddri"),
            motivo="Es internacional.",
            autor=fabricas.usuario(),
            ahora=AHORA,
        )


def test_el_traslado_por_competencia_remite_el_caso_y_lo_termina() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE, anexos=[fabricas.archivo()])
    acciones.trasladar_fuera(
        solicitud=solicitud,
        destino="Ministerio de las TIC",
        correo="contacto@mintic.example",
        motivo="Es nacional.",
        autor=fabricas.usuario(),
        ahora=AHORA,
    )
    solicitud.refresh_from_db()
    remision = Mensaje.objects.get(para="contacto@mintic.example")
    assert (solicitud.estado, solicitud.cerrada_en, remision.adjuntos.count()) == (Estado.TRASLADADA, AHORA, 1)
    assert Mensaje.objects.filter(asunto="AT-2026-1: su solicitud se trasladó a Ministerio de las TIC").count() == 1


def test_anular_conserva_el_numero_y_no_lo_da_de_nuevo() -> None:
    fabricas.solicitud(estado=Estado.ANULADA)
    assert fabricas.solicitud().radicado == "AT-2026-2"
    assert Solicitud.objects.get(numero=1).estado == Estado.ANULADA


def test_lo_atendido_no_se_anula() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="Solo se anula"):
        acciones.anular(
            solicitud=fabricas.solicitud(estado=Estado.ATENDIDA), motivo="Error", autor=fabricas.usuario(), ahora=AHORA
        )


@pytest.mark.parametrize("estado", [Estado.ATENDIDA, Estado.CERRADA, Estado.TRASLADADA])
def test_reabrir_descuenta_los_dias_en_que_estuvo_terminada(estado: Solicitud.Estado) -> None:
    solicitud = fabricas.solicitud(estado=estado)
    reabierta = acciones.reabrir(solicitud=solicitud, motivo="Falta una parte.", ahora=el(24, 11))
    assert (reabierta.atendida_en, reabierta.cerrada_en, reabierta.vence_el) == (None, None, date(2026, 12, 9))


@pytest.mark.parametrize("estado", [Estado.EN_TRAMITE, Estado.ANULADA, Estado.FUSIONADA])
def test_hay_lo_que_no_se_reabre(estado: Solicitud.Estado) -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="Solo se reabre"):
        acciones.reabrir(solicitud=fabricas.solicitud(estado=estado), motivo="Otra vez.", ahora=AHORA)


@pytest.mark.parametrize(
    "falta",
    [
        lambda caso, quien: acciones.prorrogar(solicitud=caso, dias=1, motivo=" ", autor=quien, ahora=AHORA),
        lambda caso, quien: acciones.anular(solicitud=caso, motivo="", autor=quien, ahora=AHORA),
        lambda caso, quien: acciones.trasladar_fuera(solicitud=caso, destino="", motivo="Sí", autor=quien, ahora=AHORA),
        lambda caso, quien: acciones.suspender(solicitud=caso, texto=" ", autor=quien, ahora=AHORA),
    ],
)
def test_sin_motivo_no_cambia_nada(falta: Callable[[Solicitud, Usuario], object]) -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    antes = solicitud.actuaciones.count()
    with pytest.raises(acciones.ReglaIncumplida, match="Escriba"):
        falta(solicitud, fabricas.usuario())
    assert solicitud.actuaciones.count() == antes
