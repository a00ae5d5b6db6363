"""Mails written for a test, and the command that imports them."""

from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from io import StringIO
from itertools import count
from pathlib import Path
from types import MappingProxyType

from django.core.management import call_command

from asiste.correo.models import MensajeEntrante
from asiste.solicitudes.models import Solicitud

BUZON = "mipgdistrito@alcaldiabogota.gov.co"
_numero = count(1)


def correo(
    *,
    de: str = "Ana Ruiz <ana.ruiz@shd.gov.co>",
    buzon: str = BUZON,
    asunto: str = "Apoyo con el plan de acción",
    texto: str = "Buen día: pedimos una asesoría.",
    identificador: str = "",
    responde_a: str = "",
    anexos: Sequence[tuple[str, bytes]] = (),
    cabeceras: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """A raw mail from Hacienda to the DDDI, unlike any other; `cabeceras` win, and empty ones go."""
    mensaje = EmailMessage()
    propias = {
        "Delivered-To": buzon,
        "Received": "from smtp.shd.gov.co by mx.alcaldiabogota.gov.co; Tue, 17 Nov 2026 10:00:00 -0500",
        "From": de,
        "To": buzon,
        "Subject": asunto,
        "Message-ID": identificador or f"<{next(_numero)}@prueba.example>",
        "In-Reply-To": responde_a,
    }
    for nombre, valor in (propias | dict(cabeceras)).items():
        if valor:
            mensaje[nombre] = valor
    mensaje.set_content(texto)
    for nombre, contenido in anexos:
        mensaje.add_attachment(contenido, maintype="application", subtype="octet-stream", filename=nombre)
    return mensaje.as_bytes()


def escribir(carpeta: Path, *crudos: bytes) -> Path:
    """Leaves each mail in a file of the folder, numbered, and returns the folder."""
    carpeta.mkdir(parents=True, exist_ok=True)
    for numero, crudo in enumerate(crudos, start=1):
        (carpeta / f"{numero:03}.eml").write_bytes(crudo)
    return carpeta


def importar(*rutas: Path, buzon: str = "") -> list[list[str]]:
    """Runs `asiste correo importar` and returns its lines, split by tabs; the last one is the summary."""
    salida = StringIO()
    opciones = ["--buzon", buzon] if buzon else []
    call_command("correo", "importar", *map(str, rutas), *opciones, stdout=salida)
    return [linea.split("\t") for linea in salida.getvalue().splitlines()]


def resultados(*rutas: Path) -> list[str]:
    """What each message became."""
    return [linea[1] for linea in importar(*rutas)[:-1]]


def llega(crudo: bytes, carpeta: Path) -> MensajeEntrante:
    """Imports one mail and returns what is kept of it."""
    archivo = carpeta / f"llega-{next(_numero)}.eml"
    archivo.write_bytes(crudo)
    importar(archivo)
    return MensajeEntrante.objects.select_related("solicitud", "buzon").get(nombre=archivo.name)


def caso_de(mensaje: MensajeEntrante) -> Solicitud:
    """The request of a message, which has to have one."""
    assert mensaje.solicitud is not None
    return mensaje.solicitud
