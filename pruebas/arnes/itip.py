"""The rules of RFC 5545 and 5546 that calendar programs mind, read from the bytes without any library of calendars."""

import re
from collections import Counter

EXIGE = {
    "REQUEST": {"DTSTAMP", "DTSTART", "ORGANIZER", "SUMMARY", "UID", "SEQUENCE", "ATTENDEE"},
    "CANCEL": {"DTSTAMP", "ORGANIZER", "UID", "SEQUENCE", "ATTENDEE"},
    "PUBLISH": {"DTSTAMP", "DTSTART", "ORGANIZER", "SUMMARY", "UID"},
    "": {"DTSTAMP", "DTSTART", "UID"},
}
PROHIBE = {"REQUEST": set(), "CANCEL": set(), "PUBLISH": {"ATTENDEE"}, "": {"ATTENDEE", "ORGANIZER"}}
ESTADOS = {"REQUEST": {"CONFIRMED", "TENTATIVE"}, "CANCEL": {"CANCELLED"}}
UNA_VEZ = {
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "ORGANIZER",
    "SUMMARY",
    "UID",
    "SEQUENCE",
    "STATUS",
    "DESCRIPTION",
    "LOCATION",
}
TEXTOS = {"SUMMARY", "DESCRIPTION", "LOCATION"}
_LINEA = re.compile(r'^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*):(.*)$')
_ESCAPADO = re.compile(r"(?:[^\\,;]|\\[\\,;nN])*")


def faltas(crudo: bytes) -> list[str]:
    """What is wrong with an iCalendar object, one sentence each; nothing when it is right."""
    lineas = _desdoblar(crudo)
    propiedades = [encontrada.groups() for linea in lineas if (encontrada := _LINEA.match(linea))]
    ilegibles = [f"no es una propiedad: {linea}" for linea in lineas if not _LINEA.match(linea)]
    sueltas = {nombre: valor for nombre, _, valor in propiedades}
    metodo = sueltas.get("METHOD", "")
    generales = [f"falta {cual}" for cual in ("VERSION", "PRODID") if cual not in sueltas]
    return _de_los_bytes(crudo) + ilegibles + generales + _de_los_eventos(propiedades, metodo)


def propiedad(crudo: bytes, nombre: str) -> str:
    """A property of the event as it is written, with its parameters; empty without it."""
    lineas = _desdoblar(crudo)
    return next((linea for linea in lineas if re.match(rf"{nombre}[;:]", linea)), "")


def _desdoblar(crudo: bytes) -> list[str]:
    return crudo.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def _de_los_bytes(crudo: bytes) -> list[str]:
    mal = [f"línea de {len(linea)} octetos" for linea in crudo.split(b"\r\n") if len(linea) > 75]
    if re.search(rb"(?<!\r)\n|\r(?!\n)", crudo) or not crudo.endswith(b"\r\n"):
        mal.append("saltos de línea que no son CRLF")
    return mal + [f"un doblez parte una letra: {linea!r}" for linea in crudo.split(b"\r\n") if not _es_utf8(linea)]


def _es_utf8(linea: bytes) -> bool:
    return linea.decode("utf-8", "replace").encode() == linea


def _de_los_eventos(propiedades: list[tuple[str, ...]], metodo: str) -> list[str]:
    mal: list[str] = []
    dentro: list[tuple[str, ...]] = []
    for nombre, parametros, valor in propiedades:
        if (nombre, valor) == ("BEGIN", "VEVENT"):
            dentro = []
        elif (nombre, valor) == ("END", "VEVENT"):
            mal += _de_un_evento(dentro, metodo)
        else:
            dentro.append((nombre, parametros, valor))
    return mal


def _de_un_evento(propiedades: list[tuple[str, ...]], metodo: str) -> list[str]:
    veces = Counter(nombre for nombre, *_ in propiedades)
    mal = [f"{metodo} sin {cual}" for cual in sorted(EXIGE[metodo] - set(veces))]
    mal += [f"{metodo} con {cual}" for cual in sorted(PROHIBE[metodo] & set(veces))]
    mal += [f"{cual} repetida" for cual in sorted(UNA_VEZ) if veces[cual] > 1]
    for nombre, _, valor in propiedades:
        if nombre in TEXTOS and not _ESCAPADO.fullmatch(valor):
            mal.append(f"{nombre} sin escapar: {valor}")
        if nombre in {"DTSTAMP", "DTSTART", "DTEND"} and not re.fullmatch(r"\d{8}T\d{6}Z", valor):
            mal.append(f"{nombre} no está en UTC: {valor}")
        if nombre == "STATUS" and valor not in ESTADOS.get(metodo, {valor}):
            mal.append(f"{metodo} con STATUS {valor}")
        if nombre in {"ORGANIZER", "ATTENDEE"} and not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+", valor):
            mal.append(f"{nombre} sin correo: {valor}")
    return mal
