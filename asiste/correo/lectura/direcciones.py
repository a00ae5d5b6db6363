"""Mail addresses out of From, To and quoted headers, also when badly written."""

import re

from asiste.correo.lectura.cabeceras import decodificar_palabras
from asiste.correo.lectura.datos import Remitente

# Whatever opens and never closes is taken to the end at once: trying again at every character would not finish.
_TROZOS = re.compile(r'"(?:[^"\\]|\\.|\\\Z)*"?|\((?:[^()\\]|\\.|\\\Z)*\)?|<[^<>]*>|[,;]|[^",;<(]+|.', re.DOTALL)
_CORREO = re.compile(r"[^\s@<>()\[\]\",;:\\']{1,64}@[^\s@<>()\[\]\",;:\\']{1,190}")
_ESCAPE = re.compile(r"\\(.)")


def correo_valido(texto: str) -> str:
    """The first address in a text, in lower case; empty when there is none."""
    encontrado = _CORREO.search(texto)
    if not encontrado or not encontrado.group().isprintable():
        return ""
    return encontrado.group().rstrip(".").lower()


def direcciones(valor: str) -> list[Remitente]:
    """Every mailbox of an address header. The address is what goes in angles; names are decoded only afterwards.

    An unquoted comma inside a name does not break it, and an address written inside the name is not the sender.
    """
    encontradas: list[Remitente] = []
    nombre: list[str] = []
    angulos = ""
    for trozo in [*_TROZOS.findall(valor), ","]:
        if trozo in {",", ";"}:
            correo = correo_valido(angulos or "".join(nombre))
            if correo:
                encontradas.append(Remitente(_nombre(nombre, angulos), correo))
                nombre = []
            else:
                nombre.append(", ")
            angulos = ""
        elif trozo.startswith("<") and len(trozo) > 1:
            angulos = "".join(trozo[1:-1].split())
        else:
            nombre.append(trozo)
    return encontradas


def _nombre(trozos: list[str], angulos: str) -> str:
    """Display name from what stands around the address; a comment counts when there is nothing else."""
    visible = "".join(t for t in trozos if not t.startswith("(")) if angulos else ""
    if not visible.strip(' "'):
        visible = " ".join(t[1:-1] for t in trozos if t.startswith("(") and t.endswith(")"))
    limpio = decodificar_palabras(_ESCAPE.sub(r"\1", visible.replace('"', "")))
    return limpio.strip(" ,'\"")
