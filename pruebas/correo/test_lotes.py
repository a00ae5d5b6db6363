"""What depends on each other inside a lot, which is filed together."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste.correo.acciones import mensajes
from asiste.correo.clasificacion import Clasificacion, clasificar
from asiste.correo.lectura import MensajeLeido
from asiste.correo.lotes import LOTE, MAXIMO, en_lotes
from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.acciones import TOPE_DIARIO
from asiste.notificaciones.models import Mensaje, Rebote
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas, fabricas_agenda
from pruebas.agenda.replicas import correo_con, replica
from pruebas.correo.redaccion import correo, escribir, importar
from pruebas.fabricas import BOGOTA

pytestmark = pytest.mark.django_db
Importa = Callable[..., list[list[str]]]
QUIEN = "ana.ruiz@shd.gov.co"


@pytest.fixture
def juntos(tmp_path: Path) -> Importa:
    """Imports some mails as one lot and returns the result and the detail of each."""
    return lambda *crudos: [linea[1:] for linea in importar(escribir(tmp_path, *crudos))[:-1]]


def radicado(numero: int) -> str:
    """The number of this year."""
    return f"AT-{datetime.now(BOGOTA).year}-{numero}"


def a_las(hora: int) -> bytes:
    """A mail that the first server got at that hour of a Tuesday."""
    return correo(cabeceras={"Received": f"from a by b; Tue, 17 Nov 2026 {hora}:00:00 -0500"})


def test_lo_que_responde_a_uno_del_mismo_lote_va_a_su_caso(juntos: Importa) -> None:
    hilo = [
        correo(identificador="<1@shd.gov.co>"),
        correo(asunto="Aparte"),
        correo(identificador="<2@shd.gov.co>", responde_a="<1@shd.gov.co>", texto="Falta decir algo."),
        correo(responde_a="<2@shd.gov.co>", texto="Y otra cosa."),
    ]
    assert juntos(*hilo) == [
        ["radicado", radicado(1)],
        ["radicado", radicado(2)],
        ["agregado", radicado(1)],
        ["agregado", radicado(1)],
    ]
    hechos = Actuacion.objects.filter(solicitud__numero=1, tipo="recibida").order_by("id")
    assert [hecho.texto for hecho in hechos] == ["Falta decir algo.", "Y otra cosa."]


def test_lo_que_cita_el_numero_de_uno_del_mismo_lote_va_a_su_caso(juntos: Importa) -> None:
    citado = correo(asunto=f"Sobre {radicado(1)}", texto="¿Cómo va?")
    assert juntos(correo(), citado, correo()) == [
        ["radicado", radicado(1)],
        ["agregado", radicado(1)],
        ["radicado", radicado(2)],
    ]


def test_el_mismo_mensaje_dos_veces_en_un_lote_es_una_solicitud(juntos: Importa) -> None:
    copia = correo(identificador="<1@shd.gov.co>")
    assert juntos(copia, correo(asunto="Aparte"), b"X-Copia: 2\n" + copia) == [
        ["radicado", radicado(1)],
        ["radicado", radicado(2)],
        ["duplicado", radicado(1)],
    ]


def test_el_que_no_se_puede_radicar_no_detiene_al_lote_ni_deja_hueco(juntos: Importa) -> None:
    antiguo = correo(cabeceras={"Received": "from a by b; Thu, 01 Jul 2004 10:00:00 -0500"})
    assert juntos(correo(), antiguo, correo()) == [
        ["radicado", radicado(1)],
        ["cuarentena", "El calendario no tiene los festivos de 2004."],
        ["radicado", radicado(2)],
    ]
    assert MensajeEntrante.objects.get(resultado="cuarentena").de_correo == QUIEN


@pytest.mark.disposicion("5-fifo")
def test_cada_acuse_dice_el_lugar_por_orden_de_llegada(juntos: Importa) -> None:
    fabricas.solicitud(recibida_en=datetime(2026, 11, 17, 9, tzinfo=BOGOTA), ahora=fabricas.AHORA)
    juntos(a_las(12), a_las(10), a_las(11))
    acuses = Mensaje.objects.filter(para=QUIEN).order_by("id").values_list("texto", flat=True)
    assert [texto.partition("Lugar en la fila: ")[2][:1] for texto in acuses] == ["4", "2", "3"]


def test_el_tope_de_un_dia_cuenta_dentro_del_lote(juntos: Importa) -> None:
    juntos(*(correo(asunto=f"Solicitud {numero}") for numero in range(TOPE_DIARIO + 1)))
    estados = list(Mensaje.objects.filter(para=QUIEN).order_by("id").values_list("estado", flat=True))
    assert estados == ["pendiente"] * TOPE_DIARIO + ["tope"]


def rebote() -> bytes:
    """A server tells that a mail to `QUIEN` did not arrive."""
    informe = f"Final-Recipient: rfc822; {QUIEN}\nAction: failed\nStatus: 5.1.1\n"
    return (
        "From: mailer-daemon@shd.gov.co\nSubject: Undeliverable\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\n\n'
        f"--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; shd.gov.co\n\n{informe}\n--x--\n"
    ).encode()


@pytest.mark.parametrize(("orden", "marcada"), [(1, False), (-1, True)])
def test_escribir_despues_de_un_rebote_lo_quita_y_antes_no(juntos: Importa, orden: int, marcada: bool) -> None:
    juntos(*[rebote(), correo()][::orden])
    assert Rebote.objects.filter(correo=QUIEN).exists() == marcada


def test_dos_respuestas_reanudan_o_reabren_una_sola_vez(juntos: Importa) -> None:
    ahora = datetime.now(BOGOTA)
    espera = fabricas.solicitud(estado=Solicitud.Estado.SUSPENDIDA, solicitante_correo=QUIEN, ahora=ahora)
    cerrada = fabricas.solicitud(estado=Solicitud.Estado.CERRADA, solicitante_correo=QUIEN, ahora=ahora)
    juntos(
        *(
            correo(asunto=caso.radicado, texto=f"Falta el acto {numero}.")
            for numero in (1, 2)
            for caso in (espera, cerrada)
        )
    )
    hechos = Actuacion.objects.filter(tipo__in=["reanudada", "reabierta", "recibida"]).order_by("solicitud", "id")
    assert list(hechos.values_list("solicitud", "tipo")) == [
        (espera.pk, "reanudada"),
        (espera.pk, "recibida"),
        (espera.pk, "recibida"),
        (cerrada.pk, "reabierta"),
        (cerrada.pk, "recibida"),
        (cerrada.pk, "recibida"),
    ]


def test_un_lote_cuesta_las_mismas_consultas_con_mas_mensajes(juntos: Importa) -> None:
    cuantas = []
    for tanda in ("a", "b"):
        crudos = [correo(asunto=f"{tanda}{numero}") for numero in range(5 if tanda == "a" else 40)]
        with CaptureQueriesContext(connection) as consultas:
            juntos(*crudos)
        cuantas.append(len(consultas))
    assert cuantas[1] <= cuantas[0]


def test_las_sesiones_que_se_responden_se_bloquean_por_orden_y_antes_que_los_casos(juntos: Importa) -> None:
    ahora = datetime.now(BOGOTA)
    primera, segunda = (fabricas_agenda.sesion(inicia=ahora + timedelta(days=dias)) for dias in (1, 2))
    for una in (primera, segunda):
        fabricas_agenda.invitado(una)
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE, solicitante_correo=QUIEN, ahora=ahora)
    with CaptureQueriesContext(connection) as consultas:
        salio = juntos(
            correo(asunto=caso.radicado),
            *(correo_con(replica(una, sello=ahora - timedelta(hours=1))) for una in (segunda, primera)),
        )
    bloqueos = [hecha["sql"] for hecha in consultas if "FOR UPDATE" in hecha["sql"]]
    de_sesiones = [numero for numero, sql in enumerate(bloqueos) if 'FROM "agenda_sesion"' in sql]
    de_casos = [numero for numero, sql in enumerate(bloqueos) if 'FROM "solicitudes_solicitud"' in sql]
    assert [resultado for resultado, _ in salio] == ["agregado", "calendario", "calendario"]
    assert de_sesiones[0] < de_casos[0]
    assert all(una.clave in bloqueos[de_sesiones[0]] for una in (primera, segunda))
    assert 'ORDER BY "agenda_sesion"."id" ASC' in bloqueos[de_sesiones[0]]


def test_el_que_no_se_puede_clasificar_no_detiene_a_los_demas(juntos: Importa, monkeypatch: pytest.MonkeyPatch) -> None:
    def fallar(mensaje: MensajeLeido, *, correos_propios: Collection[str]) -> Clasificacion:
        if mensaje.asunto == "Raro":
            raise RecursionError
        return clasificar(mensaje, correos_propios=correos_propios)

    monkeypatch.setattr(mensajes, "clasificar", fallar)
    assert juntos(correo(), correo(asunto="Raro"), correo()) == [
        ["radicado", radicado(1)],
        ["cuarentena", "Falló al procesarlo: lo revisa una persona."],
        ["radicado", radicado(2)],
    ]
    assert MensajeEntrante.objects.get(resultado="cuarentena").asunto == "Raro"


def test_los_lotes_tienen_un_limite_de_mensajes_y_de_peso() -> None:
    assert [len(lote) for lote in en_lotes(range(2 * LOTE + 1), lambda _: 1)] == [LOTE, LOTE, 1]
    assert list(en_lotes([1, MAXIMO, 2, 3], int)) == [[1, MAXIMO], [2, 3]]
