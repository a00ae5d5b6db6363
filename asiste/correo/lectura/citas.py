"""Where somebody else speaks inside a message: quoted threads, forwards, attached messages."""

import re
from collections.abc import Iterator

from asiste.correo.lectura.datos import Remitente
from asiste.correo.lectura.direcciones import direcciones

ENCABEZADO_DE_ANEXO = "---------- Mensaje adjunto ----------"

_ASUNTO_REENVIADO = re.compile(r"\s*(?:rv|fwd?|enc|reenv\w*|tr)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_MARCA_DE_REENVIO = re.compile(
    r"^[ \t>*_-]*(?:forwarded message|mensaje (?:reenviado|adjunto)|begin forwarded message"
    r"|inicio del mensaje reenviado)[ \t*_:-]*$",
    re.IGNORECASE | re.MULTILINE,
)
_DE = re.compile(r"[\s>*]*(?:de|from)\s*:\**\s*(.*)", re.IGNORECASE)
_CAMPO = re.compile(r"[\s>*]*(?:enviado(?: el)?|sent|fecha|date|para|to|asunto|subject)\s*:", re.IGNORECASE)
_ORIGINAL = re.compile(r"\s*-{3,}\s*(?:mensaje original|original message)\s*-{3,}", re.IGNORECASE)
_ESCRIBIO = re.compile(r"\s*(?:el|on)\b.{4,250}\b(?:escribi[oó]|wrote)\s*:\s*$", re.IGNORECASE)


def es_reenvio(asunto: str, texto: str) -> bool:
    """Whether the message passes on what another wrote, by its subject or by a mark inside."""
    return bool(_ASUNTO_REENVIADO.match(asunto) or _MARCA_DE_REENVIO.search(texto))


def sin_hilo(asunto: str, texto: str) -> str:
    """What the sender wrote now. A forward is left whole, and so is what would end up empty."""
    if es_reenvio(asunto, texto):
        return texto
    lineas = texto.split("\n")
    ultima_cita = max((n for n, linea in enumerate(lineas) if linea.startswith(">")), default=-1)
    corte = next((n for n in range(len(lineas)) if _empieza_hilo(lineas, n, ultima_cita)), len(lineas))
    propias = [linea for linea in _sin_atribuciones(lineas[:corte]) if not linea.startswith(">")]
    return "\n".join(propias).strip() or texto


def _empieza_hilo(lineas: list[str], numero: int, ultima_cita: int) -> bool:
    """A header block or a mark of Outlook; or «…escribió:» with no quotation marks after it, as HTML leaves it."""
    linea = lineas[numero]
    if _ORIGINAL.match(linea):
        return True
    if _DE.match(linea):
        return _sigue_encabezado(lineas, numero)
    return numero > ultima_cita and _atribuye(lineas, numero) > 0


def _sigue_encabezado(lineas: list[str], numero: int) -> bool:
    """Whether the lines behind a «De:» are the rest of a header block."""
    return any(_CAMPO.match(siguiente) for siguiente in lineas[numero + 1 : numero + 4])


def _atribuye(lineas: list[str], numero: int) -> int:
    """How many lines a «El lunes… escribió:» takes here: none, one, or two when it was folded."""
    for cuantas in (1, 2):
        if _ESCRIBIO.match(" ".join(lineas[numero : numero + cuantas])):
            return cuantas
    return 0


def _sin_atribuciones(lineas: list[str]) -> Iterator[str]:
    """Lines but those that only announce a quotation."""
    numero = 0
    while numero < len(lineas):
        saltar = _atribuye(lineas, numero)
        if not saltar:
            yield lineas[numero]
        numero += saltar or 1


def autores_citados(texto: str) -> Iterator[Remitente]:
    """Who wrote each quoted or forwarded message that carries its header block with an address, in reading order."""
    lineas = texto.split("\n")
    for numero, linea in enumerate(lineas):
        encontrada = _DE.match(linea)
        if encontrada and _sigue_encabezado(lineas, numero):
            valor = encontrada.group(1).replace("[mailto:", "<").replace("]", ">").replace("*", "")
            yield from direcciones(valor)[:1]
