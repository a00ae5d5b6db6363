"""The whole message: from raw bytes to `MensajeLeido`."""

import re

from asiste.correo.lectura.cabeceras import (
    Cabeceras,
    autenticacion,
    decodificar_palabras,
    fecha_de_recibo,
    identificadores,
    parametros,
)
from asiste.correo.lectura.citas import sin_hilo
from asiste.correo.lectura.codificacion import en_parrafos, en_una_linea
from asiste.correo.lectura.cuerpo import Cuerpo
from asiste.correo.lectura.datos import MensajeIlegible, MensajeLeido, Remitente
from asiste.correo.lectura.direcciones import correo_valido, direcciones
from asiste.correo.lectura.partes import Parte, abrir

_SOBRE_MBOX = re.compile(rb">?From [^\n]*\n")
_ENTREGA = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to")
_AUTORRESPUESTA = ("x-autoreply", "x-autorespond", "x-auto-reply", "x-autoresponse", "x-mail-autoreply")
_DE_LISTA = tuple(f"list-{cual}" for cual in ("id", "post", "help", "subscribe", "unsubscribe", "owner", "archive"))
_SILENCIO = re.compile(r"\b(?:all|autoreply)\b", re.IGNORECASE)
_PARA_QUIEN = re.compile(r"\bfor\s+(<[^<>]+>)")


def leer(crudo: bytes) -> MensajeLeido:
    """Read one raw message (RFC 5322 bytes, also as a file of an mbox holds it).

    Raises MensajeIlegible, and nothing else, when there is no sender or no content that can be used. Time and depth
    are bounded whatever the bytes: what is beyond the bounds is left out with an `aviso`, and the raw message has it.
    """
    if not crudo.strip():
        raise MensajeIlegible("El archivo está vacío.")
    raiz = raiz_de(crudo)
    if not len(raiz.cabeceras):
        raise MensajeIlegible("No parece un mensaje de correo: no trae cabeceras.")
    remitente = _remitente(raiz.cabeceras)
    cuerpo = Cuerpo()
    texto = en_parrafos(cuerpo.recorrer(raiz))
    mensaje = _armar(raiz.cabeceras, remitente, cuerpo, texto)
    if not (mensaje.asunto or mensaje.texto or mensaje.adjuntos):
        raise MensajeIlegible(" ".join(mensaje.avisos) or "El mensaje llegó sin asunto, sin texto y sin anexos.")
    return mensaje


def raiz_de(crudo: bytes) -> Parte:
    """The outermost part of a raw message."""
    return abrir(_desde_las_cabeceras(crudo))


def _armar(cabeceras: Cabeceras, remitente: Remitente, cuerpo: Cuerpo, texto: str) -> MensajeLeido:
    """Put headers and body together."""
    asunto = decodificar_palabras(cabeceras.primera("subject"))
    adjuntos = cuerpo.adjuntos()
    return MensajeLeido(
        message_id=_identificador(cabeceras, "message-id"),
        in_reply_to=_identificador(cabeceras, "in-reply-to"),
        referencias=identificadores(cabeceras.primera("references")),
        de_correo=remitente.correo,
        de_nombre=remitente.nombre,
        responder_a=_primer_correo(cabeceras, "reply-to"),
        para=_destinatarios(cabeceras),
        entregado_a=_entregado_a(cabeceras),
        asunto=asunto,
        recibido_en=fecha_de_recibo(cabeceras.primera("received")),
        texto=texto,
        texto_nuevo=sin_hilo(asunto, texto),
        adjuntos=adjuntos,
        avisos=tuple(cuerpo.avisos),
        cifrado=cuerpo.cifrado and not texto,
        calendario_metodo=cuerpo.calendario_metodo,
        calendario=cuerpo.calendario,
        auto_submitted=parametros(cabeceras.primera("auto-submitted"))[0].partition("(")[0].strip(),
        precedence=en_una_linea(cabeceras.primera("precedence")).lower(),
        list_id=_lista(cabeceras),
        respuesta_automatica=any(cabeceras.primera(n).lower() not in {"", "no"} for n in _AUTORRESPUESTA),
        de_lista=any(cabeceras.tiene(nombre) for nombre in _DE_LISTA),
        pide_silencio=bool(_SILENCIO.search(cabeceras.primera("x-auto-response-suppress"))),
        return_path=correo_valido(cabeceras.primera("return-path")) if cabeceras.tiene("return-path") else None,
        autenticacion=autenticacion(cabeceras.primera("authentication-results")),
        tipo_informe=en_una_linea(cuerpo.tipo_informe),
        direcciones_rebotadas=tuple(dict.fromkeys(cuerpo.rebotadas)),
    )


def _desde_las_cabeceras(crudo: bytes) -> bytes:
    """The bytes from the first header on, without mark, blank lines or mbox envelope; old Mac line ends are mended."""
    limpio = crudo.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t")
    if b"\n" not in limpio:
        limpio = limpio.replace(b"\r", b"\n")
    sobre = _SOBRE_MBOX.match(limpio)
    return limpio[sobre.end() :] if sobre else limpio


def _remitente(cabeceras: Cabeceras) -> Remitente:
    """Who sent it: From, or failing that Sender or the envelope."""
    for nombre in ("from", "sender", "return-path"):
        encontrados = direcciones(cabeceras.primera(nombre))
        if encontrados:
            return encontrados[0]
    raise MensajeIlegible("El mensaje no trae un remitente con dirección de correo.")


def _primer_correo(cabeceras: Cabeceras, nombre: str) -> str:
    return next((quien.correo for quien in direcciones(cabeceras.primera(nombre))), "")


def _identificador(cabeceras: Cabeceras, nombre: str) -> str:
    """The identifier with its angles; without them, whatever word there is."""
    valor = cabeceras.primera(nombre)
    return en_una_linea(next(iter(identificadores(valor)), valor))[:500]


def _destinatarios(cabeceras: Cabeceras) -> tuple[str, ...]:
    """Every address it was sent to, the ones of the delivery first."""
    valores = [valor for nombre in (*_ENTREGA, "to", "cc") for valor in cabeceras.todas(nombre)]
    return tuple(dict.fromkeys(quien.correo for valor in valores for quien in direcciones(valor)))


def _entregado_a(cabeceras: Cabeceras) -> str:
    """The mailbox it was delivered to, or empty when no server says."""
    for nombre in _ENTREGA:
        correo = _primer_correo(cabeceras, nombre)
        if correo:
            return correo
    destino = _PARA_QUIEN.search(cabeceras.primera("received"))
    return correo_valido(destino.group(1)) if destino else ""


def _lista(cabeceras: Cabeceras) -> str:
    """Identifier of the mailing list without angles; any text when it has none."""
    valor = en_una_linea(cabeceras.primera("list-id")).lower()
    return identificadores(valor)[0].strip("<>") if identificadores(valor) else valor
