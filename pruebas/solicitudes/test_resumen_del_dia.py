"""The digest of the morning. Requests of Thursday 19 November 2026 are due on Thursday 3 December."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from asiste.cuentas.models import Rol
from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import elegir_avisos
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones.avisos import resumir
from asiste.solicitudes.models import Redaccion, ResumenDelDia, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
Estado = Solicitud.Estado
RECIBIDA = datetime(2026, 11, 19, 10, 0, tzinfo=fabricas.BOGOTA)
EL_TRES = datetime(2026, 12, 3, 7, 0, tzinfo=fabricas.BOGOTA)

DE_LA_ASESORA = """\
Buen día, Laura Ortiz. Esto hay para hoy, jueves 3 de diciembre.

Vencidas: 1
- AT-2026-2 · Instituto de Desarrollo Urbano: Plan de mejora de integridad (miércoles 2 de diciembre)

Vencen hoy: 1
- AT-2026-1 · Secretaría Distrital de Hacienda: Plan de mejora de integridad

En su fila: 2 por tomar; la más antigua llegó el jueves 19 de noviembre

Su bandeja: https://asiste.example/equipo/
Elegir qué avisos recibe: https://asiste.example/equipo/avisos/
"""

DE_LA_DIRECTORA = """\
Buen día, Marta Gil. Esto hay para hoy, jueves 3 de diciembre.

SU EQUIPO

Abiertas por asesor: 2 en total
- Laura Ortiz: 1 abierta, 1 vencida

Vencidas del equipo: 1
- AT-2026-1 · Secretaría Distrital de Hacienda: Plan de mejora de integridad (miércoles 2 de diciembre)

Sin asesor: 1
- AT-2026-2 · Entidad por identificar: Plan de mejora de integridad

Por identificar la entidad: 1

Correos en cuarentena: 3

Su bandeja: https://asiste.example/equipo/
Elegir qué avisos recibe: https://asiste.example/equipo/avisos/
"""


@pytest.fixture(autouse=True)
def sitio(settings: Settings) -> None:
    """Where the links of the mails go."""
    settings.URL_PUBLICA = "https://asiste.example"


@pytest.fixture
def asesora() -> Funcionario:
    """Laura Ortiz, adviser of the STDI."""
    return fabricas.funcionario("stdi")


def abrir(asesora: Funcionario | None = None, estado: Estado = Estado.EN_TRAMITE, **cambios: Any) -> Solicitud:
    """A request that nobody was written about."""
    return fabricas.solicitud(asesor=asesora, estado=estado, ahora=RECIBIDA, acusar=False, **cambios)


def vencer(caso: Solicitud, el: date) -> None:
    Solicitud.objects.filter(pk=caso.pk).update(vence_el=el)


def textos(ahora: datetime = EL_TRES) -> dict[str, str]:
    """Text of each digest, by address."""
    return {mensaje.para: mensaje.texto for mensaje in resumir(ahora=ahora)}


def renglones(texto: str) -> list[str]:
    """Titles of the sections of a digest."""
    return [linea for linea in texto.splitlines()[1:-3] if linea and not linea.startswith("- ")]


def test_el_de_una_asesora_dice_lo_suyo_y_su_fila(asesora: Funcionario) -> None:
    abrir(asesora)
    vencer(abrir(asesora, entidad=fabricas.entidad("idu")), date(2026, 12, 2))
    vencer(abrir(asesora, Estado.POR_TOMAR, entidad=fabricas.entidad("sda")), date(2027, 1, 20))
    sin_dueno = abrir(None, Estado.POR_TOMAR, dependencia=asesora.dependencia, entidad=fabricas.entidad("idpac"))
    vencer(sin_dueno, date(2027, 1, 20))
    (resumen,) = resumir(ahora=EL_TRES)
    assert resumen.asunto == "Su día, jueves 3 de diciembre: 1 vencida, 1 vence hoy"
    assert resumen.texto.strip() == DE_LA_ASESORA.strip()


def test_el_de_quien_dirige_dice_como_esta_su_gente(asesora: Funcionario) -> None:
    directora = fabricas.funcionario("dddi", nombre="Marta Gil", rol=Rol.DIRECCION)
    elegir_avisos(usuario=asesora.usuario, resumen=False, antes_de_vencer=True, mensajes="nunca")
    vencer(abrir(asesora), date(2026, 12, 2))
    abrir(None, Estado.POR_TOMAR, entidad=None)
    de_otra = fabricas.dependencia("ddab").pk
    retenidos = {directora.dependencia_id: 2, None: 1, de_otra: 7}
    (resumen,) = resumir(ahora=EL_TRES, retenidos=retenidos)
    assert resumen.para == directora.usuario.email
    assert resumen.texto.strip() == DE_LA_DIRECTORA.strip()


def test_quien_no_tiene_nada_no_recibe_correo(asesora: Funcionario) -> None:
    assert (textos(), ResumenDelDia.objects.count()) == ({}, 1)


def test_uno_solo_cada_dia_habil(asesora: Funcionario) -> None:
    abrir(asesora)
    momentos = [EL_TRES + timedelta(minutes=minutos) for minutos in (-15, 0, 15, 300)]
    momentos += [EL_TRES + timedelta(days=dias) for dias in (1, 2, 3, 4, 5)]  # Fri, Sat, Sun, Mon, a holiday
    assert [len(textos(momento)) for momento in momentos] == [0, 1, 0, 0, 1, 0, 0, 1, 0]


def test_si_no_se_confirma_se_escribe_despues(asesora: Funcionario) -> None:
    abrir(asesora)
    with transaction.atomic():
        textos()
        transaction.set_rollback(True)
    assert (len(textos(EL_TRES + timedelta(hours=2))), Mensaje.objects.count()) == (1, 1)


def test_quien_no_lo_quiere_no_lo_recibe(asesora: Funcionario) -> None:
    abrir(asesora)
    elegir_avisos(usuario=asesora.usuario, resumen=False, antes_de_vencer=True, mensajes="nunca")
    assert textos() == {}


def test_quien_esta_ausente_no_lo_recibe_y_quien_reemplaza_lo_ve(asesora: Funcionario) -> None:
    otra = fabricas.funcionario("stdi", nombre="Inés Mora")
    abrir(asesora)
    registrar_ausencia(asesor=asesora, sustituto=otra, desde=EL_TRES.date(), hasta=EL_TRES.date(), motivo="Permiso")
    assert {para: renglones(texto) for para, texto in textos().items()} == {otra.usuario.email: ["Vencen hoy: 1"]}


def test_dice_lo_que_se_debe_de_los_casos_de_otros(asesora: Funcionario) -> None:
    otra = fabricas.funcionario("stdi", nombre="Inés Mora")
    caso = abrir(asesora)
    acciones.articulacion.encargar_tema(
        tema_solicitud=caso.temas_a_cargo.get(), responsable=otra, autor=asesora.usuario, ahora=RECIBIDA
    )
    assert renglones(textos()[otra.usuario.email]) == ["Temas que le encargaron y no ha respondido: 1"]


def test_dice_las_suspendidas_y_las_que_ya_pueden_archivarse(asesora: Funcionario) -> None:
    abrir(asesora, Estado.SUSPENDIDA)
    en_enero = datetime(2027, 1, 4, 7, 0, tzinfo=fabricas.BOGOTA)
    assert [renglones(texto) for texto in [*textos().values(), *textos(en_enero).values()]] == [
        ["Suspendidas, a la espera de la entidad: 1"],
        ["Suspendidas, a la espera de la entidad: 1. Ya puede declararse el desistimiento de 1"],
    ]


@pytest.mark.parametrize(("mensajes", "lo_dice"), [("resumen", True), ("nunca", False)])
def test_dice_lo_que_escribieron_las_entidades_desde_el_anterior(
    asesora: Funcionario, mensajes: str, lo_dice: bool
) -> None:
    caso = abrir(asesora)
    elegir_avisos(usuario=asesora.usuario, resumen=True, antes_de_vencer=True, mensajes=mensajes)
    ayer = EL_TRES - timedelta(hours=16)
    acciones.agregar_mensaje(solicitud=caso, de_nombre="Carlos Peña", texto="Falta un dato.", ahora=ayer)
    assert ("La entidad escribió: 1" in textos()[asesora.usuario.email]) is lo_dice
    assert "La entidad escribió" not in textos(EL_TRES + timedelta(days=1))[asesora.usuario.email]


def test_dice_las_respuestas_empezadas(asesora: Funcionario) -> None:
    caso = abrir(asesora)
    Redaccion.objects.create(
        solicitud=caso, clase="respuesta", texto="Buen día", escrita_por=asesora.usuario, escrita_en=RECIBIDA
    )
    assert renglones(textos()[asesora.usuario.email]) == ["Vencen hoy: 1", "Respuestas empezadas y sin enviar: 1"]


def test_una_lista_larga_se_corta_y_se_cuenta(asesora: Funcionario) -> None:
    caso = abrir(asesora)
    claves = ("idu", "sda", "sdp", "sdm", "sds", "idpac", "sed", "sdis", "sdmujer")
    for clave in claves:
        abrir(asesora, entidad=fabricas.entidad(clave))
    texto = textos()[asesora.usuario.email]
    assert (texto.count(caso.asunto), "- y 2 más" in texto) == (8, True)


def test_resumir_lee_lo_mismo_con_un_caso_que_con_cuatro(asesora: Funcionario) -> None:
    fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    abrir(asesora)
    con_uno = _consultas()
    for clave in ("idu", "sda", "sdp"):
        abrir(asesora, entidad=fabricas.entidad(clave))
    assert _consultas() == con_uno


def _consultas() -> int:
    with CaptureQueriesContext(connection) as consultas, transaction.atomic():
        assert len(resumir(ahora=EL_TRES)) == 2
        transaction.set_rollback(True)
    return len(consultas)
