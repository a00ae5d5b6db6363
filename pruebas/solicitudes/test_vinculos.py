"""Requests related, united in one, separated again, and divided in two."""

from datetime import date
from threading import Event

import pytest
from django.db import transaction

from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.acciones.base import bloquear
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud, Vinculo
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez, esperar_a_que_alguien_espere
from pruebas.fabricas import AHORA

Estado, Tipo = Solicitud.Estado, Actuacion.Tipo


def unir(una: Solicitud, principal: Solicitud) -> Solicitud:
    return acciones.fusionar(
        solicitud=una, principal=principal, motivo="Es la misma.", autor=fabricas.usuario(), ahora=AHORA
    )


def _se_une(una: Solicitud, principal: Solicitud) -> bool:
    try:
        unir(una, principal)
    except acciones.ReglaIncumplida:
        return False
    return True


@pytest.fixture
def par(db: None) -> tuple[Solicitud, Solicitud]:
    """The main one, being worked on, and another that waits."""
    return fabricas.solicitud(estado=Estado.EN_TRAMITE), fabricas.solicitud()


def test_lo_que_la_entidad_escriba_en_la_unida_llega_a_la_principal(par: tuple[Solicitud, Solicitud]) -> None:
    principal, otra = par
    unida = unir(otra, principal)
    acciones.agregar_mensaje(solicitud=unida, de_nombre="Carlos", texto="¿Cómo va?", ahora=AHORA)
    assert [
        principal.actuaciones.filter(tipo=Tipo.RECIBIDA).count(),
        unida.actuaciones.filter(tipo=Tipo.RECIBIDA).count(),
    ] == [1, 0]


def test_al_atender_y_cerrar_la_principal_quedan_atendidas_y_avisadas_las_dos(par: tuple[Solicitud, Solicitud]) -> None:
    principal, otra = par
    unir(otra, principal)
    asesor = principal.asesor
    assert asesor is not None
    acciones.responder(solicitud=principal, texto="Va.", autor=asesor.usuario, ahora=AHORA)
    atendida = acciones.atender(solicitud=principal, resumen="Se envió.", autor=asesor.usuario, ahora=AHORA)
    acciones.cerrar(solicitud=atendida, autor=asesor.usuario, ahora=AHORA)
    otra.refresh_from_db()
    assert (otra.estado, otra.atendida_en) == (Estado.FUSIONADA, AHORA)
    assert Mensaje.objects.filter(asunto__endswith="su solicitud quedó cerrada").count() == 2


def test_separar_devuelve_el_caso_como_estaba(par: tuple[Solicitud, Solicitud]) -> None:
    principal, otra = par
    separada = acciones.separar(
        solicitud=unir(otra, principal), motivo="Son distintas.", autor=fabricas.usuario(), ahora=AHORA
    )
    assert (separada.estado, separada.principal, separada.cerrada_en, separada.vence_el) == (
        Estado.POR_TOMAR,
        None,
        None,
        date(2026, 12, 3),
    )


def test_lo_que_estaba_en_tramite_vuelve_a_tramite_al_separarse(par: tuple[Solicitud, Solicitud]) -> None:
    principal, otra = par
    unir(principal, otra)
    principal.refresh_from_db()
    separada = acciones.separar(solicitud=principal, motivo="No era.", autor=fabricas.usuario(), ahora=AHORA)
    assert separada.estado == Estado.EN_TRAMITE


def test_las_unidas_a_una_que_se_une_pasan_a_la_nueva_principal(par: tuple[Solicitud, Solicitud]) -> None:
    principal, otra = par
    tercera = fabricas.solicitud()
    unir(tercera, otra)
    otra.refresh_from_db()
    unir(otra, principal)
    tercera.refresh_from_db()
    assert tercera.principal == principal


def test_la_principal_no_termina_sin_separar_antes_a_las_demas(par: tuple[Solicitud, Solicitud]) -> None:
    principal, otra = par
    unir(otra, principal)
    with pytest.raises(acciones.ReglaIncumplida, match=f"Con esta se atiende {otra}: sepárela antes"):
        acciones.anular(solicitud=principal, motivo="Error.", autor=fabricas.usuario(), ahora=AHORA)


@pytest.mark.django_db
def test_una_solicitud_no_se_une_a_si_misma() -> None:
    solicitud = fabricas.solicitud()
    with pytest.raises(acciones.ReglaIncumplida, match="Elija otra solicitud"):
        unir(solicitud, solicitud)


@pytest.mark.django_db
def test_solo_se_unen_las_abiertas() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="Solo se unen"):
        unir(fabricas.solicitud(), fabricas.solicitud(estado=Estado.CERRADA))


def test_dos_personas_que_unen_en_sentido_contrario_no_se_bloquean(base_real: str) -> None:
    una, otra = fabricas.solicitud(), fabricas.solicitud()
    logradas = a_la_vez([lambda: _se_une(una, otra), lambda: _se_une(otra, una)])
    assert (sorted(logradas), Solicitud.objects.filter(estado=Estado.FUSIONADA).count()) == ([False, True], 1)


@pytest.mark.parametrize("como", ["correo", "web"])
def test_escribir_en_la_unida_no_se_traba_con_quien_bloquea_las_dos(base_real: str, como: str) -> None:
    principal, otra, hecho = fabricas.solicitud(estado=Estado.EN_TRAMITE), fabricas.solicitud(), Event()
    unida, autor = unir(otra, principal), fabricas.usuario()

    def primero() -> None:
        with transaction.atomic():
            bloquear(principal)
            hecho.set()
            esperar_a_que_alguien_espere()
            bloquear(unida)

    def despues() -> None:
        hecho.wait(timeout=30)
        if como == "correo":
            acciones.agregar_mensaje(solicitud=unida, de_nombre="Carlos", texto="¿Cómo va?", ahora=AHORA)
        else:
            acciones.escribir_de_nuevo(solicitud=unida, texto="¿Cómo va?", autor=autor, ahora=AHORA)

    a_la_vez([primero, despues])
    assert principal.actuaciones.filter(tipo=Tipo.RECIBIDA).count() == 1


def test_relacionar_se_ve_desde_las_dos(par: tuple[Solicitud, Solicitud]) -> None:
    una, otra = par
    acciones.vincular(solicitud=una, otra=otra, ahora=AHORA)
    assert [caso.actuaciones.get(tipo=Tipo.VINCULADA).otra for caso in par] == [otra, una]
    with pytest.raises(acciones.ReglaIncumplida, match="ya están relacionadas"):
        acciones.vincular(solicitud=otra, otra=una, ahora=AHORA)


@pytest.mark.django_db
@pytest.mark.disposicion("5-articulacion")
def test_dividir_da_otro_numero_con_la_misma_llegada_y_los_mismos_archivos() -> None:
    temas = [fabricas.tema(), fabricas.tema("control-interno")]
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE, temas=temas, anexos=[fabricas.archivo()])
    nueva = acciones.dividir(
        solicitud=solicitud,
        asunto="Líneas de defensa",
        texto="Solo lo de control interno.",
        temas=[temas[1].pk],
        autor=fabricas.usuario(),
        ahora=AHORA,
    )
    assert (nueva.radicado, nueva.recibida_en, nueva.vence_el, nueva.anexos.count()) == (
        "AT-2026-2",
        solicitud.recibida_en,
        solicitud.vence_el,
        1,
    )
    assert [list(caso.temas.values_list("clave", flat=True)) for caso in (solicitud, nueva)] == [
        ["integridad"],
        ["control-interno"],
    ]
    assert Vinculo.objects.get(solicitud=nueva).otra == solicitud


@pytest.mark.django_db
def test_dividir_deja_al_menos_un_tema_en_cada_una() -> None:
    solicitud = fabricas.solicitud()
    todos = list(TemaSolicitud.objects.filter(solicitud=solicitud).values_list("tema_id", flat=True))
    with pytest.raises(acciones.ReglaIncumplida, match="deje al menos uno aquí"):
        acciones.dividir(
            solicitud=solicitud, asunto="Otra", texto="x", temas=todos, autor=fabricas.usuario(), ahora=AHORA
        )
