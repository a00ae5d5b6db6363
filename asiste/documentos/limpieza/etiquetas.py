"""Tags in the XML of strangers, read and changed in one pass: however it is written, no text is looked at twice."""

import re
from collections.abc import Mapping
from html import unescape

ATRIBUTO = re.compile(rb"""(?<![\w:.-])((?:\w++:)?+([\w.-]++)\s*+=\s*+)("[^"<]*+"|'[^'<]*+')""")
TEXTO = r"""((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)"""


def abre(*nombres: str) -> re.Pattern[bytes]:
    """Opening tags of those names in any namespace, whole when nothing is inside: 1, the name; 2, its attributes."""
    cuales = "|".join(nombres)
    return re.compile(rf"<((?:[\w.-]+:)?(?:{cuales}))(?=[\s/>]){TEXTO}>(?:\s*+</\1>)?".encode())


def nombre_de(hallada: re.Match[bytes]) -> str:
    """Its name without the namespace."""
    return hallada[1].rpartition(b":")[2].decode()


def atributos(hallada: re.Match[bytes]) -> dict[str, str]:
    """Its attributes, by their name without the namespace."""
    suyos = ATRIBUTO.findall(hallada[2])
    return {nombre.decode(): unescape(valor[1:-1].decode("utf-8", "replace")) for _, nombre, valor in suyos}


def con_valores(hallada: re.Match[bytes], valores: Mapping[str, str]) -> bytes:
    """The tag with those values in the attributes that it has."""

    def cambio(uno: re.Match[bytes]) -> bytes:
        nuevo = valores.get(uno[2].decode())
        return uno[0] if nuevo is None else uno[1] + f'"{nuevo}"'.encode()

    return ATRIBUTO.sub(cambio, hallada[0])
