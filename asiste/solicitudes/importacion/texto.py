"""Words of a cell, made comparable."""

import re
import unicodedata
from datetime import date, datetime, time
from typing import Any

ERRORES = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}
NO_LETRAS = re.compile(r"[^a-z0-9]+")


def en_texto(valor: Any) -> str:
    """What a cell says, in one line, as people write it; a cell with an error of Excel says nothing."""
    if valor is None:
        return ""
    if isinstance(valor, date):
        con_hora = isinstance(valor, datetime) and valor.time() != time()
        return f"{valor:%d/%m/%Y %H:%M}" if con_hora else f"{valor:%d/%m/%Y}"
    if isinstance(valor, float) and valor.is_integer():
        valor = int(valor)
    texto = " ".join(str(valor).replace("\0", "").split())
    return "" if texto in ERRORES else texto


def llano(texto: str) -> str:
    """Lower case, without accents or signs, one space between words."""
    sin_tildes = unicodedata.normalize("NFD", texto.lower())
    return NO_LETRAS.sub(" ", "".join(letra for letra in sin_tildes if not unicodedata.combining(letra))).strip()
