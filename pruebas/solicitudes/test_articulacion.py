"""Several topics, several people: each one answers, and the case is attended when all did."""

import pytest

from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones, permisos
from asiste.solicitudes.models import Solicitud, TemaSolicitud
from pruebas import fabricas
from pruebas.fabricas import AHORA

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("5-articulacion")]
Estado = TemaSolicitud.Estado


@pytest.fixture
def caso() -> Solicitud:
    """On integrity and on digital government, coordinated by Laura Ortiz of the DDDI."""
    temas = [fabricas.tema(), fabricas.tema("gobierno-digital")]
    return fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE, temas=temas)


@pytest.fixture
def colega() -> Funcionario:
    return fabricas.funcionario("stdi", nombre="Jorge Méndez")


def tema(caso: Solicitud, clave: str = "gobierno-digital") -> TemaSolicitud:
    return caso.temas_a_cargo.get(tema__clave=clave)


def atender(caso: Solicitud) -> Solicitud:
    asesor = caso.asesor
    assert asesor is not None
    acciones.responder(solicitud=caso, texto="Va.", autor=asesor.usuario, ahora=AHORA)
    return acciones.atender(solicitud=caso, resumen="Se envió la guía.", autor=asesor.usuario, ahora=AHORA)


def encargar(caso: Solicitud, colega: Funcionario) -> TemaSolicitud:
    return acciones.encargar_tema(tema_solicitud=tema(caso), responsable=colega, autor=fabricas.usuario(), ahora=AHORA)


def test_a_quien_se_le_encarga_un_tema_se_le_cuenta(caso: Solicitud, colega: Funcionario) -> None:
    encargar(caso, colega)
    aviso = Mensaje.objects.get(clave__startswith="encargo-")
    assert (aviso.para, aviso.asunto) == (colega.usuario.email, "AT-2026-1: responde por «Gobierno Digital»")


def test_no_se_atiende_mientras_alguien_deba_su_tema(caso: Solicitud, colega: Funcionario) -> None:
    encargar(caso, colega)
    with pytest.raises(acciones.ReglaIncumplida, match=r"Falta la respuesta sobre: Gobierno Digital \(Jorge Méndez\)"):
        atender(caso)


def test_cuando_todos_responden_se_atiende_y_lo_propio_queda_con_el_resumen(
    caso: Solicitud, colega: Funcionario
) -> None:
    acciones.responder_tema(
        tema_solicitud=encargar(caso, colega), texto="Use la guía 4.", autor=colega.usuario, ahora=AHORA
    )
    atender(caso)
    assert [(una.estado, una.respuesta) for una in (tema(caso), tema(caso, "integridad"))] == [
        (Estado.RESPONDIDO, "Use la guía 4."),
        (Estado.RESPONDIDO, "Se envió la guía."),
    ]


def test_lo_que_responde_un_lider_de_fuera_tambien_se_espera(caso: Solicitud) -> None:
    acciones.encargar_tema(
        tema_solicitud=tema(caso), lider="Consejería Distrital de TIC", autor=fabricas.usuario(), ahora=AHORA
    )
    with pytest.raises(acciones.ReglaIncumplida, match="Consejería Distrital de TIC"):
        atender(caso)


def test_quien_coordina_sabe_que_ya_le_respondieron(caso: Solicitud, colega: Funcionario) -> None:
    acciones.responder_tema(tema_solicitud=encargar(caso, colega), texto="Listo.", autor=colega.usuario, ahora=AHORA)
    asesor = caso.asesor
    assert asesor is not None
    assert Mensaje.objects.get(clave__startswith="tema-respondido-").para == asesor.usuario.email


def test_la_entidad_no_ve_lo_que_se_responden_entre_si(caso: Solicitud, colega: Funcionario) -> None:
    acciones.responder_tema(tema_solicitud=encargar(caso, colega), texto="Interno.", autor=colega.usuario, ahora=AHORA)
    assert list(caso.actuaciones.para_la_entidad().filter(texto__contains="Interno.")) == []


def test_cada_quien_ve_los_temas_que_debe(caso: Solicitud, colega: Funcionario) -> None:
    pendiente = encargar(caso, colega)
    assert list(TemaSolicitud.objects.por_responder([colega.pk])) == [pendiente]
    acciones.responder_tema(tema_solicitud=pendiente, texto="Listo.", autor=colega.usuario, ahora=AHORA)
    assert list(TemaSolicitud.objects.por_responder([colega.pk])) == []


def test_un_tema_es_de_una_persona_o_de_un_lider_y_no_de_los_dos(caso: Solicitud, colega: Funcionario) -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="Elija quién responde"):
        acciones.encargar_tema(
            tema_solicitud=tema(caso), responsable=colega, lider="TIC", autor=fabricas.usuario(), ahora=AHORA
        )


def test_responde_su_responsable_y_por_el_lider_quien_coordina(caso: Solicitud, colega: Funcionario) -> None:
    asesor = caso.asesor
    assert asesor is not None
    de_colega = encargar(caso, colega)
    pueden = [permisos.puede_responder_tema(quien.usuario, de_colega) for quien in (colega, asesor)]
    de_fuera = acciones.encargar_tema(tema_solicitud=de_colega, lider="TIC", autor=colega.usuario, ahora=AHORA)
    pueden += [permisos.puede_responder_tema(quien.usuario, de_fuera) for quien in (colega, asesor)]
    assert pueden == [True, False, False, True]
