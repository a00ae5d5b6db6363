"""The door, the list and the end of a session, as the team works them."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.http import StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from asiste.agenda import acciones, ingreso
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia
from pruebas.fabricas import AHORA

MAXIMO = 40  # queries of a page


@pytest.fixture
def sesion(asesora: Funcionario, reloj: None) -> Sesion:
    """A session of Laura Ortiz with two invited people, one of whom came."""
    sesion = fabricas_agenda.sesion(inicia=AHORA, dirige=asesora)
    presente = fabricas_asistencia.invitado(sesion, nombre="Jairo Castellanos")
    fabricas_asistencia.invitado(sesion, nombre="Sandra Torres")
    fabricas_asistencia.asistencia(sesion, nombre="Jairo Castellanos", correo=presente.correo, ahora=AHORA)
    return sesion


def ver(navegador: Client, sesion: Sesion, que: str = "") -> str:
    respuesta = navegador.get(f"/equipo/agenda/{sesion.pk}/{que}")
    assert respuesta.status_code == 200
    return respuesta.content.decode()


def enviar(navegador: Client, sesion: Sesion, que: str, **datos: str) -> str:
    return navegador.post(f"/equipo/agenda/{sesion.pk}/{que}", datos, follow=True).content.decode()


def bajar(navegador: Client, sesion: Sesion, extension: str) -> tuple[str, bytes]:
    """What the browser is told about the file, and the file."""
    respuesta = navegador.get(f"/equipo/agenda/{sesion.pk}/asistencia.{extension}")
    assert isinstance(respuesta, StreamingHttpResponse)
    contenido = respuesta.getvalue()
    respuesta.close()
    return respuesta.headers["Content-Disposition"], contenido


def codigo_a_la_vista(sesion: Sesion) -> str:
    codigo = ingreso.codigo_en(sesion, AHORA).upper()
    return f'<p class="codigo-corto">{codigo[:3]} {codigo[3:]}</p>'


def test_la_sesion_muestra_el_codigo_y_cuantos_van(navegador: Client, sesion: Sesion) -> None:
    pagina = ver(navegador, sesion)
    assert codigo_a_la_vista(sesion) in pagina
    assert "<strong>1</strong> de 2 invitados" in pagina
    assert f"1 entidad presente: {fabricas.entidad().corto}." in pagina


def test_quien_esta_a_cargo_no_cuenta_entre_los_invitados(navegador: Client, sesion: Sesion) -> None:
    fabricas_asistencia.invitado(sesion, origen=Invitado.Origen.A_CARGO, entidad=None)
    assert "<strong>1</strong> de 2 invitados" in ver(navegador, sesion)


def test_la_lista_de_invitados_lleva_a_marcar_el_ingreso(navegador: Client, sesion: Sesion) -> None:
    acciones.iniciar(sesion=sesion)
    falta = sesion.invitados.get(nombre="Sandra Torres")
    assert f'href="/equipo/agenda/{sesion.pk}/invitados/{falta.pk}/ingreso/"' in ver(navegador, sesion)


def test_quien_solo_la_ve_no_ve_el_codigo(radicadora: Client, sesion: Sesion) -> None:
    pagina = ver(radicadora, sesion)
    assert ("Registro de ingreso" in pagina, "<strong>1</strong> de 2 invitados" in pagina) == (False, True)


@pytest.mark.parametrize("que", ["ingreso/", "ingreso/codigo/"])
def test_la_pantalla_muestra_el_codigo_de_ahora(navegador: Client, sesion: Sesion, que: str) -> None:
    assert codigo_a_la_vista(sesion) in ver(navegador, sesion, que)


def test_la_hoja_lleva_el_codigo_que_no_cambia_y_lo_advierte(navegador: Client, sesion: Sesion) -> None:
    fijo = ingreso.codigo_fijo(sesion).upper()
    pagina = ver(navegador, sesion, "ingreso/hoja/")
    assert f"{fijo[:3]} {fijo[3:6]} {fijo[6:]}" in pagina
    assert "no que estuvo en la sala" in pagina


def test_se_marca_el_ingreso_de_un_invitado(navegador: Client, sesion: Sesion) -> None:
    falta = sesion.invitados.get(nombre="Sandra Torres")
    pagina = enviar(navegador, sesion, f"invitados/{falta.pk}/ingreso/", motivo="No tenía teléfono")
    assert "Sandra Torres quedó en la lista." in pagina
    assert "<strong>2</strong> de 2 invitados" in pagina


def test_marcar_a_quien_ya_estaba_se_dice_sin_perder_la_pagina(navegador: Client, sesion: Sesion) -> None:
    presente = sesion.invitados.get(nombre="Jairo Castellanos")
    pagina = enviar(navegador, sesion, f"invitados/{presente.pk}/ingreso/", motivo="No tenía teléfono")
    assert "Jairo Castellanos ya estaba en la lista desde las 10:00." in pagina


def test_se_anota_a_alguien_que_no_pudo_registrarse(navegador: Client, sesion: Sesion) -> None:
    datos = {"nombre": "Óscar Cubillos", "entidad_nombre": "Universidad", "motivo": "Firmó la lista en papel"}
    pagina = enviar(navegador, sesion, "asistencia/nueva/", **datos)
    assert "Óscar Cubillos quedó en la lista." in pagina
    assert "Laura Ortiz: Firmó la lista en papel" in pagina


def test_para_anotar_se_pide_de_donde_viene(navegador: Client, sesion: Sesion) -> None:
    pagina = enviar(navegador, sesion, "asistencia/nueva/", nombre="Óscar", motivo="Papel")
    assert "Elija la entidad, o escríbala abajo." in pagina


def test_se_retira_un_registro_equivocado_y_queda_a_la_vista(navegador: Client, sesion: Sesion) -> None:
    suya = sesion.asistencias.get()
    pagina = enviar(navegador, sesion, f"asistencia/{suya.pk}/retiro/", motivo="Era otra persona")
    assert "Jairo Castellanos ya no está en la lista." in pagina
    assert "Era otra persona" in pagina
    assert not sesion.asistencias.validas().exists()


@pytest.mark.parametrize("extension", ["pdf", "xlsx"])
def test_las_listas_se_bajan_con_un_nombre_que_dice_que_son(navegador: Client, sesion: Sesion, extension: str) -> None:
    nombre = f"asistencia-2026-11-19-mapa-de-procesos.{extension}"
    assert bajar(navegador, sesion, extension)[0] == f'attachment; filename="{nombre}"'


def test_el_libro_trae_a_quien_asistio(navegador: Client, sesion: Sesion) -> None:
    hoja = load_workbook(BytesIO(bajar(navegador, sesion, "xlsx")[1]), read_only=True)["Asistencia"]
    assert [fila[0] for fila in hoja.iter_rows(values_only=True)] == ["Nombre", "Jairo Castellanos"]


def test_terminar_dice_que_pasara_y_que_paso(navegador: Client, sesion: Sesion, asesora: Funcionario) -> None:
    casos = [
        fabricas.solicitud(estado=estado, asesor=asesora)
        for estado in (Solicitud.Estado.EN_TRAMITE, Solicitud.Estado.SUSPENDIDA)
    ]
    sesion.solicitudes.set(casos)
    antes = ver(navegador, sesion, "terminacion/")
    assert "Recibe la lista de asistencia como evidencia y queda atendida" in antes
    assert "Está suspendida, a la espera de la entidad." in antes
    despues = enviar(navegador, sesion, "terminacion/")
    assert f"La sesión quedó realizada. Se atendió: {casos[0]}." in despues
    assert f"{casos[1]} no quedó atendida. Está suspendida, a la espera de la entidad." in despues


def test_terminar_sin_nadie_dice_que_falta(navegador: Client, asesora: Funcionario) -> None:
    vacia = fabricas_agenda.sesion(inicia=AHORA, dirige=asesora)
    assert 'Lista de asistencia: 0 personas <span class="tenue">(pendiente)' in ver(navegador, vacia, "terminacion/")
    assert "Nadie figura como asistente" in enviar(navegador, vacia, "terminacion/")
    vacia.refresh_from_db()
    assert vacia.estado == Sesion.Estado.PROGRAMADA


@pytest.mark.disposicion("7.1.2-visita")
def test_la_visita_avisa_que_le_falta_el_informe(navegador: Client, asesora: Funcionario) -> None:
    visita = fabricas_agenda.sesion(inicia=AHORA, dirige=asesora, modalidad=fabricas_agenda.modalidad("visita"))
    pagina = ver(navegador, visita, "terminacion/")
    assert 'Informe técnico de la visita, aprobado <span class="tenue">(pendiente)' in pagina


@pytest.mark.parametrize("que", ["", "asistencia/", "terminacion/"])
def test_la_pagina_cuesta_lo_mismo_con_mas_gente(navegador: Client, sesion: Sesion, que: str) -> None:
    def coste() -> int:
        with CaptureQueriesContext(connection) as consultas:
            ver(navegador, sesion, que)
        return len(consultas)

    con_uno = coste()
    for clave in ("idu", "sda", "idpac"):
        fabricas_asistencia.asistencia(
            sesion,
            entidad=fabricas.entidad(clave),
            medio=Asistencia.Medio.ENLACE,
            ahora=AHORA + timedelta(minutes=1),
        )
    assert coste() == con_uno
    assert con_uno <= MAXIMO
