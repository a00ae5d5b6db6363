"""What bounces marks its address, tells the case, and is forgotten when somebody writes from there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from asiste.correo.models import MensajeEntrante
from asiste.correo.rebotes import leer_devolucion, motivo_de
from asiste.notificaciones.models import Mensaje, Rebote
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas
from pruebas.correo.conftest import MENSAJES
from pruebas.correo.redaccion import BUZON, correo, llega

pytestmark = pytest.mark.django_db
Llega = Callable[[bytes], MensajeEntrante]
PIDE = "garincon@shd.gov.co"
ESTANDAR = """Final-Recipient: rfc822; {para}
Action: {accion}
Status: {estado}
"""


@pytest.fixture
def entra(tmp_path: Path) -> Llega:
    """Imports a mail and returns what is kept of it."""
    return lambda crudo: llega(crudo, tmp_path)


@pytest.fixture
def caso() -> Solicitud:
    """A case of Hacienda in the hands of an adviser."""
    return fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE, solicitante_correo=PIDE)


def acuse_de(caso: Solicitud) -> Mensaje:
    return Mensaje.objects.get(clave=f"acuse-{caso.radicado}")


def rebote(devuelto: str = "", *, para: str = PIDE, accion: str = "failed", estado: str = "5.1.1") -> bytes:
    """A report of RFC 3464 with the headers of the message that comes back."""
    informe = ESTANDAR.format(para=para, accion=accion, estado=estado)
    partes = {
        "text/plain": "No llegó.",
        "message/delivery-status": f"Reporting-MTA: dns; mx1\r\n\r\n{informe}",
        "text/rfc822-headers": f"To: {para}\r\nMessage-ID: {devuelto or '<ajeno@x.co>'}",
    }
    cuerpo = "".join(f"--x\r\nContent-Type: {tipo}\r\n\r\n{texto}\r\n" for tipo, texto in partes.items())
    return (
        f"Return-Path: <>\r\nDelivered-To: {BUZON}\r\nFrom: MAILER-DAEMON@mx1.co\r\nMessage-ID: <rebote@mx1.co>\r\n"
        "Subject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n"
        f"{cuerpo}--x--\r\n"
    ).encode()


def a_su_modo(devuelto: str) -> bytes:
    """As qmail does, that follows no standard."""
    return (
        f"Return-Path: <>\r\nDelivered-To: {BUZON}\r\nFrom: MAILER-DAEMON@mx.shd.gov.co\r\nMessage-ID: <q@mx.co>\r\n"
        "Subject: failure notice\r\n\r\nHi. This is the qmail-send program at mx.shd.gov.co.\r\n"
        "I'm afraid I wasn't able to deliver your message to the following addresses.\r\n\r\n"
        f"<{PIDE}>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n"
        f"--- Below this line is a copy of the message.\r\n\r\nMessage-ID: {devuelto}\r\nTo: {PIDE}\r\n\r\nHola\r\n"
    ).encode()


def test_marca_la_direccion_y_le_cuenta_al_caso_y_a_su_asesor(entra: Llega, caso: Solicitud) -> None:
    acuse = acuse_de(caso)
    mensaje = entra(rebote(acuse.message_id))
    marca = Rebote.objects.get()
    assert (marca.correo, marca.motivo, marca.permanente, marca.mensaje) == (
        PIDE,
        "la dirección no existe",
        True,
        acuse,
    )
    assert (mensaje.resultado, mensaje.solicitud) == ("rebote", caso)
    hecho = Actuacion.objects.get(tipo="rebote")
    assert (hecho.texto, hecho.visible_entidad) == (
        f"El correo a {PIDE} no se pudo entregar: la dirección no existe.",
        False,
    )
    assert caso.asesor is not None
    avisado = Mensaje.objects.get(clave=f"rebote-{hecho.pk}")
    assert (avisado.para, avisado.asunto) == (
        caso.asesor.usuario.email,
        f"{caso.radicado}: no se pudo entregar el correo a {PIDE}",
    )


def test_tambien_lee_los_que_no_siguen_la_norma(entra: Llega, caso: Solicitud) -> None:
    entra(a_su_modo(acuse_de(caso).message_id))
    assert list(Rebote.objects.values_list("correo", "permanente")) == [(PIDE, True)]
    assert Actuacion.objects.filter(tipo="rebote", solicitud=caso).count() == 1


def test_marca_a_quien_le_escribimos_aunque_su_servidor_lo_reenviara(entra: Llega, caso: Solicitud) -> None:
    entra(rebote(acuse_de(caso).message_id, para="buzon-interno@otra.co"))
    assert Rebote.objects.get().correo == PIDE


def test_el_que_no_es_de_un_mensaje_nuestro_solo_marca(entra: Llega, caso: Solicitud) -> None:
    assert entra(rebote()).solicitud is None
    assert Rebote.objects.get().mensaje is None
    assert not Actuacion.objects.filter(tipo="rebote").exists()


def test_nadie_marca_nuestros_buzones_con_un_rebote_inventado(entra: Llega) -> None:
    entra(rebote(para=BUZON))
    assert not Rebote.objects.exists()


def test_el_rebote_no_se_contesta(entra: Llega, caso: Solicitud) -> None:
    antes = set(Mensaje.objects.values_list("para", flat=True))
    entra(rebote(acuse_de(caso).message_id))
    assert caso.asesor is not None
    assert set(Mensaje.objects.values_list("para", flat=True)) - antes == {caso.asesor.usuario.email}


def test_lo_que_apenas_se_demora_marca_y_no_alarma_al_caso(entra: Llega, caso: Solicitud) -> None:
    entra(rebote(acuse_de(caso).message_id, accion="delayed", estado="4.4.1"))
    assert Rebote.objects.get().permanente is False
    assert not Actuacion.objects.filter(tipo="rebote").exists()


def test_otro_rebote_conserva_desde_cuando(entra: Llega, caso: Solicitud) -> None:
    entra(rebote(acuse_de(caso).message_id, estado="4.2.2"))
    desde = Rebote.objects.get().desde
    entra(rebote(acuse_de(caso).message_id))
    marca = Rebote.objects.get()
    assert (marca.desde, marca.motivo, marca.ultimo_en > desde) == (desde, "la dirección no existe", True)


def test_escribir_desde_esa_direccion_borra_la_marca(entra: Llega, caso: Solicitud) -> None:
    entra(rebote(acuse_de(caso).message_id))
    entra(correo(de=PIDE.upper(), asunto="Otra cosa"))
    assert not Rebote.objects.exists()


@pytest.mark.parametrize(
    ("estado", "motivo"),
    [
        ("5.1.1", "la dirección no existe"),
        ("5.2.2", "el buzón está lleno"),
        ("4.2.2", "el buzón está lleno"),
        ("5.3.4", "el mensaje es más grande de lo que recibe"),
        ("5.7.1", "su servidor lo rechaza por sus reglas de seguridad"),
        ("5.4.4", "su servidor no responde o no tiene cómo recibirlo"),
        ("5.9.9", "su servidor no lo recibió"),
    ],
)
def test_el_motivo_va_en_palabras(estado: str, motivo: str) -> None:
    (fallo,) = leer_devolucion(rebote(estado=estado)).fallos
    assert motivo_de(fallo) == motivo


def test_el_rebote_de_la_muestra_dice_que_devuelve() -> None:
    devolucion = leer_devolucion((MENSAJES / "034-rebote-dsn.eml").read_bytes())
    assert [fallo.correo for fallo in devolucion.fallos] == ["ccardenasm@participacionbogota.gov.co"]
    assert devolucion.identificadores == ["<convocatoria-4471@asistencia.alcaldiabogota.gov.co>"]
