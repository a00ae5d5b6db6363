"""What a reply does to its case when it has ended, is united to another, or only says thanks."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from asiste.correo.cortesia import es_cortesia
from asiste.correo.lectura import leer
from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Actuacion, Solicitud, Vinculo
from pruebas import fabricas
from pruebas.correo.redaccion import caso_de, correo, llega

Estado, Tipo = Solicitud.Estado, Actuacion.Tipo
PIDE = "garincon@shd.gov.co"
PREGUNTA = "Buen día: ¿el formato nuevo también aplica a las localidades?"
ULTIMO_DIA = fabricas.AHORA + timedelta(days=14)  # Thursday 3 December: the tenth business day after the end


@pytest.fixture(autouse=True)
def reloj() -> Iterator[time_machine.Traveller]:
    """Everything ends on Thursday 19 November 2026; a test may move the clock."""
    with time_machine.travel(fabricas.AHORA, tick=False) as viaje:
        yield viaje


@pytest.fixture
def responde(db: None, tmp_path: Path, reloj: time_machine.Traveller) -> Callable[..., MensajeEntrante]:
    """What becomes of a reply that cites a request, when it arrives at a moment."""

    def responder(
        caso: Solicitud, texto: str = PREGUNTA, el: datetime = fabricas.AHORA, de: str = PIDE
    ) -> MensajeEntrante:
        reloj.move_to(el, tick=False)
        recibido = f"from a by b; {el:%a, %d %b %Y %H:%M:%S} -0500"
        crudo = correo(de=de, asunto=f"RE: {caso.radicado}", texto=texto, cabeceras={"Received": recibido})
        return llega(crudo, tmp_path)

    return responder


def terminada(estado: Solicitud.Estado = Estado.CERRADA) -> Solicitud:
    return fabricas.solicitud(estado=estado, solicitante_correo=PIDE)


def tipos(caso: Solicitud) -> list[str]:
    """Types of the last two proceedings."""
    return [hecho.tipo for hecho in caso.actuaciones.en_orden()][-2:]


@pytest.mark.parametrize("el", [fabricas.AHORA, ULTIMO_DIA], ids=["el-mismo-dia", "el-ultimo-dia"])
def test_responder_a_tiempo_reabre_el_caso(responde: Callable[..., MensajeEntrante], el: datetime) -> None:
    caso = terminada()
    mensaje = responde(caso, el=el)
    caso.refresh_from_db()
    assert (mensaje.resultado, mensaje.solicitud) == ("agregado", caso)
    assert (caso.estado, tipos(caso)) == (Estado.EN_TRAMITE, [Tipo.REABIERTA, Tipo.RECIBIDA])


def test_un_colega_de_la_entidad_tambien_lo_reabre(responde: Callable[..., MensajeEntrante]) -> None:
    caso = terminada()
    responde(caso, de="otra.persona@shd.gov.co")
    caso.refresh_from_db()
    assert caso.estado == Estado.EN_TRAMITE


def test_responder_tarde_abre_otra_que_la_continua(responde: Callable[..., MensajeEntrante]) -> None:
    caso = terminada()
    mensaje = responde(caso, el=ULTIMO_DIA + timedelta(days=1))
    caso.refresh_from_db()
    nueva = caso_de(mensaje)
    vinculo = Vinculo.objects.get()
    assert (mensaje.resultado, caso.estado) == ("radicado", Estado.CERRADA)
    assert (vinculo.solicitud, vinculo.otra, vinculo.tipo) == (nueva, caso, Vinculo.Tipo.CONTINUACION)


@pytest.mark.parametrize("estado", [Estado.DESISTIDA, Estado.TRASLADADA])
def test_lo_desistido_y_lo_trasladado_tambien_se_reabren(
    responde: Callable[..., MensajeEntrante], estado: Solicitud.Estado
) -> None:
    caso = terminada(estado)
    caso.refresh_from_db()
    assert caso.cerrada_en is not None
    responde(caso, el=max(fabricas.AHORA, caso.cerrada_en))
    caso.refresh_from_db()
    assert caso.abierta


def test_lo_anulado_no_se_reabre_nunca(responde: Callable[..., MensajeEntrante]) -> None:
    caso = terminada(Estado.ANULADA)
    nueva = caso_de(responde(caso))
    caso.refresh_from_db()
    assert caso.estado == Estado.ANULADA
    assert Vinculo.objects.get().solicitud == nueva


@pytest.mark.parametrize("estado", [Estado.CERRADA, Estado.ANULADA])
def test_las_gracias_solo_se_agregan(responde: Callable[..., MensajeEntrante], estado: Solicitud.Estado) -> None:
    caso = terminada(estado)
    mensaje = responde(caso, "Muchas gracias, recibido.", el=ULTIMO_DIA + timedelta(days=90))
    caso.refresh_from_db()
    assert (mensaje.resultado, mensaje.solicitud, caso.estado) == ("agregado", caso, estado)


def test_las_gracias_no_reanudan_lo_suspendido(responde: Callable[..., MensajeEntrante]) -> None:
    caso = terminada(Estado.SUSPENDIDA)
    responde(caso, "Recibido, gracias.")
    caso.refresh_from_db()
    assert caso.estado == Estado.SUSPENDIDA
    responde(caso, "Va el acto que faltaba.")
    caso.refresh_from_db()
    assert caso.estado == Estado.EN_TRAMITE


def test_un_extrano_no_reabre_ni_se_enlaza(responde: Callable[..., MensajeEntrante]) -> None:
    caso = terminada()
    mensaje = responde(caso, de="curioso@gmail.com")
    caso.refresh_from_db()
    assert (mensaje.resultado, caso.estado, Vinculo.objects.count()) == ("radicado", Estado.CERRADA, 0)


def test_lo_que_se_escribe_en_una_unida_va_a_la_principal(responde: Callable[..., MensajeEntrante]) -> None:
    unida = terminada(Estado.FUSIONADA)
    unida.refresh_from_db()
    mensaje = responde(unida)
    assert (mensaje.resultado, mensaje.solicitud) == ("agregado", unida.principal)


def test_si_la_principal_termino_se_reabre_ella(responde: Callable[..., MensajeEntrante]) -> None:
    unida = terminada(Estado.FUSIONADA)
    unida.refresh_from_db()
    principal = unida.principal
    assert principal is not None
    fabricas._llevar(principal, Estado.CERRADA, None, fabricas.AHORA)
    responde(unida)
    principal.refresh_from_db()
    assert principal.estado == Estado.EN_TRAMITE


def test_reabrir_por_correo_no_le_escribe_a_la_entidad(responde: Callable[..., MensajeEntrante]) -> None:
    caso = terminada()
    antes = set(Mensaje.objects.values_list("pk", flat=True))
    responde(caso)
    assert caso.asesor is not None
    nuevos = Mensaje.objects.exclude(pk__in=antes)
    assert [mensaje.para for mensaje in nuevos] == [caso.asesor.usuario.email]


@pytest.mark.parametrize(
    "texto",
    [
        "Gracias",
        "Buenos días,\n\nMuchas gracias por la respuesta.\n\nCordialmente,\nGermán Rincón\nProfesional",
        "Recibido. Quedamos atentos.",
        "Acuso recibo.",
        "Perfecto, mil gracias. Feliz tarde.",
    ],
)
def test_es_cortesia(texto: str) -> None:
    assert es_cortesia(leer(correo(texto=texto)))


@pytest.mark.parametrize(
    "texto",
    [
        "Gracias. ¿Y las localidades?",
        "Gracias, pero el anexo está dañado.",
        "Recibido. Solicitamos además una mesa de trabajo.",
        "No hemos recibido la guía.",
        "Agradecemos enviar el acta.",
        "Agradecería una reunión.",
        "Va el acto que hacía falta.",
        "Gracias. " + "El comité se reunió y decidió lo siguiente. " * 10,
    ],
)
def test_no_es_cortesia_lo_que_dice_algo_mas(texto: str) -> None:
    assert not es_cortesia(leer(correo(texto=texto)))


def test_no_es_cortesia_lo_que_trae_un_archivo() -> None:
    assert not es_cortesia(leer(correo(texto="Gracias", anexos=[("acta.pdf", b"%PDF-1.7")])))
