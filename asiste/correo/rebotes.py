"""What a bounce says: which addresses failed, why, and which message of ours comes back in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes

from flufl.bounce import all_failures

from asiste.correo.lectura.codificacion import decodificar
from asiste.correo.lectura.direcciones import correo_valido
from asiste.correo.lectura.informes import Fallo, fallos
from asiste.correo.lectura.partes import Parte, abrir, abrir_hijas
from asiste.notificaciones.acciones import anotar_rebote
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import avisar_rebote
from asiste.solicitudes.models import Actuacion, Solicitud

NIVELES = 5
MAXIMO = 20  # addresses, and identifiers, of one bounce
ALCANCE = 1_000_000  # bytes where the headers of what comes back are looked for
_IDENTIFICADOR = re.compile(rb"^[ \t>]*Message-ID:\s*(<[^<>\s]{3,250}>)", re.IGNORECASE | re.MULTILINE)
_MOTIVOS = (
    (r"5\.1\.[12]$|5\.1\.10$", "la dirección no existe"),
    (r"5\.2\.1$", "el buzón está desactivado"),
    (r"[45]\.2\.2$", "el buzón está lleno"),
    (r"[45]\.(?:2\.3|3\.4)$", "el mensaje es más grande de lo que recibe"),
    (r"[45]\.7\.", "su servidor lo rechaza por sus reglas de seguridad"),
    (r"[45]\.[34]\.", "su servidor no responde o no tiene cómo recibirlo"),
)
_DE_LA_DIRECCION = re.compile(r"5\.(?:1\.|2\.1$|0\.)|$")  # what the address has; the rest passes, or is of the message


@dataclass(frozen=True, slots=True)
class Devolucion:
    """A bounce, read."""

    fallos: list[Fallo] = field(default_factory=list)
    identificadores: list[str] = field(default_factory=list)


def leer_devolucion(crudo: bytes) -> Devolucion:
    """The standard report when there is one; failing that, what flufl.bounce knows of each server's own way."""
    raiz = abrir(crudo)
    hallados = [fallo for informe in _informes(raiz) for fallo in fallos(informe)]
    if not hallados:
        siguen, definitivos = all_failures(message_from_bytes(crudo))
        hallados = [Fallo(_correo(uno)) for uno in sorted(definitivos)]
        hallados += [Fallo(_correo(uno), sigue=True) for uno in sorted(siguen - definitivos)]
    unicos = {fallo.correo: fallo for fallo in hallados if fallo.correo}
    devueltos = _IDENTIFICADOR.findall(crudo[raiz.cuerpo : raiz.cuerpo + ALCANCE])[:MAXIMO]
    return Devolucion(list(unicos.values())[:MAXIMO], [uno.decode("ascii", "replace") for uno in devueltos])


def atender_rebote(*, crudo: bytes, propios: set[str], ahora: datetime) -> Solicitud | None:
    """Marks the addresses that fail and tells the case of the message that came back; returns the case.

    Each message of ours goes to one person: when it is known, the address is the one we wrote to, whatever the
    report says, since it may have been sent on. An address of our own mailboxes (`propios`) is never marked.
    """
    devolucion = leer_devolucion(crudo)
    mensaje = Mensaje.objects.filter(message_id__in=devolucion.identificadores).order_by("-id").first()
    caso = _caso_de(mensaje) if mensaje else None
    for fallo in devolucion.fallos[:1] if mensaje else devolucion.fallos:
        correo = mensaje.para.lower() if mensaje else fallo.correo
        if correo in propios:
            continue
        motivo = motivo_de(fallo)
        permanente = not fallo.sigue and bool(_DE_LA_DIRECCION.match(fallo.estado))
        anotar_rebote(correo=correo, motivo=motivo, permanente=permanente, mensaje=mensaje, ahora=ahora)
        if caso and not fallo.sigue:
            avisar_rebote(solicitud=caso, correo=correo, motivo=motivo, ahora=ahora)
    return caso


def motivo_de(fallo: Fallo) -> str:
    """Why, in plain Spanish."""
    if fallo.sigue:
        return "su servidor se demora y se sigue intentando"
    return next((dice for patron, dice in _MOTIVOS if re.match(patron, fallo.estado)), "su servidor no lo recibió")


def _caso_de(mensaje: Mensaje) -> Solicitud | None:
    hechos = Actuacion.objects.filter(mensaje=mensaje).select_related("solicitud__asesor__usuario")
    hecho = hechos.order_by("id").first()
    return hecho.solicitud if hecho else None


def _informes(parte: Parte, nivel: int = 0) -> Iterator[str]:
    if parte.tipo == "message/delivery-status":
        yield decodificar(parte.datos())
    elif parte.tipo.startswith("multipart/") and nivel < NIVELES:
        for hija in abrir_hijas(parte)[0]:
            yield from _informes(hija, nivel + 1)


def _correo(crudo: bytes) -> str:
    return correo_valido(crudo.decode("ascii", "replace"))
