"""The first step: the HTML of a stranger written again tag by tag, in linear time and to a bounded depth."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from asiste.correo.presentacion.marcas import MARCA, MUDAS, atributos_de, medidas_de, sigue_callada

MAXIMO_NIVELES = 60

SUELTAS = {"br", "hr"}
MISMAS = {
    **dict.fromkeys(["p", "div", "span", "blockquote", "ul", "ol", "li", "pre", "table", "thead", "tbody", "tfoot"]),
    **dict.fromkeys(["tr", "td", "th", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small"]),
}
OTRAS = {
    "center": "div",
    "strike": "s",
    "del": "s",
    "ins": "u",
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], "p"),
}
# What a tag closes when nobody did, and up to where
CIERRA = {
    "p": ({"p"}, {"td", "th", "li", "div", "blockquote"}),
    "li": ({"li"}, {"ul", "ol"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr"}, {"table"}),
}
_ENLACE = re.compile(r"(?:https?://|mailto:)\S+\Z", re.IGNORECASE)
_AJENA = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


@dataclass
class Copia:
    """Writes the tags again; `pila` holds the open ones."""

    imagenes: Mapping[str, str]
    enlaces: bool
    salida: list[str] = field(default_factory=list)
    ocultas: int = 0
    pila: list[str] = field(default_factory=list)
    destino: str = ""
    desde: int = 0

    def copiar(self, html: str) -> Iterator[str]:
        """The same document, piece by piece."""
        primero, *trozos = html.replace("\x00", "").split("<")
        yield primero.replace(">", "&gt;")
        callada = ""
        for trozo in trozos:
            if callada:
                callada, resto = sigue_callada(callada, trozo)
                if not callada:
                    yield resto.replace(">", "&gt;")
                continue
            marca, cierre, texto = trozo.partition(">")
            encontrada = MARCA.match(marca)
            if trozo.startswith("!--"):
                callada, texto = sigue_callada("--", trozo[3:])
            elif not encontrada:
                texto = texto if cierre and marca.startswith(("!", "?", "/")) else f"&lt;{marca}{cierre}{texto}"
            elif encontrada[2].lower() in MUDAS and not encontrada[1]:
                callada = "" if marca.endswith("/") else encontrada[2].lower()
                texto = ""
            else:
                yield from self._marca(encontrada[1], encontrada[2].lower(), encontrada[3])
            if not callada:
                yield texto.replace(">", "&gt;")

    def _marca(self, cierre: str, cruda: str, resto: str) -> Iterator[str]:
        nombre = OTRAS.get(cruda, cruda)
        if nombre == "img":
            yield self._imagen(atributos_de(resto))
        elif nombre == "a":
            yield from self._enlace(cierre, resto)
        elif nombre in SUELTAS:
            yield f"<{nombre}>"
        elif nombre in MISMAS and cierre:
            yield from self._cerrar(nombre)
        elif nombre in MISMAS:
            yield from self._cerrar_lo_abierto(nombre)
            if len(self.pila) < MAXIMO_NIVELES:
                self.pila.append(nombre)
                yield f"<{nombre}{medidas_de(resto) if nombre in {'td', 'th'} else ''}>"

    def _cerrar(self, nombre: str) -> Iterator[str]:
        if nombre in self.pila:
            while (abierta := self.pila.pop()) != nombre:
                yield f"</{abierta}>"
            yield f"</{nombre}>"

    def _cerrar_lo_abierto(self, nombre: str) -> Iterator[str]:
        cierra, hasta = CIERRA.get(nombre, (set(), set()))
        for abierta in reversed(self.pila):
            if abierta in cierra:
                yield from self._cerrar(abierta)
                return
            if abierta in hasta:
                return

    def _imagen(self, atributos: dict[str, str]) -> str:
        origen = atributos.get("src", "")
        if origen.lower().startswith("cid:") and (nuestra := self.imagenes.get(origen[4:])):
            return f'<img src="{escape(nuestra)}" alt="{escape(atributos.get("alt", ""))}">'
        self.ocultas += bool(_AJENA.match(origen))
        return ""

    def _enlace(self, cierre: str, resto: str) -> Iterator[str]:
        """A link, and behind its words where it leads, unless they already say it."""
        if self.destino:
            dicho = unescape("".join(self.salida[self.desde :])).strip()
            seguido = "" if dicho == self.destino else f" <small>({escape(self.destino)})</small>"
            self.destino = ""
            yield f"{'</a>' if self.enlaces else ''}{seguido}"
        if cierre:
            return
        destino = atributos_de(resto).get("href", "").strip()
        if _ENLACE.match(destino):
            self.destino = destino
            self.desde = len(self.salida) + 1
            yield f'<a href="{escape(destino)}">' if self.enlaces else ""
