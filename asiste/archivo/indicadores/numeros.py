"""Figures as people write them here: «45,5 %», «1.250», «72.3»."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

CENTESIMA = Decimal("0.01")
MILES = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
SIN_DATO = {"-", "–", "—", "sin dato", "n/a", "na", "no aplica"}


def leer_valor(dicho: Any) -> Decimal:
    """The figure, with two decimals; what is text is read as written in Colombia. Raises ValueError when it is none."""
    texto = str(dicho)
    if isinstance(dicho, str):
        texto = "".join(texto.replace("%", "").split())
        texto = (texto.replace(".", "") if MILES.fullmatch(texto) else texto).replace(",", ".")
    try:
        valor = Decimal(texto)
        if not valor.is_finite():
            raise ValueError(dicho)
        return valor.quantize(CENTESIMA, ROUND_HALF_UP)
    except InvalidOperation as error:
        raise ValueError(dicho) from error


def es_sin_dato(dicho: str) -> bool:
    """True for what says in words that there is no figure."""
    return dicho.strip().lower() in SIN_DATO
