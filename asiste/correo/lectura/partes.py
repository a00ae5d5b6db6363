"""The MIME tree, opened one level at a time over the same bytes: nothing is copied and nothing recurses here.

The standard parser is not used for the tree because it recurses once per level, takes for body whatever follows a
header line without a colon, and does not keep the exact bytes of an attached message.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from asiste.correo.lectura.cabeceras import Cabeceras, decodificar_palabras, parametros, separar
from asiste.correo.lectura.codificacion import decodificar_transferencia

MAXIMO_HIJAS = 500


@dataclass(frozen=True)
class Parte:
    """The headers of a part, and its body `crudo[cuerpo:fin]`."""

    crudo: bytes
    cuerpo: int
    fin: int
    cabeceras: Cabeceras

    @cached_property
    def _tipo_y_parametros(self) -> tuple[str, dict[str, str]]:
        return parametros(self.cabeceras.primera("content-type"))

    @cached_property
    def _disposicion_y_parametros(self) -> tuple[str, dict[str, str]]:
        return parametros(self.cabeceras.primera("content-disposition"))

    @cached_property
    def tipo(self) -> str:
        """Declared type, `text/plain` when missing or senseless."""
        declarado = self._tipo_y_parametros[0]
        return declarado if re.fullmatch(r"[\w.+-]{1,60}/[\w.+-]{1,120}", declarado) else "text/plain"

    @property
    def disposicion(self) -> str:
        """`attachment`, `inline` or empty."""
        return self._disposicion_y_parametros[0]

    @property
    def nombre(self) -> str:
        """File name, decoded and on one line, as hostile as the sender made it; empty when there is none."""
        return decodificar_palabras(self._disposicion_y_parametros[1].get("filename", "") or self.parametro("name"))

    @property
    def identificador(self) -> str:
        """Content-ID without angles."""
        return self.cabeceras.primera("content-id").strip("<> ")

    def parametro(self, nombre: str) -> str:
        """A parameter of Content-Type, or empty."""
        return self._tipo_y_parametros[1].get(nombre, "")

    def datos(self) -> bytes:
        """Body with its transfer encoding undone."""
        return decodificar_transferencia(
            self.crudo[self.cuerpo : self.fin], self.cabeceras.primera("content-transfer-encoding")
        )


def abrir(crudo: bytes, inicio: int = 0, fin: int | None = None) -> Parte:
    """Read the headers of a stretch of bytes."""
    final = len(crudo) if fin is None else fin
    cabeceras, cuerpo = separar(crudo, inicio, final)
    return Parte(crudo, min(cuerpo, final), final, cabeceras)


def abrir_hijas(parte: Parte) -> tuple[list[Parte], bool]:
    """The first children of a multipart, and whether it ends as it should. Without a usable boundary there are none."""
    frontera = parte.parametro("boundary").encode("utf-8", "replace")
    if not frontera:
        return [], True
    cortes: list[tuple[int, int]] = []
    comienzo = -1
    cerrado = False
    for inicio, fin, ultima in _marcas(parte, b"--" + frontera):
        if comienzo >= 0:
            cortes.append((comienzo, _sin_salto(parte.crudo, comienzo, inicio)))
        comienzo = min(fin + 1, parte.fin)
        cerrado = ultima or len(cortes) >= MAXIMO_HIJAS
        if cerrado:
            break
    if comienzo >= 0 and not cerrado:
        cortes.append((comienzo, parte.fin))
    return [abrir(parte.crudo, inicio, fin) for inicio, fin in cortes], cerrado


def _marcas(parte: Parte, marca: bytes) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each line that is a boundary, and whether it says that it is the last one.

    A search of bytes: an expression that looks at each line takes ten times as long over the files of a message.
    """
    crudo, inicio = parte.crudo, parte.cuerpo
    while (inicio := crudo.find(marca, inicio, parte.fin)) >= 0:
        salto = crudo.find(b"\n", inicio, parte.fin)
        fin = salto if salto >= 0 else parte.fin
        resto = crudo[inicio + len(marca) : fin].rstrip(b"\r").rstrip(b" \t")
        if resto in {b"", b"--"} and crudo[inicio - 1 : inicio] in {b"", b"\n"}:
            yield inicio, fin, resto == b"--"
        inicio = fin


def _sin_salto(crudo: bytes, inicio: int, fin: int) -> int:
    """End of a part: the line break before a boundary belongs to the boundary."""
    if fin > inicio and crudo[fin - 1 : fin] == b"\n":
        fin -= 1
        while fin > inicio and crudo[fin - 1 : fin] == b"\r":
            fin -= 1
    return fin
