"""What kind of message came in, and what it cites: pure functions over a message already read."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from asiste.correo.lectura import MensajeLeido, Remitente
from asiste.correo.lectura.citas import autores_citados, es_reenvio

_ASUNTO_AUTOMATICO = re.compile(
    r"(?:respuesta autom[aá]tica|auto-?r?respuesta|fuera de (?:la )?oficina|ausente de la oficina"
    r"|auto(?:matic|mated)?[- ]?(?:reply|response)|out of (?:the )?office)\b",
    re.IGNORECASE,
)
_ASUNTO_DE_REBOTE = re.compile(
    r"(?:undeliver|delivery status notification|mail delivery (?:failed|failure)|delivery (?:failure|has failed)"
    r"|returned mail|failure notice|no se (?:puede|pudo) entregar|no entregado|mensaje no entregado)",
    re.IGNORECASE,
)
_NADIE_LEE = re.compile(
    r"(?:do[-._]?)?no[-._]?t?[-._]?(?:reply|responder?|responda|contestar)|mailer-daemon|postmaster|nobody|listserv|majordomo"
    r"|bounces?|owner-.+|.+-(?:owner|request|bounces?)",
    re.IGNORECASE,
)
_RADICADO = re.compile(
    r"\bAT\s?[-\u2010-\u2015]\s?([0-9]{4})\s?[-\u2010-\u2015]\s?0*([1-9][0-9]{0,8})\b", re.IGNORECASE
)
_AVISO_LEGAL = re.compile(r"(?:(?:aviso|nota)\s)?(?:legal|(?:de )?confidencial(?:idad)?)\b", re.IGNORECASE)
_DE_CALENDARIO = {"REPLY", "COUNTER", "DECLINECOUNTER"}
_UID = re.compile(r"^UID\s*:\s*\S*?(@asiste)?\s*$", re.IGNORECASE | re.MULTILINE)
_PALABRA = re.compile(r"\w+")
_MAXIMO_DE_FIRMA = 8
_ANCHO_DE_FIRMA = 120
_FINAL_DEL_TEXTO = 50_000
# A locality signs under its own name and that of the Secretaría de Gobierno, head of its sector: the locality asks.
_MAS_PRECISOS = re.compile(r"(?:alcaldia|fondo de desarrollo|junta administradora) local\b", re.IGNORECASE)


class Clase(Enum):
    """What a message is before anybody reads it."""

    PERSONA = "persona"
    CALENDARIO = "calendario"
    AUTOMATICO = "automatico"
    REBOTE = "rebote"
    SOSPECHOSO = "sospechoso"


@dataclass(frozen=True, slots=True)
class Clasificacion:
    """The class and why, in plain Spanish; the reason is empty for what a person wrote."""

    clase: Clase
    motivo: str = ""


def clasificar(mensaje: MensajeLeido, *, correos_propios: Collection[str]) -> Clasificacion:
    """Tell a person from a machine, a calendar, a bounce or an impostor.

    `correos_propios` are our mailboxes and their aliases.

    A loop of ours is what comes from one of our own mailboxes and either says that a machine sent it or cites a
    radicado in its subject. Who calls must also look for `mensaje.message_id` among the messages it has sent.
    Automatic messages and bounces are kept and never answered; the suspicious wait for a person.
    """
    propios = {correo.lower() for correo in correos_propios}
    de_calendario = _motivo_de_calendario(mensaje)
    reglas = (
        (Clase.REBOTE, _motivo_de_rebote(mensaje)),
        (Clase.SOSPECHOSO, _motivo_de_sospecha(mensaje, propios) if de_calendario else ""),
        (Clase.CALENDARIO, de_calendario),
        (Clase.AUTOMATICO, _motivo_de_automatico(mensaje, propios)),
        (Clase.SOSPECHOSO, _motivo_de_sospecha(mensaje, propios)),
    )
    return next((Clasificacion(clase, motivo) for clase, motivo in reglas if motivo), Clasificacion(Clase.PERSONA))


def admite_respuesta(mensaje: MensajeLeido, *, correos_propios: Collection[str]) -> bool:
    """Whether a machine may answer it (RFC 3834): it has a sender who reads, comes by no list and asks for no silence.

    What may not be answered is filed all the same, without acknowledgement.
    """
    propios = {correo.lower() for correo in correos_propios}
    por_lista = mensaje.de_lista and (not mensaje.list_id or _es_lista_ajena(mensaje, propios))
    sin_lector = _NADIE_LEE.fullmatch(mensaje.de_correo.partition("@")[0]) or mensaje.return_path == ""
    return not (por_lista or sin_lector or mensaje.pide_silencio)


def _es_lista_ajena(mensaje: MensajeLeido, propios: set[str]) -> bool:
    """Whether a list of others sent it. A mailbox of ours may be a group: its own List-Id comes in every message."""
    return mensaje.list_id not in {"", *(correo.replace("@", ".") for correo in propios)}


def _motivo_de_rebote(mensaje: MensajeLeido) -> str:
    if mensaje.tipo_informe == "delivery-status":
        if mensaje.direcciones_rebotadas:
            return f"No se pudo entregar un mensaje nuestro a {', '.join(mensaje.direcciones_rebotadas)}."
        return "Es un informe del servidor de correo sobre la entrega de un mensaje nuestro."
    de_servidor = mensaje.de_correo.partition("@")[0] in {"mailer-daemon", "postmaster"}
    sin_vuelta = mensaje.return_path == "" or de_servidor
    if mensaje.de_correo.startswith("mailer-daemon@") or (sin_vuelta and _ASUNTO_DE_REBOTE.match(mensaje.asunto)):
        return "Lo envió el servidor de correo porque un mensaje nuestro no se pudo entregar."
    return ""


def _motivo_de_calendario(mensaje: MensajeLeido) -> str:
    """The answer of a calendar to a session of our agenda, or to none that can be told: the agenda decides."""
    if mensaje.calendario_metodo not in _DE_CALENDARIO:
        return ""
    uid = _UID.search(mensaje.calendario)
    return "" if uid and not uid.group(1) else "Es la respuesta del calendario a una convocatoria."


def _motivo_de_automatico(mensaje: MensajeLeido, propios: set[str]) -> str:
    automatico = _dice_automatico(mensaje)
    propio = mensaje.de_correo in propios and (automatico or bool(radicado_citado(mensaje.asunto)))
    reglas = (
        (mensaje.calendario_metodo in _DE_CALENDARIO, "Es la respuesta a una reunión que no se convocó desde aquí."),
        (mensaje.tipo_informe == "disposition-notification", "Es una confirmación de lectura."),
        (propio, "Es un mensaje nuestro que volvió."),
        (automatico, "Es una respuesta automática."),
        (bool(_ASUNTO_AUTOMATICO.match(mensaje.asunto)), "El asunto dice que es una respuesta automática."),
        (_es_lista_ajena(mensaje, propios), "Lo repartió una lista de correo."),
        (not mensaje.list_id and mensaje.precedence in {"bulk", "junk", "list"}, "Es un envío masivo."),
    )
    return next((motivo for cumple, motivo in reglas if cumple), "")


def _dice_automatico(mensaje: MensajeLeido) -> bool:
    """Whether its own headers say that a machine sent it."""
    por_cabecera = mensaje.auto_submitted not in {"", "no"}
    return por_cabecera or mensaje.respuesta_automatica or mensaje.precedence == "auto_reply"


def _motivo_de_sospecha(mensaje: MensajeLeido, propios: set[str]) -> str:
    if mensaje.cifrado:
        return "Su contenido viene cifrado o sellado y no se pudo leer."
    dominios = {correo.rpartition("@")[2] for correo in propios}
    dominio = mensaje.de_correo.rpartition("@")[2]
    ajeno = not any(dominio == propio or dominio.endswith(f".{propio}") for propio in dominios)
    if ajeno and any(propio in mensaje.de_nombre.lower() for propio in dominios):
        return f"El nombre que muestra es de la Alcaldía, pero la dirección es {mensaje.de_correo}."
    if mensaje.de_correo in propios and remitente_original(mensaje) is None:
        return "Dice venir de uno de nuestros propios buzones."
    resultados = mensaje.autenticacion
    fallidas = resultados.dkim == resultados.dmarc == "fail" and resultados.spf in {"fail", "softfail"}
    responde_fuera = mensaje.responder_a.rpartition("@")[2] not in {"", dominio}
    if fallidas and responde_fuera:
        return f"No se pudo comprobar que lo envió {mensaje.de_correo}, y pide responder a {mensaje.responder_a}."
    return ""


def radicado_citado(texto: str) -> str | None:
    """The first radicado `AT-AAAA-N` in a text, in its canonical form; None when there is none."""
    encontrado = _RADICADO.search(texto)
    return f"AT-{encontrado.group(1)}-{encontrado.group(2)}" if encontrado else None


def huella_de_contenido(mensaje: MensajeLeido) -> str:
    """SHA-256, in hexadecimal, of what the message says: sender, subject, text and files.

    Two deliveries of one message agree although their transport headers differ; two messages that share their
    Message-ID (scanners do) don't.
    """
    archivos = sorted(hashlib.sha256(adjunto.contenido).hexdigest() for adjunto in mensaje.adjuntos)
    partes = [mensaje.de_correo, mensaje.asunto, " ".join(mensaje.texto.split()), *archivos]
    normal = "\x00".join(unicodedata.normalize("NFC", parte) for parte in partes)
    return hashlib.sha256(normal.encode("utf-8")).hexdigest()


def remitente_original(mensaje: MensajeLeido) -> Remitente | None:
    """Who wrote what is forwarded or attached here, by its quoted header block; None when this is no forward.

    It is what the text says, and anybody can write a text: trust it only from those who may forward.
    """
    if not es_reenvio(mensaje.asunto, mensaje.texto):
        return None
    return next((autor for autor in autores_citados(mensaje.texto) if autor.correo != mensaje.de_correo), None)


def entidad_en_firma(texto: str, nombres: Mapping[str, int]) -> int | None:
    """Which of the known names (entities that share a domain, aliases, siglas) signs a text; None when none appears.

    Looks first at the short lines the text ends with, legal notices aside, and only then further up. In the signature
    a locality outweighs the head of its sector, and a longer name a shorter one. Accents don't count; capitals count
    only in siglas of one word, since «fuga» and «sed» are also words.
    """
    patron, claves = _patron_de_nombres(nombres)
    lineas = _lineas_sin_avisos(_sin_tildes(texto[-_FINAL_DEL_TEXTO:]))
    firma = "\n".join(_lineas_de_firma(lineas))
    firmantes = [_clave(nombre) for nombre in patron.findall(firma)]
    if firmantes:
        return claves[max(firmantes, key=lambda clave: (bool(_MAS_PRECISOS.match(clave)), len(clave)))]
    mencionados = patron.findall("\n".join(lineas))
    return claves[_clave(mencionados[-1])] if mencionados else None


def _sin_tildes(texto: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", texto) if not unicodedata.combining(c))


def _clave(nombre: str) -> str:
    return " ".join(_PALABRA.findall(nombre)).lower()


def _patron_de_nombres(nombres: Mapping[str, int]) -> tuple[re.Pattern[str], dict[str, int]]:
    """Pattern of every name, longest first, with any punctuation or line break between its words."""
    claves: dict[str, int] = {}
    alternativas: list[str] = []
    for nombre in sorted(nombres, key=len, reverse=True):
        palabras = _PALABRA.findall(_sin_tildes(nombre))
        if palabras:
            expresion = r"\W+".join(palabras)
            es_sigla = len(palabras) == 1 and palabras[0].isupper()
            alternativas.append(expresion if es_sigla else f"(?i:{expresion})")
            claves.setdefault(_clave(" ".join(palabras)), nombres[nombre])
    return re.compile(rf"\b(?:{'|'.join(alternativas) or '(?!)'})\b"), claves


def _lineas_sin_avisos(texto: str) -> list[str]:
    """Lines that say something: no blanks, no legal notice (which runs up to the next blank line)."""
    utiles: list[str] = []
    en_aviso = False
    for linea in map(str.strip, texto.splitlines()):
        en_aviso = bool(linea) and (en_aviso or bool(_AVISO_LEGAL.match(linea)))
        if linea and not en_aviso:
            utiles.append(linea)
    return utiles


def _lineas_de_firma(lineas: list[str]) -> list[str]:
    """The short lines at the end, up to the last long one, which belongs to a paragraph."""
    firma = list(takewhile(lambda linea: len(linea) <= _ANCHO_DE_FIRMA, reversed(lineas[-_MAXIMO_DE_FIRMA:])))
    return firma[::-1]
