"""The public version of a signed concept: what it says without personal data. Pure.

Disposición: 7.1.3-banco-conceptos.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from asiste.conceptos.models import Tachadura
from asiste.conocimiento.datos_personales import Hallazgo, buscar
from asiste.conocimiento.llano import plegar
from asiste.conocimiento.nombres import maneras_de
from asiste.conocimiento.tachado import leer, pasaje_en, tachar, tachar_llano

Contenido = Mapping[str, Any]
MARCAS = {
    Tachadura.Clase.CEDULA: "[cédula suprimida]",
    Tachadura.Clase.CORREO: "[correo suprimido]",
    Tachadura.Clase.TELEFONO: "[teléfono suprimido]",
    Tachadura.Clase.DIRECCION: "[dirección suprimida]",
    Tachadura.Clase.NOMBRE: "[nombre suprimido]",
    Tachadura.Clase.OTRO: "[dato suprimido]",
}
LLANOS = ("titulo", "asunto", "consulta", "terminos")
DE_PERSONAS = {"Quien consulta"}  # rows of the header that are never public
ESPACIOS = re.compile(r"\s+")
ALREDEDOR = 60  # characters shown before and after


@dataclass(slots=True)
class Propuesta:
    """A passage that looks like a personal datum, where it is first found, how many times, and what was decided."""

    clase: str
    pasaje: str
    seccion: str
    antes: str
    despues: str
    veces: int = 1
    decision: Tachadura | None = field(default=None)

    @property
    def rotulo(self) -> str:
        """Its kind in words."""
        return str(Tachadura.Clase(self.clase).label)


def propuestas(contenido: Contenido, tachaduras: Iterable[Tachadura]) -> list[Propuesta]:
    """What looks like a personal datum, each one once, with its decision; then what a person took out besides."""
    decisiones = {plegar(una.pasaje): una for una in tachaduras}
    halladas: dict[str, Propuesta] = {}
    for seccion, texto in _textos(contenido):
        for uno in _hallados(contenido, texto):
            clave, pasaje = plegar(uno.texto), " ".join(uno.texto.split())
            if clave in halladas:
                halladas[clave].veces += 1
                continue
            antes, despues = alrededor(texto, uno.inicio, uno.fin)
            halladas[clave] = Propuesta(uno.clase, pasaje, seccion, antes, despues, 1, decisiones.get(clave))
    return list(halladas.values())


def pendientes(contenido: Contenido, tachaduras: Iterable[Tachadura]) -> list[Propuesta]:
    """Those that nobody has decided yet, and are not inside a passage that goes."""
    tachaduras = list(tachaduras)
    fuera = [una.pasaje for una in tachaduras if una.tacha]
    quedan = _que_quedan(contenido, fuera)
    sueltas = (una for una in propuestas(contenido, tachaduras) if una.decision is None)
    return [una for una in sueltas if plegar(una.pasaje) in quedan]


def veces_que_esta(contenido: Contenido, pasaje: str) -> int:
    """How many times a passage is in what would be published."""
    return sum(len(pasaje_en(texto, pasaje)) for _, texto in _textos(contenido))


def no_se_lee(contenido: Contenido, tachaduras: Iterable[Tachadura], texto: str) -> list[str]:
    """Words of another text on the same concept that may not be read: taken out, or personal and not kept."""
    tachaduras = list(tachaduras)
    quedan = {plegar(una.pasaje) for una in tachaduras if not una.tacha}
    personales = [uno.texto for uno in _hallados(contenido, texto) if plegar(uno.texto) not in quedan]
    tramos = [tramo for una in tachaduras if una.tacha for tramo in pasaje_en(texto, una.pasaje)]
    return [*(texto[inicio:fin] for inicio, fin in tramos), *personales]


def version_publica(contenido: Contenido, tachaduras: Iterable[Tachadura]) -> dict[str, Any]:
    """The same content without what was taken out, without who asked and without annexes."""
    marcas = {una.pasaje: MARCAS[Tachadura.Clase(una.clase)] for una in tachaduras if una.tacha}
    publico = {**contenido, **{campo: tachar_llano(contenido[campo], marcas) for campo in LLANOS}}
    publico["datos"] = [[rotulo, tachar_llano(valor, marcas)] for rotulo, valor in _datos(contenido)]
    publico["secciones"] = [[clave, rotulo, tachar(html, marcas)] for clave, rotulo, html in contenido["secciones"]]
    publico["anexos"] = []
    return publico


def html_de(publico: Contenido) -> str:
    """What the bank shows of a public version: the inquiry and each section under its title."""
    return "\n".join(f"<h2>{escape(rotulo)}</h2>\n{html}" for rotulo, html in partes_de(publico))


def partes_de(publico: Contenido) -> list[tuple[str, str]]:
    """Title and HTML of each part that says something."""
    consulta = "".join(f"<p>{escape(parrafo)}</p>" for parrafo in publico["consulta"].split("\n") if parrafo.strip())
    partes = [("Lo que se consulta", consulta), *((rotulo, html) for _, rotulo, html in publico["secciones"])]
    return [(rotulo, html) for rotulo, html in partes if html.strip()]


def alrededor(texto: str, inicio: int, fin: int) -> tuple[str, str]:
    """Some whole words before and after a passage, on one line."""
    antes, despues = texto[max(0, inicio - ALREDEDOR) : inicio], texto[fin : fin + ALREDEDOR]
    if inicio > ALREDEDOR:
        antes = "… " + antes.partition(" ")[2]
    if fin + ALREDEDOR < len(texto):
        despues = despues.rpartition(" ")[0] + " …"
    return ESPACIOS.sub(" ", antes), ESPACIOS.sub(" ", despues)


def _hallados(contenido: Contenido, texto: str) -> list[Hallazgo]:
    """Personal data of a text, in its order; the name of who asks, whole or in part, is one of them."""
    hallados = buscar(texto)
    nombres = (tramo for manera in maneras_de(_quien_consulta(contenido)) for tramo in pasaje_en(texto, manera))
    for inicio, fin in nombres:
        if all(fin <= otro.inicio or inicio >= otro.fin for otro in hallados):
            hallados.append(Hallazgo(Tachadura.Clase.NOMBRE, texto[inicio:fin], inicio, fin))
    return sorted(hallados, key=lambda uno: uno.inicio)


def _quien_consulta(contenido: Contenido) -> str:
    """The name in the header, without the charge that follows it."""
    return next((valor.split(",")[0] for rotulo, valor in contenido["datos"] if rotulo in DE_PERSONAS), "")


def _datos(contenido: Contenido) -> list[list[str]]:
    return [par for par in contenido["datos"] if par[0] not in DE_PERSONAS]


def _textos(contenido: Contenido) -> Iterator[tuple[str, str]]:
    """What would be read, part by part, with the name of each."""
    yield "Asunto", contenido["asunto"]
    yield from ((f"Datos, {rotulo.lower()}", valor) for rotulo, valor in _datos(contenido))
    yield "Lo que se consulta", contenido["consulta"]
    yield "Términos", contenido["terminos"]
    yield from ((rotulo, leer(html).texto) for _, rotulo, html in contenido["secciones"])


def _que_quedan(contenido: Contenido, fuera: list[str]) -> set[str]:
    """Passages that would still be read once others are out."""
    quedan: set[str] = set()
    for _, texto in _textos(contenido):
        tramos = [tramo for pasaje in fuera for tramo in pasaje_en(texto, pasaje)]
        quedan |= {
            plegar(uno.texto)
            for uno in _hallados(contenido, texto)
            if not any(inicio <= uno.inicio and uno.fin <= fin for inicio, fin in tramos)
        }
    return quedan
