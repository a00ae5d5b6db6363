"""Handing out the files of the bank."""

from django.http import FileResponse

from asiste.documentos.models import Archivo


def entregar(archivo: Archivo, nombre: str) -> FileResponse:
    """The file as an inert download, that no browser takes for anything else."""
    respuesta = FileResponse(
        archivo.abrir(), as_attachment=True, filename=nombre, content_type="application/octet-stream"
    )
    respuesta.headers["X-Content-Type-Options"] = "nosniff"
    return respuesta
