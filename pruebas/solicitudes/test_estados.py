"""The states as data: every action is tried on requests in every state, and does what the table says and no more."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from asiste.directorio.models import Funcionario
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.estados import TRANSICIONES
from asiste.solicitudes.models import Solicitud, Toma
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-esquema-operativo")]
DESPUES = fabricas.AHORA + timedelta(days=40)
Estado = Solicitud.Estado
Accion = Callable[[Solicitud, Funcionario], Any]


def con_motivo(accion: Callable[..., Any], **datos: Any) -> Accion:
    """An action of a person with a reason."""
    return lambda caso, quien: accion(
        solicitud=caso, motivo="Así corresponde.", autor=quien.usuario, ahora=DESPUES, **datos
    )


def fusionar(caso: Solicitud, quien: Funcionario) -> Any:
    otra = acciones.radicar(pedido=fabricas.pedido(), ahora=fabricas.AHORA)
    return con_motivo(acciones.fusionar, principal=otra)(caso, quien)


def atender(caso: Solicitud, quien: Funcionario) -> Any:
    datos: dict[str, Any] = {"solicitud": caso, "autor": quien.usuario, "ahora": DESPUES}
    acciones.agregar_evidencia(texto="Acta", anexos=[fabricas.archivo()], **datos)
    return acciones.atender(resumen="Se atendió.", **datos)


def fuera_de_turno(caso: Solicitud, quien: Funcionario) -> Any:
    porque = {"motivo": Toma.Motivo.RIESGO, "explicacion": "Hay riesgo."}
    return acciones.tomar_fuera_de_turno(solicitud=caso, asesor=quien, ahora=DESPUES, **porque)


ACCIONES: dict[str, Accion] = {
    "tomar_siguiente": lambda caso, quien: acciones.tomar_siguiente(asesor=quien, ahora=DESPUES),
    "tomar_fuera_de_turno": fuera_de_turno,
    "suspender": lambda caso, quien: acciones.suspender(
        solicitud=caso, texto="Falta el acto.", autor=quien.usuario, ahora=DESPUES
    ),
    "reanudar": con_motivo(acciones.reanudar),
    "agregar_mensaje": lambda caso, quien: acciones.agregar_mensaje(
        solicitud=caso, de_nombre="Carlos", texto="Va el acto.", ahora=DESPUES
    ),
    "desistir": con_motivo(acciones.desistir),
    "atender": atender,
    "cerrar": lambda caso, quien: acciones.cerrar(solicitud=caso, autor=quien.usuario, ahora=DESPUES),
    "trasladar_fuera": con_motivo(acciones.trasladar_fuera, destino="Ministerio"),
    "fusionar": fusionar,
    "anular": con_motivo(acciones.anular),
    "separar": con_motivo(acciones.separar),
    "reabrir": con_motivo(acciones.reabrir),
}
MUEVEN_SIN_CAMBIAR = {"dar_nivel", "prorrogar", "trasladar", "reasignar", "poner_temas"}


def hasta(estado: Solicitud.Estado) -> list[Solicitud]:
    """Requests in that state, with and without adviser when they may get there both ways."""
    sueltas = [fabricas.solicitud(estado=estado)]
    if estado in {Estado.FUSIONADA, Estado.TRASLADADA}:
        tomada = fabricas.solicitud(estado=Estado.EN_TRAMITE)
        accion = {Estado.FUSIONADA: fusionar, Estado.TRASLADADA: ACCIONES["trasladar_fuera"]}[estado]
        sueltas.append(accion(tomada, fabricas.funcionario()))
    return sueltas


def destino(caso: Solicitud, accion: Accion, quien: Funcionario) -> Solicitud.Estado | None:
    """State where an action takes a request; None when it is not allowed. Nothing stays done."""
    try:
        with transaction.atomic():
            accion(Solicitud.objects.get(pk=caso.pk), quien)
            alla = Estado(Solicitud.objects.get(pk=caso.pk).estado)
            transaction.set_rollback(True)
    except ReglaIncumplida:
        return None
    return alla


@pytest.mark.parametrize("estado", list(Estado))
def test_las_acciones_llevan_justo_a_donde_dice_la_tabla(estado: Solicitud.Estado) -> None:
    quien = fabricas.funcionario()
    vistos = {
        (nombre, alla)
        for caso in hasta(estado)
        for nombre, accion in ACCIONES.items()
        if (alla := destino(caso, accion, quien)) and alla != estado
    }
    assert vistos == {(una.accion, una.a) for una in TRANSICIONES if una.de == estado}


def test_toda_solicitud_nueva_empieza_por_tomar() -> None:
    assert {una.a for una in TRANSICIONES if una.de is None} == {Estado.POR_TOMAR}
    assert fabricas.solicitud().estado == Estado.POR_TOMAR


def test_cada_accion_de_la_tabla_existe() -> None:
    assert {una.accion for una in TRANSICIONES} - {"radicar", "dividir"} == set(ACCIONES)
    assert [una.accion for una in TRANSICIONES if una.accion not in acciones.__all__] == []
