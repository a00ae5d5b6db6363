"""What a raw message becomes once read. Every text is safe to store: no NUL, no surrogate, no control character."""

from dataclasses import dataclass
from datetime import datetime


class MensajeIlegible(Exception):
    """The message has no usable sender or no content at all; `motivo` says it in plain Spanish."""

    def __init__(self, motivo: str) -> None:
        """Keep the reason, which is shown to the person who looks at the quarantine."""
        super().__init__(motivo)
        self.motivo = motivo


@dataclass(frozen=True, slots=True)
class Remitente:
    """Who wrote something: decoded display name (may be empty) and lower-case address."""

    nombre: str
    correo: str


@dataclass(frozen=True, slots=True)
class Autenticacion:
    """What our own server concluded (`pass`, `fail`, `softfail`, `none`…); empty when it said nothing."""

    spf: str = ""
    dkim: str = ""
    dmarc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjunto:
    """A file that came with the message, or a picture that is part of its text (`en_linea`).

    `nombre` is what the sender wrote, decoded: it may be empty or hostile. `nombre_seguro` is never a path, never
    empty, at most 180 bytes and unique within the message. `contenido` is decoded bytes. `incompleto` says that the
    message ended before it did; `firma` that it is an S/MIME or PGP signature, which nobody has verified.
    """

    nombre: str
    nombre_seguro: str
    contenido: bytes
    tipo_declarado: str
    en_linea: bool = False
    incompleto: bool = False
    firma: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MensajeLeido:
    """A message in the words of the domain.

    Addresses are lower case. `recibido_en` is aware, from the top Received header, never from Date. `texto` is all
    that can be read, quoted thread included; `texto_nuevo` leaves the quoted thread of a reply out, not that of a
    forward. `avisos` are plain Spanish sentences for who opens the case. `cifrado`: the content is sealed and nobody
    here can open it. `calendario` is the text of its text/calendar part, `calendario_metodo` what that does.
    `de_lista`: it has any List-… header; `pide_silencio`: it asks machines not to answer.
    `return_path` is None when unknown and empty for the null sender of a bounce.
    """

    message_id: str
    in_reply_to: str
    referencias: tuple[str, ...]
    de_correo: str
    de_nombre: str
    responder_a: str
    para: tuple[str, ...]
    entregado_a: str
    asunto: str
    recibido_en: datetime | None
    texto: str
    texto_nuevo: str
    adjuntos: tuple[Adjunto, ...]
    avisos: tuple[str, ...]
    cifrado: bool
    calendario_metodo: str | None
    calendario: str
    auto_submitted: str
    precedence: str
    list_id: str
    respuesta_automatica: bool
    de_lista: bool
    pide_silencio: bool
    return_path: str | None
    autenticacion: Autenticacion
    tipo_informe: str
    direcciones_rebotadas: tuple[str, ...]
