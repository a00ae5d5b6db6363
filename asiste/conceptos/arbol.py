"""Clean HTML read as a tree of plain data.

Blocks: `p` and `titulo` (`n`, its level) with the pieces of text in `c`; `lista` (`n` true when numbered, `desde` its
first number) with blocks for each item; `cita` with blocks; `tabla` (`columnas`, `filas`, `cabeza`) with its cells.
A piece: `s` its text, with a line feed for each break; `m` its marks (b, i, u, s, sub, sup); `a` where a link leads.
"""

from html.parser import HTMLParser
from typing import Any

from asiste.conceptos.tabla import armar

Nodo = dict[str, Any]
MAXIMO_NIVELES = 8  # lists, quotes and tables inside others: deeper ones are told where they are
LETRAS = {"strong": "b", "b": "b", "em": "i", "i": "i", "u": "u", "s": "s", "sub": "sub", "sup": "sup"}
TITULOS = {"h1": 1, "h2": 1, "h3": 1, "h4": 2, "h5": 2, "h6": 2}
PARRAFOS = {"p", "div", "pre"}
MUDAS = {"script", "style", "title", "xml", "object", "svg", "math", "template", "noscript", "iframe", "head"}
MAXIMO_ABIERTAS = 60  # tags inside others, of each kind: the rest are not seen, but their text is
DESTINOS = ("http://", "https://", "mailto:")
CAJAS = {"ul", "ol", "li", "blockquote", "table", "tr", "th", "td"}


def leer(html: str) -> list[Nodo]:
    """The blocks, in their order; those that say nothing left out."""
    lector = _Lector()
    lector.feed(html)
    lector.close()
    return lector.terminar()


class _Lector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.raiz: list[Nodo] = []
        self.cajas: list[tuple[str, dict[str, str], list[Any]]] = []  # tag, what it is made of, what goes inside
        self.trozos: list[Nodo] = []
        self.marcas: list[str] = []
        self.enlace = ""
        self.nivel = 0  # of heading, while in one
        self.callada = ""  # tag whose inside says nothing, while in one

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        atributos = {clave: valor or "" for clave, valor in attrs}
        if self.callada or tag in MUDAS:
            self.callada = self.callada or tag
        elif tag in LETRAS:
            self.marcas += [LETRAS[tag]] if len(self.marcas) < MAXIMO_ABIERTAS else []
        elif tag == "a":
            destino = atributos.get("href", "").strip()
            self.enlace = destino if destino.startswith(DESTINOS) else ""
        elif tag == "br":
            self._decir("\n")
        elif tag in PARRAFOS or tag in TITULOS:
            self._cerrar_parrafo()
            self.nivel = TITULOS.get(tag, 0)
        elif tag in CAJAS and len(self.cajas) < MAXIMO_ABIERTAS:
            self._cerrar_parrafo()
            self.cajas.append((tag, atributos, []))

    def handle_endtag(self, tag: str) -> None:
        if self.callada:
            self.callada = "" if tag == self.callada else self.callada
        elif tag in LETRAS:
            if LETRAS[tag] in self.marcas:
                self.marcas.remove(LETRAS[tag])
        elif tag == "a":
            self.enlace = ""
        elif tag in PARRAFOS or tag in TITULOS:
            self._cerrar_parrafo()
        elif tag in CAJAS and any(caja[0] == tag for caja in self.cajas):
            self._cerrar_parrafo()
            while self._cerrar_caja() != tag:
                continue

    def handle_data(self, data: str) -> None:
        if not self.callada:
            self._decir(data.replace("\n", " "))

    def terminar(self) -> list[Nodo]:
        """What was read, with all that was left open closed."""
        self._cerrar_parrafo()
        while self.cajas:
            self._cerrar_caja()
        return self.raiz

    def _decir(self, texto: str) -> None:
        trozo: Nodo = {"s": texto, "m": sorted(set(self.marcas))}
        if self.enlace and texto.strip():
            trozo["a"] = self.enlace
        if self.trozos and {**self.trozos[-1], "s": ""} == {**trozo, "s": ""}:
            self.trozos[-1]["s"] += texto
        else:
            self.trozos.append(trozo)

    def _cerrar_parrafo(self) -> None:
        trozos, nivel = _recortados(self.trozos), self.nivel
        self.trozos, self.nivel = [], 0
        if trozos:
            self._dentro().append({"t": "titulo", "n": nivel, "c": trozos} if nivel else {"t": "p", "c": trozos})

    def _dentro(self) -> list[Any]:
        """Where a block goes: the nearest box that holds blocks."""
        dentro = (bloques for tag, _, bloques in reversed(self.cajas) if tag in {"li", "th", "td", "blockquote"})
        return next(dentro, self.raiz)

    def _cerrar_caja(self) -> str:
        tag, atributos, hijos = self.cajas.pop()
        hondo = sum(caja in {"ul", "ol", "table", "blockquote"} for caja, _, _ in self.cajas) >= MAXIMO_NIVELES
        if tag in {"li", "tr", "th", "td"}:
            self._en_su_caja(tag, atributos, hijos)
        elif hondo:
            self._dentro().extend(_aplanados(tag, hijos))
        elif nodo := _nodo(tag, atributos, hijos):
            self._dentro().append(nodo)
        return tag

    def _en_su_caja(self, tag: str, atributos: dict[str, str], hijos: list[Any]) -> None:
        """Items go to their list, rows to their table and cells to their row; loose ones, where they are."""
        duenos = {"li": {"ul", "ol"}, "tr": {"table"}}.get(tag, {"tr"})
        if self.cajas and self.cajas[-1][0] in duenos:
            celda = {"th": tag == "th", "atributos": atributos, "c": hijos}
            self.cajas[-1][2].append(celda if tag in {"th", "td"} else hijos)
        else:
            self._dentro().extend(_aplanados(tag, hijos))


def _nodo(tag: str, atributos: dict[str, str], hijos: list[Any]) -> Nodo | None:
    if tag == "table":
        return armar(hijos)
    if tag == "blockquote":
        return {"t": "cita", "c": hijos} if hijos else None
    items = [item for item in hijos if item]
    desde = atributos.get("start", "")
    inicio = int(desde) if desde.isdecimal() and len(desde) < 5 else 1
    return {"t": "lista", "n": tag == "ol", "desde": inicio, "c": items} if items else None


def _aplanados(tag: str, hijos: list[Any]) -> list[Nodo]:
    """The blocks of a box that cannot be where it is."""
    if tag in {"ul", "ol"}:
        return [bloque for item in hijos for bloque in item]
    if tag == "tr":
        return [bloque for celda in hijos for bloque in celda["c"]]
    if tag == "table":
        return [bloque for fila in hijos for celda in fila for bloque in celda["c"]]
    return hijos


def _recortados(trozos: list[Nodo]) -> list[Nodo]:
    """The pieces without the spaces and breaks at both ends."""
    vivos = [dict(trozo) for trozo in trozos]
    while vivos and not (recortado := vivos[0]["s"].lstrip()):
        vivos.pop(0)
    if vivos:
        vivos[0]["s"] = recortado
    while vivos and not (recortado := vivos[-1]["s"].rstrip()):
        vivos.pop()
    if vivos:
        vivos[-1]["s"] = recortado
    return vivos
