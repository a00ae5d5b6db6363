"""Workbooks as the offices keep them, and their way into the platform."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook

from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.acciones.importar import pedir
from asiste.solicitudes.acciones.libros import elegir_columnas, leer_cabecera, proponer_columnas, recibir_libro
from asiste.solicitudes.importacion.columnas import Campo
from asiste.solicitudes.models import Importacion
from pruebas import fabricas

NOMBRE = "BASE ASISTENCIAS 2025.xlsx"
TITULOS = ("No. Radicado", "Fecha de recepción", "Entidad solicitante", "Tema", "Asunto", "Fecha de atención", "Estado")
MINIMOS = ("Fecha de recepción", "Fecha de atención", "Tema", "Entidad")
Fila = Sequence[Any]


def fila(**cambios: Any) -> tuple[Any, ...]:
    """A row under `TITULOS`: what Hacienda asked on 12 March 2025, attended on the 20th."""
    datos = {
        "numero": "1-2025-386",
        "recibida": "12/03/2025",
        "entidad": "Secretaría Distrital de Hacienda",
        "tema": "Integridad",
        "asunto": "Plan de mejora",
        "atendida": "20/03/2025",
        "estado": "Atendido",
    }
    return tuple((datos | cambios).values())


def excel(*filas: Fila, titulos: Fila = TITULOS, antes: Sequence[Fila] = (), hoja: str = "2025") -> bytes:
    """A workbook with one sheet of rows under its titles, after what is above them."""
    libro = Workbook()
    pagina = libro.active
    assert pagina is not None
    pagina.title = hoja
    for celdas in (*antes, titulos, *filas):
        pagina.append(list(celdas))
    return guardado(libro)


def guardado(libro: Workbook) -> bytes:
    """Bytes of a workbook."""
    archivo = io.BytesIO()
    libro.save(archivo)
    return archivo.getvalue()


def cambiado(libro: bytes, parte: str, cambio: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed, or added."""
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(libro)) as antes, zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as despues:
        partes = {cual: antes.read(cual) for cual in antes.namelist()}
        for cual, contenido in (partes | {parte: cambio(partes.get(parte, b""))}).items():
            despues.writestr(cual, contenido)
    return salida.getvalue()


def jefe(clave: str = "dddi") -> Usuario:
    """Who heads an office."""
    return fabricas.funcionario(clave, nombre="Marta Gil", rol=Rol.DIRECCION).usuario


def recibido(
    contenido: bytes, *, nombre: str = NOMBRE, clave: str = "dddi", autor: Usuario | None = None
) -> Importacion:
    """A workbook just uploaded to an office."""
    return recibir_libro(
        dependencia=fabricas.dependencia(clave),
        nombre=nombre,
        contenido=contenido,
        autor=autor or jefe(clave),
        ahora=fabricas.AHORA,
    )


def revisado(
    contenido: bytes, *, cierra: bool = True, ahora: datetime = fabricas.AHORA, **opciones: Any
) -> Importacion:
    """A workbook with the columns that its titles tell, read."""
    libro = recibido(contenido, **opciones)
    _, cabecera = leer_cabecera(libro)
    columnas = {i: Campo(campo) for i, campo in proponer_columnas(libro, cabecera).columnas.items()}
    elegir_columnas(importacion=libro, cabecera=cabecera, columnas=columnas, cierra_atendidas=cierra)
    return _hecho(libro, Importacion.Tarea.REVISAR, ahora)


def importado(contenido: bytes, *, ahora: datetime = fabricas.AHORA, **opciones: Any) -> Importacion:
    """A workbook brought in."""
    return _hecho(revisado(contenido, **opciones), Importacion.Tarea.APLICAR, ahora)


def _hecho(libro: Importacion, tarea: Importacion.Tarea, ahora: datetime) -> Importacion:
    pedir(importacion=libro, tarea=tarea, autor=libro.creada_por, ahora=ahora)
    return Importacion.objects.get(pk=libro.pk)


def leido(libro: Importacion) -> list[tuple[int, str, list[str]]]:
    """Row, result and what is said of it, of each row read."""
    return list(libro.renglones.order_by("fila").values_list("fila", "resultado", "mensajes"))
