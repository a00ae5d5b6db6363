"""A row being read: its cells by field, and what is said of it."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from openpyxl.utils import get_column_letter

from asiste.solicitudes.importacion.columnas import MINIMOS, ROTULOS, Campo
from asiste.solicitudes.importacion.fechas import Fecha, FechaIlegible, leer_fecha
from asiste.solicitudes.importacion.texto import en_texto, llano

TOTAL = re.compile(r"\b(?:sub)?total(?:es)?\b")


class Renglon:
    """Errors keep the book out; warnings tell what was understood."""

    def __init__(self, fila: int, celdas: Sequence[Any], columnas: Mapping[int, Campo], epoca: datetime) -> None:
        self.fila = fila
        self.epoca = epoca
        self.errores: list[str] = []
        self.avisos: list[str] = []
        self._celdas: dict[Campo, list[tuple[int, Any]]] = {campo: [] for campo in Campo}
        for indice, campo in columnas.items():
            self._celdas[campo].append((indice, celdas[indice] if indice < len(celdas) else None))
        self.vacio = not any(en_texto(celda) for celda in celdas)
        self._todo = [en_texto(celda) for celda in celdas]

    def texto(self, campo: Campo) -> str:
        """What its cell says; of several columns, all of them."""
        return "\n".join(texto for _, valor in self._celdas[campo] if (texto := en_texto(valor)))

    def celda(self, campo: Campo) -> str:
        """«B12»."""
        return f"{get_column_letter(self._celdas[campo][0][0] + 1)}{self.fila}" if self._celdas[campo] else ""

    def error(self, campo: Campo, que: str) -> None:
        """Says what keeps it out, with its cell."""
        self.errores.append(f"{que} (celda {self.celda(campo)})." if self.celda(campo) else f"{que}.")

    def aviso(self, que: str) -> None:
        """Says what was understood or left out."""
        self.avisos.append(f"{que}.")

    def fecha(self, campo: Campo) -> Fecha | None:
        """The date of its cell; None when it is empty or, with its error, when it is not one."""
        try:
            fecha = leer_fecha(self._celdas[campo][0][1], self.epoca) if self._celdas[campo] else None
        except FechaIlegible:
            self.error(campo, f"{ROTULOS[campo]}: «{self.texto(campo)[:60]}» no se entiende como fecha")
            return None
        if fecha and fecha.aviso:
            self.aviso(fecha.aviso)
        return fecha

    def dia(self, campo: Campo) -> str:
        """The date of its cell as people write it; what it says, when it is none."""
        try:
            fecha = leer_fecha(self._celdas[campo][0][1], self.epoca)
        except FechaIlegible:
            return self.texto(campo)
        return f"{fecha.dia:%d/%m/%Y}" if fecha else ""

    def por_que_no_es_un_caso(self, titulos: Sequence[str]) -> str:
        """Why a row with something is no request: a total, the titles again, a title between rows; else empty."""
        minimos = [self.texto(campo) for campo in MINIMOS]
        if not minimos[0] and any(TOTAL.search(llano(texto)) for texto in self._todo):
            return "Parece un total."
        if not any(minimos):
            return "No tiene fechas, tema ni entidad."
        iguales = sum(1 for uno, otro in zip(self._todo, titulos, strict=False) if uno and uno == otro)
        return "Repite los títulos." if iguales >= 2 and iguales == sum(1 for uno in self._todo if uno) else ""
