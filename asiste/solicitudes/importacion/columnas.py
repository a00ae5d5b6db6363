"""What each column of a workbook is: guessed by its title. Disposición: 5-base-trazabilidad."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from asiste.solicitudes.importacion.libro import Libro
from asiste.solicitudes.importacion.texto import en_texto, llano

HASTA = 30  # rows where the titles are looked for
MUESTRAS = 3


class Campo(StrEnum):
    """What a column may be."""

    RECIBIDA = "recibida"
    ATENDIDA = "atendida"
    TEMA = "tema"
    ENTIDAD = "entidad"
    NUMERO = "numero"
    ASUNTO = "asunto"
    SOLICITANTE = "solicitante"
    CORREO = "correo"
    CANAL = "canal"
    MODALIDAD = "modalidad"
    MEDIO = "medio"
    ASESOR = "asesor"
    RESPONDIDA = "respondida"
    CERRADA = "cerrada"
    ESTADO = "estado"
    OBSERVACIONES = "observaciones"


ROTULOS = {
    Campo.RECIBIDA: "Fecha de recepción",
    Campo.ATENDIDA: "Fecha de atención",
    Campo.TEMA: "Tema",
    Campo.ENTIDAD: "Entidad",
    Campo.NUMERO: "Número propio o de SIGA",
    Campo.ASUNTO: "Asunto",
    Campo.SOLICITANTE: "Solicitante",
    Campo.CORREO: "Correo del solicitante",
    Campo.CANAL: "Canal de recepción",
    Campo.MODALIDAD: "Modalidad",
    Campo.MEDIO: "Medio de atención",
    Campo.ASESOR: "Asesor",
    Campo.RESPONDIDA: "Fecha de respuesta",
    Campo.CERRADA: "Fecha de cierre",
    Campo.ESTADO: "Estado",
    Campo.OBSERVACIONES: "Observaciones internas",
}
MINIMOS = (Campo.RECIBIDA, Campo.ATENDIDA, Campo.TEMA, Campo.ENTIDAD)  # lineamiento, 5
TITULOS = {  # as they are written, without accents or signs; a title may begin by one of them, or hold it
    Campo.RECIBIDA: "fecha de recepcion|fecha recepcion|fecha de recibo|fecha recibido|fecha de recibido|"
    "fecha de solicitud|fecha solicitud|fecha radicado|fecha de radicado|fecha de radicacion|fecha radicacion|"
    "fecha de ingreso|fecha de entrada|fecha de llegada|fecha|recibido|recepcion",
    Campo.ATENDIDA: "fecha de atencion|fecha atencion|fecha atendido|fecha de asistencia|fecha asistencia|"
    "fecha de la asistencia|fecha de realizacion|fecha realizacion|fecha de ejecucion",
    Campo.TEMA: "tema|temas|tematica|politica|componente|linea tematica|materia",
    Campo.ENTIDAD: "entidad|entidad solicitante|nombre de la entidad|nombre entidad|organismo|localidad",
    Campo.NUMERO: "radicado|no radicado|numero de radicado|numero radicado|n de radicado|no de radicado|"
    "radicado siga|siga|numero siga|no siga|consecutivo|no|n|numero",
    Campo.ASUNTO: "asunto|descripcion|solicitud|requerimiento|objeto|detalle",
    Campo.SOLICITANTE: "solicitante|nombre solicitante|nombre del solicitante|quien solicita|contacto|enlace|"
    "peticionario|nombre del contacto|persona que solicita",
    Campo.CORREO: "correo|correo electronico|email|e mail|mail",
    Campo.CANAL: "canal|medio de recepcion|via de ingreso|medio de ingreso",
    Campo.MODALIDAD: "modalidad|tipo de asistencia|tipo asistencia|clase de asistencia",
    Campo.MEDIO: "medio|medio de atencion|medio de la asistencia",
    Campo.ASESOR: "asesor|asesora|asesor a|profesional|responsable|funcionario|atendido por|atendio|quien atiende",
    Campo.RESPONDIDA: "fecha de respuesta|fecha respuesta|fecha de la respuesta",
    Campo.CERRADA: "fecha de cierre|fecha cierre|fecha de cerrado",
    Campo.ESTADO: "estado",
    Campo.OBSERVACIONES: "observaciones|observacion|notas|nota|comentarios",
}
EXACTO, EMPIEZA = 1000, 500


@dataclass(frozen=True, slots=True)
class Columna:
    """A column as shown: its letter's position from 0, its title and some of its values."""

    indice: int
    titulo: str
    muestras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cabecera:
    """Where the titles of a sheet are, and the columns under them that hold something."""

    hoja: str
    fila: int
    columnas: tuple[Columna, ...]

    @property
    def titulos(self) -> list[str]:
        """Titles in their order."""
        return [columna.titulo for columna in self.columnas]


def parecido(titulo: str, campo: Campo) -> int:
    """How much a title sounds like a field; 0, nothing."""
    dicho = llano(titulo)
    puntos = 0
    for sinonimo in TITULOS[campo].split("|"):
        if dicho == sinonimo:
            return EXACTO + len(sinonimo)
        if len(sinonimo) > 3 and sinonimo not in {"fecha", "solicitud"} and f" {sinonimo} " in f" {dicho} ":
            puntos = max(puntos, len(sinonimo) + EMPIEZA * dicho.startswith(sinonimo))
    return puntos


def adivinar(titulos: Sequence[str]) -> dict[int, Campo]:
    """Position of each column whose title tells what it is; each field once, where it sounds best."""
    candidatos = sorted(
        (
            (parecido(titulo, campo), -indice, campo)
            for indice, titulo in enumerate(titulos)
            for campo in Campo
            if titulo and parecido(titulo, campo)
        ),
        reverse=True,
    )
    elegidos: dict[int, Campo] = {}
    for _, negativo, campo in candidatos:
        if -negativo not in elegidos and campo not in elegidos.values():
            elegidos[-negativo] = campo
    return elegidos


def buscar_cabecera(libro: Libro, hoja: str = "", fila: int = 0) -> Cabecera:
    """The titles of the sheet and row asked for; else, those of the book that say most.

    Raises `LibroIlegible` for a book that cannot be read.
    """
    hojas = [hoja] if hoja in libro.hojas else libro.hojas
    primeras = {cual: [celdas for _, celdas in islice(libro.filas(cual), HASTA + MUESTRAS + 1)] for cual in hojas}
    if fila and len(hojas) == 1:
        return _cabecera(hojas[0], fila, primeras[hojas[0]])
    _, _, mejor, numero = max(
        (
            (puntos, -orden, cual, numero)
            for orden, cual in enumerate(hojas)
            for puntos, numero in _puntuar(primeras[cual])
        ),
        key=lambda candidata: (candidata[0], candidata[1], -candidata[3]),
        default=(0, 0, hojas[0], 1),
    )
    return _cabecera(mejor, numero, primeras[mejor])


def _puntuar(filas: Sequence[Sequence[Any]]) -> Iterator[tuple[int, int]]:
    """How many fields the titles of each of the first rows name, and its number."""
    for numero, celdas in enumerate(filas[:HASTA], start=1):
        textos = [en_texto(celda) for celda in celdas]
        cortos = [texto if len(texto) <= 60 else "" for texto in textos]
        yield 10 * len(adivinar(cortos)) + min(9, sum(1 for texto in textos if texto)), numero


def _cabecera(hoja: str, fila: int, filas: Sequence[Sequence[Any]]) -> Cabecera:
    titulos = [en_texto(celda)[:200] for celda in (filas[fila - 1] if fila <= len(filas) else [])]
    debajo = [[en_texto(celda) for celda in celdas] for celdas in filas[fila : fila + MUESTRAS]]
    ancho = max((len(celdas) for celdas in [titulos, *debajo]), default=0)
    columnas = []
    for indice in range(ancho):
        titulo = titulos[indice] if indice < len(titulos) else ""
        muestras = tuple(celdas[indice][:60] for celdas in debajo if indice < len(celdas) and celdas[indice])
        if titulo or muestras:
            columnas.append(Columna(indice, titulo, muestras))
    return Cabecera(hoja, fila, tuple(columnas))
