"""Delivery reports (RFC 3464): which addresses no longer work."""

import re

from asiste.correo.lectura.direcciones import correo_valido

_FALLIDA = re.compile(r"^action[ \t]*:[ \t]*failed", re.IGNORECASE | re.MULTILINE)
_DESTINATARIO = re.compile(r"^(original|final)-recipient[ \t]*:(?:[^;\n]*;)?(.*)$", re.IGNORECASE | re.MULTILINE)


def direcciones_fallidas(informe: str) -> list[str]:
    """Addresses, lower case, whose delivery failed for good; the one we wrote to before the one it was sent on to."""
    fallidas = []
    for bloque in informe.replace("\r\n", "\n").split("\n\n"):
        if _FALLIDA.search(bloque):
            destinos = {cual.lower(): correo_valido(valor) for cual, valor in _DESTINATARIO.findall(bloque)}
            fallidas.append(destinos.get("original") or destinos.get("final") or "")
    return [correo for correo in fallidas if correo]
