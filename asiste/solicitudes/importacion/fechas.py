"""Dates as people write them in a workbook."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.utils.datetime import WINDOWS_EPOCH

from asiste.calendario.termino import BOGOTA
from asiste.solicitudes.importacion.texto import en_texto, llano

MESES = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
NUMERO_DE_MES = {mes[:largo]: numero for numero, mes in enumerate(MESES, start=1) for largo in (3, len(mes))}
NUMERO_DE_MES |= {"sept": 9, "set": 9, "setiembre": 9, "jan": 1, "apr": 4, "aug": 8, "dec": 12}
ANIOS = range(1990, 2101)
SERIE = re.compile(r"\d{5}(?:[.,]\d+)?")  # days since Excel's epoch: 1927 to 2173
DIA_DE_LA_SEMANA = re.compile(r"^(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\b[,\s]*", re.IGNORECASE)
HORA = re.compile(r"^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?\s*m\.?)?$", re.IGNORECASE)
SEPARA = r"\.?(?:[-/.,\s]|del?\b)+"
PARTES = re.compile(rf"^(\d{{1,4}}|[^\W\d_]+){SEPARA}(\d{{1,2}}|[^\W\d_]+){SEPARA}(\d{{4}}|\d{{1,2}})(?!\d)")


class FechaIlegible(ValueError):
    """The cell has something that is not a date."""


@dataclass(frozen=True, slots=True)
class Fecha:
    """A moment of Bogotá; without time of day in the cell, its first instant. `aviso` tells what had to be guessed."""

    momento: datetime
    con_hora: bool = False
    aviso: str = ""

    @property
    def dia(self) -> date:
        """The day."""
        return self.momento.date()


def leer_fecha(valor: Any, epoca: datetime = WINDOWS_EPOCH) -> Fecha | None:
    """The date in a cell: a date of Excel, its serial number, or text with day first; None when there is nothing.

    Raises `FechaIlegible` for anything else, and for years out of 1990–2100.
    """
    if isinstance(valor, datetime):
        return _fecha(valor.replace(tzinfo=None) if valor.tzinfo is None else valor.astimezone(BOGOTA))
    if isinstance(valor, date):
        return _fecha(datetime.combine(valor, time()))
    texto = en_texto(valor)
    if not texto:
        return None
    if isinstance(valor, bool | time):
        raise FechaIlegible(texto)
    if SERIE.fullmatch(texto):
        return _fecha(_redondo(epoca + timedelta(days=float(texto.replace(",", ".")))))
    return _de_texto(texto)


def _de_texto(texto: str) -> Fecha:
    limpio = DIA_DE_LA_SEMANA.sub("", texto)
    partes = PARTES.match(limpio)
    if not partes:
        raise FechaIlegible(texto)
    anio, mes, dia, aviso = _ordenar(partes[1], partes[2], partes[3], texto)
    hora = _hora(limpio[partes.end() :].strip(" ,-T"), texto)
    try:
        return _fecha(datetime.combine(date(anio, mes, dia), hora or time()), con_hora=hora is not None, aviso=aviso)
    except ValueError as error:
        raise FechaIlegible(texto) from error


def _ordenar(uno: str, dos: str, tres: str, texto: str) -> tuple[int, int, int, str]:
    """Year, month, day and what was guessed, from the three parts of a date."""
    if len(uno) == 4 and uno.isdigit():
        return int(uno), _mes(dos, texto), int(tres), ""
    anio = int(tres) + (2000 if len(tres) <= 2 else 0)
    if not uno.isdigit():  # «marzo 12 de 2025»
        return anio, _mes(uno, texto), _numero(dos, texto), ""
    if dos.isdigit() and int(dos) > 12 >= int(uno):
        return anio, int(uno), int(dos), f"«{texto}» se leyó con el mes primero"
    return anio, _mes(dos, texto), _numero(uno, texto), ""


def _mes(parte: str, texto: str) -> int:
    if parte.isdigit():
        return int(parte)
    palabra = llano(parte)
    if palabra not in NUMERO_DE_MES:
        raise FechaIlegible(texto)
    return NUMERO_DE_MES[palabra]


def _numero(parte: str, texto: str) -> int:
    if not parte.isdigit() or len(parte) > 2:
        raise FechaIlegible(texto)
    return int(parte)


def _hora(resto: str, texto: str) -> time | None:
    """Time of day after the date; None when there is none. Raises `FechaIlegible` for other words."""
    if not resto:
        return None
    partes = HORA.match(resto)
    if not partes:
        raise FechaIlegible(texto)
    hora, minuto, segundo = int(partes[1]), int(partes[2]), int(partes[3] or 0)
    if partes[4]:
        hora = hora % 12 + (12 if partes[4].lower() == "p" else 0)
    try:
        return time(hora, minuto, segundo)
    except ValueError as error:
        raise FechaIlegible(texto) from error


def _redondo(momento: datetime) -> datetime:
    """To the second: the fractions of a day of Excel are not exact."""
    return (momento + timedelta(microseconds=500_000)).replace(microsecond=0)


def _fecha(momento: datetime, *, con_hora: bool | None = None, aviso: str = "") -> Fecha:
    if momento.year not in ANIOS:
        raise FechaIlegible(str(momento.date()))
    tiene_hora = momento.time() != time() if con_hora is None else con_hora
    return Fecha(momento.replace(tzinfo=BOGOTA), tiene_hora, aviso)
