"""Delivery reports (RFC 3464): which addresses no longer work, and why."""

import re
from dataclasses import dataclass

from asiste.correo.lectura.direcciones import correo_valido

_ACCION = re.compile(r"^action[ \t]*:[ \t]*(failed|delayed)", re.IGNORECASE | re.MULTILINE)
_ESTADO = re.compile(r"^status[ \t]*:[ \t]*([245]\.\d{1,3}\.\d{1,3})", re.IGNORECASE | re.MULTILINE)
_DESTINATARIO = re.compile(r"^(original|final)-recipient[ \t]*:(?:[^;\n]*;)?(.*)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fallo:
    """An address, lower case, to which a message did not arrive; `estado` is the code of RFC 3463, or empty.

    `sigue` says that the server has not given up.
    """

    correo: str
    estado: str = ""
    sigue: bool = False


def fallos(informe: str) -> list[Fallo]:
    """What a report tells of each address; the one we wrote to goes before the one it was sent on to."""
    hallados = []
    for bloque in informe.replace("\r\n", "\n").split("\n\n"):
        if accion := _ACCION.search(bloque):
            destinos = {cual.lower(): correo_valido(valor) for cual, valor in _DESTINATARIO.findall(bloque)}
            correo = destinos.get("original") or destinos.get("final") or ""
            estado = _ESTADO.search(bloque)
            hallados.append(
                Fallo(correo, estado.group(1) if estado else "", sigue=accion.group(1).lower() == "delayed")
            )
    return [fallo for fallo in hallados if fallo.correo]


def direcciones_fallidas(informe: str) -> list[str]:
    """Addresses whose delivery failed for good."""
    return [fallo.correo for fallo in fallos(informe) if not fallo.sigue]
