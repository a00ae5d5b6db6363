"""What an invented concept says, section by section."""

from collections.abc import Iterator
from html import escape
from random import Random
from typing import Any

from asiste.demo.banco.asuntos import leer
from asiste.demo.banco.historia import Emitido

Seccion = tuple[str, list[str], bool]  # title, paragraphs, and whether they are a list
ANALISIS, RECOMENDACIONES = 3, 2  # how many of each, at most and at least


class Textos:
    """Writes them: the same seed gives the same words."""

    def __init__(self, azar: Random) -> None:
        self.azar = azar
        self.frases: dict[str, Any] = leer("frases")
        self.ambitos = {ambito["naturaleza"]: ambito for ambito in self.frases["ambito"]}

    def titulo(self, emitido: Emitido) -> str:
        """That of its question; asked again, it says for which kind of entity."""
        ambito = self.ambitos[emitido.entidad.naturaleza]["titulo"]
        return f"{emitido.pregunta.titulo} {ambito}" if emitido.previo else emitido.pregunta.titulo

    def html(self, emitido: Emitido) -> tuple[str, str]:
        """With marks, and without them."""
        secciones = list(self._secciones(emitido))
        marcado = "".join(_marcar(*seccion) for seccion in secciones)
        return marcado, "\n\n".join("\n".join([titulo, *partes]) for titulo, partes, _ in secciones)

    def _secciones(self, emitido: Emitido) -> Iterator[Seccion]:
        pregunta, azar = emitido.pregunta, self.azar
        analisis = azar.sample(pregunta.analisis, min(ANALISIS, len(pregunta.analisis)))
        cuantas = azar.randint(RECOMENDACIONES, len(pregunta.recomienda))
        yield "Antecedentes", self._antecedentes(emitido), False
        yield "Marco normativo", list(pregunta.normas), True
        yield "Análisis técnico", [*analisis, self._una("enlaces", emitido)], False
        yield "Conclusiones", [pregunta.respuesta, self._una("cierres", emitido)], False
        yield "Recomendaciones", azar.sample(pregunta.recomienda, cuantas), True
        yield "Alcance del concepto", [self._una("alcance", emitido)], False

    def _antecedentes(self, emitido: Emitido) -> list[str]:
        cuenta = self.azar.choice(self.ambitos[emitido.entidad.naturaleza]["cuenta"])
        partes = [self._una("aperturas", emitido), f"{cuenta} {self._una('antecedentes', emitido)}"]
        return [*partes, self._una("repeticiones", emitido)] if emitido.previo else partes

    def _una(self, cuales: str, emitido: Emitido) -> str:
        frase: str = self.azar.choice(self.frases[cuales])
        return frase.format(
            entidad=emitido.entidad.nombre,
            consulta=emitido.pregunta.consulta,
            respuesta=emitido.pregunta.respuesta,
            radicado=f"1-{emitido.fecha.year}-{self.azar.randrange(900, 39_000)}",
            previo=emitido.previo.numero if emitido.previo else "",
            verbo=self.frases["verbos"][emitido.tipo.value] if emitido.tipo else "",
        )


def _marcar(titulo: str, partes: list[str], lista: bool) -> str:
    cual = "li" if lista else "p"
    cuerpo = "".join(f"<{cual}>{escape(parte, quote=False)}</{cual}>" for parte in partes)
    return f"<h2>{titulo}</h2>" + (f"<ul>{cuerpo}</ul>" if lista else cuerpo)
