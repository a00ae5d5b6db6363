"""The report of a reading, as a workbook."""

import tempfile
from contextlib import ExitStack
from typing import IO

from openpyxl import Workbook

from asiste.solicitudes.models import Importacion, Solicitud
from asiste.solicitudes.trazabilidad import inerte

TITULOS = ("Fila", "Resultado", "Por qué o qué se entendió", "Fecha de recepción", "Entidad", "Asunto", "Radicado")
ANCHOS = {"A": 8, "B": 20, "C": 80, "D": 20, "E": 45, "F": 60, "G": 16}


def escribir_informe(importacion: Importacion) -> IO[bytes]:
    """One row for each of the book, in its order, in a temporary file; close it to delete it."""
    libro = Workbook(write_only=True)
    hoja = libro.create_sheet("Revisión")
    for letra, ancho in ANCHOS.items():
        hoja.column_dimensions[letra].width = ancho
    hoja.append(list(TITULOS))
    suyas = Solicitud.objects.filter(importacion=importacion)
    radicados = dict(suyas.order_by("id").values_list("importacion_fila", "radicado"))
    for renglon in importacion.renglones.order_by("fila").iterator(chunk_size=2000):
        textos = (
            str(renglon.get_resultado_display()),
            "\n".join(renglon.mensajes),
            renglon.fecha,
            renglon.entidad,
            renglon.asunto,
            radicados.get(renglon.fila, ""),
        )
        hoja.append([renglon.fila, *map(inerte, textos)])
    with ExitStack() as al_fallar:
        archivo = al_fallar.enter_context(tempfile.TemporaryFile(suffix=".xlsx"))
        libro.save(archivo)
        archivo.seek(0)
        al_fallar.pop_all()
    return archivo
