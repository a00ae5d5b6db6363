"""Warnings of due dates. The request is of Thursday 19 November 2026 and is due on Thursday 3 December."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from asiste.cuentas.models import Rol
from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import elegir_avisos
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones.avisos import avisar
from asiste.solicitudes.models import Aviso, Solicitud
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez

Estado, Clase = Solicitud.Estado, Aviso.Clase
RECIBIDA = datetime(2026, 11, 19, 10, 0, tzinfo=fabricas.BOGOTA)
VENCE = date(2026, 12, 3)


def a_las(dia: int, hora: int = 7, minuto: int = 0, mes: int = 12) -> datetime:
    """A moment of the last months of 2026, in Bogotá."""
    return datetime(2026, mes, dia, hora, minuto, tzinfo=fabricas.BOGOTA)


def en_tramite(asesora: Funcionario, **cambios: Any) -> Solicitud:
    """A request that the adviser took herself."""
    return fabricas.solicitud(asesor=asesora, estado=Estado.EN_TRAMITE, ahora=RECIBIDA, acusar=False, **cambios)


def dados(ahora: datetime) -> list[tuple[str, str]]:
    """Who is told what at that moment: address and subject, by address."""
    return sorted((mensaje.para, mensaje.asunto) for mensaje in avisar(ahora=ahora))


@pytest.fixture
def asesora(db: None) -> Funcionario:
    """Laura Ortiz, adviser of the STDI."""
    return fabricas.funcionario("stdi", correo="laura@alcaldiabogota.gov.co")


@pytest.fixture
def jefe(db: None) -> Funcionario:
    """Who heads the STDI."""
    return fabricas.funcionario("stdi", nombre="Iván Rey", rol=Rol.SUBDIRECCION, correo="jefe@alcaldiabogota.gov.co")


@pytest.mark.disposicion("5-oportuna")
@pytest.mark.parametrize(
    ("ahora", "asunto"),
    [
        pytest.param(a_las(27, 10, mes=11), None, id="cuatro días hábiles antes"),
        pytest.param(a_las(30, mes=11), "vence pronto", id="tres"),
        pytest.param(a_las(2), "vence en un día hábil", id="uno"),
        pytest.param(a_las(3), "vence hoy", id="el día"),
        pytest.param(a_las(4, 16, 29), "vencida", id="el siguiente, viernes a las 4:29"),
        pytest.param(a_las(4, 16, 30), "vencida", id="a la hora de cerrar"),
        pytest.param(a_las(4, 16, 31), None, id="después de cerrar"),
        pytest.param(a_las(4, 6, 59), None, id="antes de abrir"),
        pytest.param(a_las(5, 10), None, id="sábado"),
        pytest.param(a_las(8, 10), None, id="martes festivo"),
        pytest.param(a_las(7, 7, 0), "vencida", id="lunes al abrir"),
    ],
)
def test_la_asesora_se_entera_a_su_hora(asesora: Funcionario, ahora: datetime, asunto: str | None) -> None:
    en_tramite(asesora)
    esperado = [(asesora.usuario.email, f"AT-2026-1: {asunto} · Plan de mejora de integridad")] if asunto else []
    assert dados(ahora) == esperado


def test_repetir_la_orden_no_repite_el_aviso(asesora: Funcionario) -> None:
    en_tramite(asesora)
    assert [len(avisar(ahora=a_las(3, hora))) for hora in (7, 7, 8, 16)] == [1, 0, 0, 0]


def test_lo_que_no_se_confirma_se_da_despues_una_sola_vez(asesora: Funcionario) -> None:
    en_tramite(asesora)
    with transaction.atomic():
        avisar(ahora=a_las(3))
        transaction.set_rollback(True)
    assert (Mensaje.objects.count(), Aviso.objects.count()) == (0, 0)
    assert [len(avisar(ahora=a_las(3, 8))) for _ in range(2)] == [1, 0]


def test_dos_a_la_vez_avisan_una_sola_vez(base_real: str) -> None:
    en_tramite(fabricas.funcionario("stdi"))
    cuantos = a_la_vez([lambda: len(avisar(ahora=a_las(3))) for _ in range(4)])
    assert (sorted(cuantos), Mensaje.objects.count()) == ([0, 0, 0, 1], 1)


def test_tras_dos_dias_sin_trabajador_no_se_dice_nada_viejo(asesora: Funcionario) -> None:
    en_tramite(asesora)
    avisar(ahora=a_las(30, mes=11))
    (aviso,) = avisar(ahora=a_las(4, 11))
    assert "Venció el jueves 3 de diciembre, hace 1 día hábil." in aviso.texto
    assert "falta" not in aviso.texto


def test_al_volver_el_trabajador_dice_los_dias_que_faltan_de_verdad(asesora: Funcionario) -> None:
    en_tramite(asesora)
    (aviso,) = avisar(ahora=a_las(1))
    assert aviso.solo_en_jornada
    assert "Vence el jueves 3 de diciembre: faltan 2 días hábiles." in aviso.texto
    assert avisar(ahora=a_las(1, 8)) == []


def test_lo_vencido_hace_mas_de_una_semana_ya_no_es_noticia(asesora: Funcionario) -> None:
    en_tramite(asesora)
    assert avisar(ahora=a_las(14)) == []


def test_un_vencimiento_que_se_movio_se_avisa_de_nuevo(asesora: Funcionario) -> None:
    caso = en_tramite(asesora)
    avisar(ahora=a_las(3))
    Solicitud.objects.filter(pk=caso.pk).update(vence_el=date(2026, 12, 10))
    assert avisar(ahora=a_las(3, 9)) == []
    assert [aviso.asunto.partition(" ·")[0] for aviso in avisar(ahora=a_las(10))] == ["AT-2026-1: vence hoy"]


def test_lo_que_vencio_lo_sabe_tambien_quien_dirige(asesora: Funcionario, jefe: Funcionario) -> None:
    en_tramite(asesora)
    avisar(ahora=a_las(3))
    avisos = {aviso.para: aviso.texto for aviso in avisar(ahora=a_las(4))}
    assert set(avisos) == {asesora.usuario.email, jefe.usuario.email}
    assert "La atiende Laura Ortiz." in avisos[jefe.usuario.email]


def test_si_nadie_dirige_la_oficina_se_avisa_a_la_de_arriba(asesora: Funcionario) -> None:
    directora = fabricas.funcionario("dddi", nombre="Marta Gil", rol=Rol.DIRECCION)
    en_tramite(asesora)
    assert directora.usuario.email in [para for para, _ in dados(a_las(4))]


def test_lo_que_nadie_ha_tomado_lo_sabe_quien_dirige(jefe: Funcionario) -> None:
    fabricas.solicitud(dependencia=fabricas.dependencia("stdi"), ahora=RECIBIDA, acusar=False)
    (aviso,) = avisar(ahora=a_las(2))
    assert (aviso.para, "Nadie la tiene a cargo." in aviso.texto) == (jefe.usuario.email, True)


def test_lo_que_espera_en_una_fila_lo_saben_su_asesora_y_quien_dirige(asesora: Funcionario, jefe: Funcionario) -> None:
    fabricas.solicitud(asesor=asesora, ahora=RECIBIDA, acusar=False)
    avisos = {aviso.para: aviso.texto for aviso in avisar(ahora=a_las(2))}
    assert "Nadie la ha tomado." in avisos[asesora.usuario.email]
    assert "Está en la fila de Laura Ortiz." in avisos[jefe.usuario.email]


def test_en_la_ausencia_se_avisa_a_quien_reemplaza(asesora: Funcionario) -> None:
    otra = fabricas.funcionario("stdi", nombre="Inés Mora")
    en_tramite(asesora)
    registrar_ausencia(asesor=asesora, sustituto=otra, desde=VENCE, hasta=VENCE, motivo="Permiso")
    assert [para for para, _ in dados(a_las(3))] == [otra.usuario.email]


def test_una_suspendida_no_avisa(asesora: Funcionario) -> None:
    fabricas.solicitud(asesor=asesora, estado=Estado.SUSPENDIDA, ahora=RECIBIDA, acusar=False)
    assert dados(a_las(3)) == []


@pytest.mark.parametrize(("dia", "cuantos"), [(18, 0), (21, 1)])
def test_pasado_el_mes_se_dice_que_puede_declararse_el_desistimiento(
    asesora: Funcionario, dia: int, cuantos: int
) -> None:
    fabricas.solicitud(asesor=asesora, estado=Estado.SUSPENDIDA, ahora=RECIBIDA, acusar=False)
    avisos = avisar(ahora=a_las(dia))
    assert [aviso.asunto.partition(" ·")[0] for aviso in avisos] == [
        "AT-2026-1: puede archivarse por desistimiento"
    ] * cuantos
    assert avisar(ahora=a_las(dia, 9)) == []


def test_varios_avisos_de_una_persona_van_en_un_correo(asesora: Funcionario) -> None:
    en_tramite(asesora)
    for clave in ("idu", "sda"):
        en_tramite(asesora, entidad=fabricas.entidad(clave))
    Solicitud.objects.filter(numero=1).update(vence_el=date(2026, 12, 2))
    (aviso,) = avisar(ahora=a_las(3))
    assert (aviso.asunto, aviso.caso) == ("Solicitudes: 1 vencida, 2 vencen hoy", "")
    assert [linea for linea in aviso.texto.splitlines() if linea.isupper()] == ["VENCIDAS", "VENCEN HOY"]


def test_quien_no_quiere_avisos_antes_de_vencer_recibe_solo_los_de_ley(asesora: Funcionario) -> None:
    en_tramite(asesora)
    elegir_avisos(usuario=asesora.usuario, resumen=False, antes_de_vencer=False, mensajes="nunca")
    momentos = (a_las(30, mes=11), a_las(2), a_las(3), a_las(4))
    assert [len(avisar(ahora=momento)) for momento in momentos] == [0, 0, 1, 1]


def test_lo_recien_asignado_se_cuenta_una_vez(asesora: Funcionario) -> None:
    fabricas.solicitud(asesor=asesora, ahora=RECIBIDA, acusar=False)
    assert [[aviso.asunto for aviso in avisar(ahora=a_las(20, hora, mes=11))] for hora in (7, 8)] == [
        ["AT-2026-1: nueva a su cargo · Plan de mejora de integridad"],
        [],
    ]


def test_a_quien_se_le_reasigna_se_le_cuenta_aunque_la_haya_tenido_antes(asesora: Funcionario) -> None:
    otra = fabricas.funcionario("stdi", nombre="Inés Mora")
    caso = en_tramite(asesora)
    autor = fabricas.usuario()
    avisados = []
    for dia, quien in ((20, otra), (23, asesora), (24, otra)):
        ahora = a_las(dia, mes=11)
        acciones.reasignar(solicitud=caso, asesor=quien, motivo="Reparto", autor=autor, ahora=ahora)
        avisados += [para for para, _ in dados(ahora + timedelta(hours=1))]
    assert avisados == [otra.usuario.email, asesora.usuario.email, otra.usuario.email]


def test_el_aviso_de_un_caso_lleva_su_radicado_y_su_direccion(asesora: Funcionario) -> None:
    en_tramite(asesora)
    (aviso,) = avisar(ahora=a_las(3))
    assert aviso.caso == "AT-2026-1"
    assert "/equipo/solicitudes/AT-2026-1/" in aviso.texto
    assert "/equipo/avisos/" in aviso.texto


def test_avisar_lee_lo_mismo_con_un_caso_que_con_seis(asesora: Funcionario, jefe: Funcionario) -> None:
    en_tramite(asesora)
    avisar(ahora=a_las(3))
    con_uno = _consultas(a_las(4))
    for clave in ("idu", "sda", "sdp", "sdm", "sds"):
        en_tramite(asesora, entidad=fabricas.entidad(clave))
    avisar(ahora=a_las(3))
    with transaction.atomic():
        assert _consultas(a_las(4)) == con_uno


def _consultas(ahora: datetime) -> int:
    with CaptureQueriesContext(connection) as consultas, transaction.atomic():
        assert len(avisar(ahora=ahora)) == 2
        transaction.set_rollback(True)
    return len(consultas)
