from datetime import timedelta

import pytest
from pytest_django import Settings

from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA
Estado = Solicitud.Estado

AVISO = """\
Buen día, Carlos Peña:

Su solicitud AT-2026-1, «Plan de mejora de integridad», fue atendida el jueves 19 de noviembre de 2026 y quedó cerrada.

Puede ver lo que se hizo en:
https://asiste.example/consultar/?radicado=AT-2026-1

Si falta algo, responda este correo.

Dirección Distrital de Desarrollo Institucional
Secretaría General de la Alcaldía Mayor de Bogotá, D.C.
"""


def atender(solicitud: Solicitud) -> Solicitud:
    return acciones.atender(solicitud=solicitud, resumen="Se envió la guía.", autor=fabricas.usuario(), ahora=AHORA)


def cerrar(solicitud: Solicitud) -> Solicitud:
    return acciones.cerrar(solicitud=solicitud, autor=fabricas.usuario(), ahora=AHORA + timedelta(days=1))


def evidencia(solicitud: Solicitud, *anexos: acciones.ArchivoNombrado) -> Actuacion:
    return acciones.agregar_evidencia(
        solicitud=solicitud, texto="Acta de la mesa.", anexos=anexos, autor=fabricas.usuario(), ahora=AHORA
    )


def test_no_se_atiende_sin_evidencia() -> None:
    with pytest.raises(acciones.SinEvidencia, match="Falta la evidencia"):
        atender(fabricas.solicitud(estado=Estado.EN_TRAMITE))


def test_una_nota_interna_no_es_evidencia() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    acciones.anotar(solicitud=solicitud, texto="Ya hablamos", autor=fabricas.usuario(), ahora=AHORA)
    with pytest.raises(acciones.SinEvidencia):
        atender(solicitud)


def test_lo_que_adjunta_la_entidad_no_es_evidencia() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    acciones.agregar_mensaje(
        solicitud=solicitud, de_nombre="Carlos", texto="Va.", anexos=[fabricas.archivo()], ahora=AHORA
    )
    with pytest.raises(acciones.SinEvidencia):
        atender(solicitud)


@pytest.mark.disposicion("5-base-trazabilidad")
def test_con_un_archivo_que_lo_muestre_se_atiende_y_queda_la_fecha() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    evidencia(solicitud, fabricas.archivo("acta.pdf"))
    atender(solicitud)
    solicitud.refresh_from_db()
    assert (solicitud.estado, solicitud.atendida_en) == (Estado.ATENDIDA, AHORA)


def test_con_la_respuesta_enviada_se_atiende() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    acciones.responder(solicitud=solicitud, texto="Vea la guía.", autor=fabricas.usuario(), ahora=AHORA)
    assert atender(solicitud).estado == Estado.ATENDIDA


def test_la_evidencia_exige_un_archivo() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="Adjunte al menos un archivo"):
        evidencia(fabricas.solicitud(estado=Estado.EN_TRAMITE))


@pytest.mark.parametrize("estado", [Estado.POR_TOMAR, Estado.ATENDIDA, Estado.CERRADA])
def test_solo_se_atiende_lo_que_esta_en_tramite(estado: Estado) -> None:
    solicitud = fabricas.solicitud(estado=estado)
    with pytest.raises(acciones.ReglaIncumplida, match="Solo se atiende una solicitud que está en trámite"):
        atender(solicitud)


def test_atender_deja_dicho_lo_hecho_a_la_vista_de_la_entidad() -> None:
    solicitud = fabricas.solicitud(estado=Estado.ATENDIDA)
    hecho = solicitud.actuaciones.get(tipo=Actuacion.Tipo.ATENDIDA)
    assert (hecho.texto, hecho.visible_entidad) == ("Se envió la guía.", True)


@pytest.mark.parametrize("estado", [Estado.POR_TOMAR, Estado.EN_TRAMITE, Estado.CERRADA])
def test_solo_se_cierra_lo_atendido(estado: Estado) -> None:
    solicitud = fabricas.solicitud(estado=estado)
    with pytest.raises(acciones.NoAtendida, match="Primero marque la solicitud como atendida"):
        cerrar(solicitud)


def test_al_cerrar_se_avisa_a_la_entidad(settings: Settings) -> None:
    settings.URL_PUBLICA = "https://asiste.example"
    cerrar(fabricas.solicitud(estado=Estado.ATENDIDA))
    aviso = Mensaje.objects.get(clave__startswith="cierre-AT-2026-1-")
    assert (aviso.para, aviso.asunto) == ("carlos.pena@shd.gov.co", "AT-2026-1: su solicitud quedó cerrada")
    assert aviso.texto.strip() == AVISO.strip()


def test_sin_correo_se_cierra_sin_avisar() -> None:
    solicitud = fabricas.solicitud(canal=Solicitud.Canal.VENTANILLA, solicitante_correo="")
    acciones.tomar_siguiente(asesor=fabricas.funcionario(), ahora=AHORA)
    evidencia(solicitud, fabricas.archivo())
    atender(solicitud)
    assert (cerrar(solicitud).estado, Mensaje.objects.count()) == (Estado.CERRADA, 0)


def test_cerrar_no_mueve_la_fecha_de_atencion() -> None:
    cerrada = cerrar(fabricas.solicitud(estado=Estado.ATENDIDA))
    cerrada.refresh_from_db()
    assert (cerrada.atendida_en, cerrada.cerrada_en) == (AHORA, AHORA + timedelta(days=1))
