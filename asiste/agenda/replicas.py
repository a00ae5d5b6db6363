"""What a calendar answers by mail to an invitation of ours (RFC 5546, 3.2.3, 3.2.7): pure reading."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar, Event, vCalAddress, vDDDTypes

from asiste.agenda.models import Invitado
from asiste.agenda.textos import hora
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.copia.hoja import en_dia

Respuesta = Invitado.Respuesta
METODOS = {"REPLY", "COUNTER", "DECLINECOUNTER"}
RESPUESTAS = {
    "ACCEPTED": Respuesta.ASISTE,
    "TENTATIVE": Respuesta.TAL_VEZ,
    "DECLINED": Respuesta.NO_ASISTE,
    "DELEGATED": Respuesta.NO_ASISTE,
}


class CalendarioIlegible(ReglaIncumplida):
    """The calendar of a mail cannot be understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replica:
    """An answer. Addresses in lower case; `clave` is that of the session; `respuesta` is None for a mere comment.

    `enviada_por` is who answers on behalf of the attendee (SENT-BY), or empty. `sello` is never in the future.
    """

    clave: str
    secuencia: int
    sello: datetime
    asistente: str
    nombre: str
    enviada_por: str
    respuesta: Invitado.Respuesta | None
    comentario: str


def leer_replica(texto: str, *, ahora: datetime) -> Replica:
    """Reads the calendar of a mail. Raises `CalendarioIlegible`, and nothing else, with its reason in Spanish."""
    calendario, evento = _abrir(texto)
    clave = _clave(evento)
    asistente = _asistente(evento)
    estado = str(asistente.params.get("PARTSTAT", "")).upper()
    respuesta = RESPUESTAS.get(estado) if str(calendario.get("method")).upper() == "REPLY" else None
    return Replica(
        clave=clave,
        secuencia=_entero(evento),
        sello=min(_momento(evento, "dtstamp") or ahora, ahora),
        asistente=_correo(asistente),
        nombre=" ".join(str(asistente.params.get("CN", "")).split()),
        enviada_por=_correo(asistente.params.get("SENT-BY", "")),
        respuesta=respuesta,
        comentario=_comentario(evento, asistente, propone=respuesta is None),
    )


def clave_nombrada(texto: str) -> str:
    """Key of the session that a calendar answers to; empty when it cannot be told."""
    try:
        return _clave(_abrir(texto)[1])
    except CalendarioIlegible:
        return ""


def _clave(evento: Event) -> str:
    clave, arroba, sitio = str(evento.get("uid", "")).rpartition("@")
    if not arroba or sitio.lower() != "asiste":
        raise CalendarioIlegible("La respuesta del calendario no dice a qué sesión corresponde.")
    return clave


def _abrir(texto: str) -> tuple[Any, Event]:
    try:
        calendario = Calendar.from_ical(texto)
        eventos = [parte for parte in calendario.walk("VEVENT") if isinstance(parte, Event)]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise CalendarioIlegible("El calendario que trae el mensaje está mal escrito.") from error
    if not eventos:
        raise CalendarioIlegible("El calendario que trae el mensaje no dice de qué sesión es.")
    if str(calendario.get("method", "")).upper() not in METODOS:
        raise CalendarioIlegible("El calendario que trae el mensaje no dice qué responde.")
    return calendario, eventos[0]


def _asistente(evento: Event) -> vCalAddress:
    """The one who answers: a reply has exactly one attendee."""
    quien = evento.get("attendee")
    if isinstance(quien, list):
        quien = quien[0] if quien else None
    if not isinstance(quien, vCalAddress) or not _correo(quien):
        raise CalendarioIlegible("La respuesta del calendario no dice quién responde.")
    return quien


def _correo(valor: object) -> str:
    return str(valor).strip().lower().removeprefix("mailto:")


def _entero(evento: Event) -> int:
    """SEQUENCE, which may be missing when it is zero."""
    try:
        return max(0, int(evento.get("sequence", 0)))
    except (TypeError, ValueError):
        return 0


def _momento(evento: Event, cual: str) -> datetime | None:
    """A moment of the event, with zone; None when it has none that can be read."""
    propiedad = evento.get(cual)
    valor = propiedad.dt if isinstance(propiedad, vDDDTypes) else None
    if not isinstance(valor, datetime):
        return None
    return valor if valor.tzinfo else valor.replace(tzinfo=UTC)


def _comentario(evento: Event, asistente: vCalAddress, *, propone: bool) -> str:
    """What the person wrote (COMMENT, or the parameter of Google) and the other hour it proposes."""
    escrito = evento.get("comment", "")
    if isinstance(escrito, list):
        escrito = " ".join(str(uno) for uno in escrito)
    partes = [str(asistente.params.get("X-RESPONSE-COMMENT", "")), str(escrito)]
    inicia = _momento(evento, "dtstart")
    if propone and inicia:
        partes.insert(0, f"Propone otra hora: {en_dia(inicia)}, {hora(inicia)}")
    delegado = _correo(asistente.params.get("DELEGATED-TO", ""))
    if delegado and not delegado.startswith("["):
        partes.insert(0, f"Delegó en {delegado}.")
    return " ".join(parte.strip() for parte in partes if parte.strip())
