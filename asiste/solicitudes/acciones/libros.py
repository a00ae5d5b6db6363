"""Workbooks before they come in: received, and told what their columns and their words are."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Entidad, Funcionario
from asiste.documentos.acciones import guardar_archivo
from asiste.portafolio.models import Tema
from asiste.solicitudes.acciones.base import ReglaIncumplida
from asiste.solicitudes.importacion.columnas import MINIMOS, ROTULOS, Cabecera, Campo, adivinar, buscar_cabecera
from asiste.solicitudes.importacion.libro import LibroIlegible, abrir
from asiste.solicitudes.models import Equivalencia, Importacion

Tipo = Equivalencia.Tipo
REPITEN = {Campo.OBSERVACIONES}  # may be in several columns
YA_ENTRO = "Este libro ya se importó."
OCUPADA = "Ya se está trabajando en esta importación: espere a que termine."


@dataclass(frozen=True, slots=True)
class Eleccion:
    """What a person says that a word is: the key of its catalogue, or nothing of it."""

    tipo: str
    clave: str
    destino: int | None


@dataclass(frozen=True, slots=True)
class Propuesta:
    """What the columns of a book seem to be, by position; `recordada` from another book of the office."""

    columnas: dict[int, str]
    recordada: bool = False


def recibir_libro(
    *, dependencia: Dependencia, nombre: str, contenido: bytes, autor: Usuario, ahora: datetime
) -> Importacion:
    """Keeps a workbook of an office, once it is known that it can be read. Raises `ReglaIncumplida`."""
    archivo = guardar_archivo(contenido=contenido)
    importacion = Importacion(
        dependencia=dependencia, archivo=archivo, nombre=nombre[-250:], creada_en=ahora, creada_por=autor
    )
    leer_cabecera(importacion)
    importacion.save()
    return importacion


def leer_cabecera(importacion: Importacion, hoja: str = "", fila: int = 0) -> tuple[list[str], Cabecera]:
    """Sheets of the book, and the titles asked for or, without asking, the likeliest. Raises `ReglaIncumplida`."""
    try:
        with closing(importacion.archivo.abrir()) as contenido:
            libro = abrir(contenido, importacion.nombre)
            return list(libro.hojas), buscar_cabecera(libro, hoja, fila)
    except LibroIlegible as error:
        raise ReglaIncumplida(str(error)) from error


def proponer_columnas(importacion: Importacion, cabecera: Cabecera) -> Propuesta:
    """What each column was in the last import of the office with these titles; else what its title sounds like."""
    otra = (
        Importacion.objects.filter(dependencia=importacion.dependencia, titulos=cabecera.titulos)
        .exclude(columnas={})
        .order_by("-creada_en", "-id")
        .first()
    )
    if otra:
        return Propuesta({int(indice): campo for indice, campo in otra.columnas.items()}, otra.pk != importacion.pk)
    adivinadas = adivinar([columna.titulo for columna in cabecera.columnas])
    return Propuesta({cabecera.columnas[i].indice: str(campo) for i, campo in adivinadas.items()})


@transaction.atomic
def elegir_columnas(
    *, importacion: Importacion, cabecera: Cabecera, columnas: Mapping[int, Campo], cierra_atendidas: bool
) -> Importacion:
    """Says what each column is; what was read before no longer counts.

    Raises `ReglaIncumplida` when one of the least is missing, or two columns are the same.
    Disposición: 5-base-trazabilidad.
    """
    importacion = bloquear_libre(importacion)
    if importacion.aplicada_en:
        raise ReglaIncumplida(YA_ENTRO)
    elegidos = list(columnas.values())
    if faltan := [ROTULOS[campo] for campo in MINIMOS if campo not in elegidos]:
        raise ReglaIncumplida(f"Falta decir qué columna es: {', '.join(faltan)}.")
    dobles = {ROTULOS[campo] for campo in elegidos if elegidos.count(campo) > 1 and campo not in REPITEN}
    if dobles:
        raise ReglaIncumplida(f"Hay más de una columna para: {', '.join(sorted(dobles))}.")
    importacion.hoja, importacion.fila_titulos = cabecera.hoja, cabecera.fila
    importacion.titulos = cabecera.titulos
    importacion.columnas = {str(indice): str(campo) for indice, campo in sorted(columnas.items())}
    importacion.cierra_atendidas = cierra_atendidas
    importacion.revisada_en, importacion.cuentas, importacion.valores, importacion.fallo = None, {}, [], ""
    importacion.save()
    return importacion


def bloquear_libre(importacion: Importacion) -> Importacion:
    """The import as it is, locked. Raises `ReglaIncumplida` when someone works on it."""
    actual = Importacion.objects.con_nombres().select_for_update(of=("self",)).get(pk=importacion.pk)
    if actual.tarea:
        raise ReglaIncumplida(OCUPADA)
    return actual


@transaction.atomic
def descartar_libro(*, importacion: Importacion) -> None:
    """Forgets a workbook that was not brought in. The audit trail keeps who took it away, and the store its file.

    Raises `ReglaIncumplida` when it came in, even if it was undone, or while someone works on it.
    """
    importacion = bloquear_libre(importacion)
    if importacion.aplicada_en:
        raise ReglaIncumplida(YA_ENTRO)
    importacion.delete()


@transaction.atomic
def decir_palabras(*, importacion: Importacion, elecciones: Iterable[Eleccion]) -> None:
    """Remembers for the dirección what those words are, in this book and in the ones to come."""
    catalogos = {Tipo.ENTIDAD: Entidad, Tipo.TEMA: Tema, Tipo.ASESOR: Funcionario}
    for eleccion in elecciones:
        destinos = {str(tipo): None for tipo in catalogos} | {eleccion.tipo: eleccion.destino}
        Equivalencia.objects.update_or_create(
            dependencia=importacion.dependencia.direccion,
            tipo=eleccion.tipo,
            texto=eleccion.clave,
            defaults={f"{tipo}_id": destino for tipo, destino in destinos.items()},
        )
