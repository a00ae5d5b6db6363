"""A package (ZIP) written anew with its parts changed."""

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO

from asiste.documentos.limpieza.base import Partes, Presupuesto, abrir_paquete
from asiste.documentos.limpieza.codificacion import en_utf8

EPOCA = (1980, 1, 1, 0, 0, 0)  # the date of every entry: when it was made is not told


def limpiar_paquete(
    contenido: bytes, cambiar: Callable[[Partes], Partes], primera: str, presupuesto: Presupuesto
) -> bytes:
    """A ZIP with its entries changed, in the same order and with no date; `primera` goes first, not compressed.

    Raises `NoSeLimpia` when it is broken, locked or a bomb.
    """
    abiertas = abrir_paquete(contenido, presupuesto)
    partes = cambiar({nombre: en_utf8(nombre, parte) for nombre, parte in abiertas.items()})
    salida = BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as paquete:
        for nombre in _en_orden(partes, primera):
            modo = zipfile.ZIP_STORED if nombre == primera else zipfile.ZIP_DEFLATED
            paquete.writestr(zipfile.ZipInfo(nombre, EPOCA), partes[nombre], compress_type=modo)
    return salida.getvalue()


def _en_orden(partes: Iterable[str], primera: str) -> list[str]:
    return sorted(partes, key=lambda nombre: nombre != primera)
