"""Small files as those of every day: the letter of an entity, a table, a code to be printed, and guidance in answer."""

from datetime import date
from io import BytesIO
from random import Random

import segno
from django.utils.dateformat import format as escribir
from openpyxl import Workbook

from asiste.directorio.models import Entidad
from asiste.documentos.acciones import guardar_archivo
from asiste.documentos.pdf import componer
from asiste.solicitudes.adjuntos import ArchivoNombrado

CON_TABLA, CON_IMAGEN = 0.5, 0.3  # shares of what comes with files
ACTIVIDADES = (
    "Diagnóstico",
    "Mesa con las dependencias",
    "Ajuste del documento",
    "Aprobación en el comité",
    "Publicación",
)


def lo_que_envia(
    azar: Random, entidad: Entidad, *, asunto: str, texto: str, firma: str, dia: date
) -> list[ArchivoNombrado]:
    """A letter with what is asked and, at times, a table and a picture."""
    archivos = [(f"Oficio {entidad.corto} {dia:%Y-%m-%d}.pdf", _oficio(asunto, texto, firma, entidad.nombre, dia))]
    if azar.random() < CON_TABLA:
        archivos.append(("Cronograma y avance.xlsx", _tabla(azar, dia)))
    if azar.random() < CON_IMAGEN:
        archivos.append(("Código QR de la encuesta.png", _imagen(f"{entidad.clave}-{dia:%Y%m%d}")))
    return _guardar(archivos)


def lo_que_se_responde(entidad: Entidad, *, asunto: str, firma: str, dia: date) -> list[ArchivoNombrado]:
    """The guidance that goes with an answer."""
    texto = (
        f"Sobre «{asunto}», recomendamos a {entidad.nombre}:\n\n"
        "1. Revisar el diagnóstico con las dependencias que participan.\n"
        "2. Ajustar el documento y llevarlo al comité institucional.\n"
        "3. Publicarlo y contarnos la fecha, para acompañar el seguimiento."
    )
    return _guardar([("Orientaciones.pdf", _oficio("Orientaciones", texto, firma, "SDFI", dia))])


def _guardar(archivos: list[tuple[str, bytes]]) -> list[ArchivoNombrado]:
    return [ArchivoNombrado(nombre, guardar_archivo(contenido=contenido)) for nombre, contenido in archivos]


def _oficio(titulo: str, texto: str, firma: str, entidad: str, dia: date) -> bytes:
    datos = {"titulo": titulo, "texto": texto, "firma": firma, "entidad": entidad}
    return componer("oficio", datos | {"dia": escribir(dia, r"j \d\e F \d\e Y").lower()}, fecha=dia)


def _tabla(azar: Random, dia: date) -> bytes:
    libro = Workbook(write_only=True)
    hoja = libro.create_sheet("Cronograma")
    hoja.append(["N.º", "Actividad", "Corte", "Avance (%)"])
    for numero, actividad in enumerate(ACTIVIDADES, start=1):
        hoja.append([numero, actividad, dia, azar.randrange(0, 101, 5)])
    salida = BytesIO()
    libro.save(salida)
    return salida.getvalue()


def _imagen(cual: str) -> bytes:
    salida = BytesIO()
    segno.make_qr(f"https://encuestas.example/{cual}").save(salida, kind="png", scale=8)
    return salida.getvalue()
