"""Mails of the demo city that ask a person to look: unknown senders and the quarantine."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from asiste.correo.acciones import recibir
from asiste.notificaciones.models import Mensaje

BUZON = "mipgdistrito@alcaldiabogota.gov.co"
VENTANILLA = "ventanillaelectronica@alcaldiabogota.gov.co"


def dar_por_enviados(ahora: datetime) -> None:
    """What was written until now stays as sent, and never goes out: the addresses are those of real entities."""
    Mensaje.objects.filter(estado=Mensaje.Estado.PENDIENTE).update(estado=Mensaje.Estado.ENVIADO, enviado_en=ahora)


def llegan_por_correo(*, ahora: datetime) -> int:
    """Brings in a handful of raw mails by the ordinary way and returns how many."""
    mensajes = [
        (
            "Rosalba Pinzón",
            "rosalba.pinzon@correo.example",
            VENTANILLA,
            "Libros de actas de la junta del barrio",
            "Tenemos los libros de actas de la junta desde 1962 y se están dañando. ¿Cómo los conservamos?",
        ),
        (
            "Oficina de Planeación IDPAC",
            "planeacion@idpac.example",
            BUZON,
            "Apoyo al comité sectorial",
            "Pedimos apoyo para el comité sectorial.\n\nInstituto Distrital de la Participación y Acción Comunal",
        ),
        (
            "Annika Lindqvist",
            "annika@goteborg.example",
            "ddri@alcaldiabogota.gov.co",
            "City-to-city cooperation",
            "We would like a first call on river restoration with your office in May.",
        ),
        (
            "Mesa de Ayuda soporte@alcaldiabogota.gov.co",
            "avisos@buzon-seguro.example",
            BUZON,
            "Su buzón será suspendido hoy",
            "Debe validar su usuario y contraseña en el siguiente enlace.",
        ),
    ]
    for numero, (nombre, correo, buzon, asunto, texto) in enumerate(mensajes):
        llegada = ahora - timedelta(hours=3 * numero + 1)
        recibir(crudo=_crudo(nombre, correo, buzon, asunto, texto, llegada), nombre=f"demo-{numero}.eml", ahora=ahora)
    return len(mensajes)


def _crudo(nombre: str, correo: str, buzon: str, asunto: str, texto: str, llegada: datetime) -> bytes:
    mensaje = EmailMessage()
    mensaje["Received"] = f"from mx.example by mx.alcaldiabogota.gov.co; {format_datetime(llegada)}"
    mensaje["Delivered-To"] = buzon
    mensaje["From"] = f'"{nombre}" <{correo}>'
    mensaje["To"] = buzon
    mensaje["Subject"] = asunto
    mensaje["Date"] = format_datetime(llegada)
    mensaje["Message-ID"] = f"<demo-{int(llegada.timestamp())}@{correo.partition('@')[2]}>"
    mensaje.set_content(texto)
    return mensaje.as_bytes()
