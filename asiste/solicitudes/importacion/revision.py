"""The whole of a workbook read row by row, without writing anything."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from asiste.solicitudes.acciones.historico import CasoHistorico
from asiste.solicitudes.importacion.columnas import Campo
from asiste.solicitudes.importacion.interprete import Interprete
from asiste.solicitudes.importacion.libro import LibroIlegible, abrir
from asiste.solicitudes.importacion.reconocimiento import Reconocedor
from asiste.solicitudes.importacion.renglon import Renglon
from asiste.solicitudes.importacion.repetidas import Repetidas
from asiste.solicitudes.models import Equivalencia, Importacion, RenglonImportado

FILAS = 20_000  # requests of a workbook
VALORES = 300  # words to be confirmed of each kind
Resultado = RenglonImportado.Resultado


@dataclass(frozen=True, slots=True)
class Leida:
    """A row as it was understood; `caso` is the request that would come in, if it does."""

    fila: int
    resultado: Resultado
    mensajes: list[str] = field(default_factory=list)
    fecha: str = ""
    entidad: str = ""
    asunto: str = ""
    caso: CasoHistorico | None = None


class Revision:
    """Reads the rows of an import whose columns were chosen."""

    def __init__(self, importacion: Importacion, ahora: datetime) -> None:
        self.importacion = importacion
        self.columnas = {int(indice): Campo(campo) for indice, campo in importacion.columnas.items()}
        self.interprete = Interprete(importacion, ahora)
        self.repetidas = Repetidas(importacion.dependencia.direccion)

    def filas(self) -> Iterator[Leida]:
        """Each row with something, in order. Raises `LibroIlegible`."""
        casos = 0
        with closing(self.importacion.archivo.abrir()) as contenido:
            libro = abrir(contenido, self.importacion.nombre)
            if self.importacion.hoja not in libro.hojas:
                raise LibroIlegible(f"El libro no tiene la hoja «{self.importacion.hoja}».")
            for numero, celdas in islice(libro.filas(self.importacion.hoja), self.importacion.fila_titulos, None):
                renglon = Renglon(numero, celdas, self.columnas, libro.epoca)
                if renglon.vacio:
                    continue
                casos += 1
                if casos > FILAS:
                    raise LibroIlegible("Tiene más de 20.000 filas: divídalo en varios libros.")
                yield self._leer(renglon)

    def _leer(self, renglon: Renglon) -> Leida:
        if motivo := renglon.por_que_no_es_un_caso(self.importacion.titulos):
            return Leida(renglon.fila, Resultado.OMITIDA, [motivo])
        caso = self.interprete.caso(renglon)
        datos: dict[str, Any] = {
            "fecha": renglon.dia(Campo.RECIBIDA)[:40],
            "entidad": (_entidad(caso) if caso else renglon.texto(Campo.ENTIDAD))[:200],
            "asunto": (renglon.texto(Campo.ASUNTO) or renglon.texto(Campo.TEMA))[:200],
        }
        if caso is None:
            return Leida(renglon.fila, Resultado.ERROR, [*renglon.errores, *renglon.avisos], **datos)
        repetida, raro = self.repetidas.examinar(caso, renglon.fila)
        if repetida:
            return Leida(renglon.fila, Resultado.REPETIDA, [repetida], **datos)
        avisos = [*renglon.avisos, raro] if raro else renglon.avisos
        return Leida(renglon.fila, Resultado.AVISO if avisos else Resultado.ENTRA, avisos, **datos, caso=caso)

    def valores(self) -> list[dict[str, Any]]:
        """Words of the rows read that a person should look at, of each kind the most frequent first."""
        catalogos = self.interprete.catalogos
        return [
            *_dudosos(Equivalencia.Tipo.ENTIDAD, catalogos.entidad),
            *_dudosos(Equivalencia.Tipo.TEMA, catalogos.tema),
            *_dudosos(Equivalencia.Tipo.ASESOR, catalogos.asesor),
        ]


def _entidad(caso: CasoHistorico) -> str:
    return caso.pedido.entidad.nombre if caso.pedido.entidad else caso.pedido.entidad_nombre


def _dudosos(tipo: str, reconocedor: Reconocedor) -> list[dict[str, Any]]:
    """What is not known goes before what was guessed; what a person said stays, to be changed."""
    hallados: list[dict[str, Any]] = [
        {
            "tipo": str(tipo),
            "clave": dicho,
            "texto": reconocedor.escritos[dicho],
            "veces": reconocedor.veces[dicho],
            "entendido": hallazgo.nombre,
            "desconocido": hallazgo.desconocido,
        }
        for dicho, hallazgo in reconocedor.vistos.items()
        if not hallazgo.seguro or dicho in reconocedor.dichos
    ]
    return sorted(hallados, key=lambda uno: (not uno["desconocido"], -uno["veces"], uno["clave"]))[:VALORES]
