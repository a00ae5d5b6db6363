"""Several files in one field, with a limit of bytes for all of them together."""

from collections.abc import Sequence
from typing import IO, Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse
from django.template.defaultfilters import pluralize

from asiste.documentos.acciones import guardar_archivo
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.copia.piezas import nombre_seguro
from asiste.web.interfaz.templatetags.interfaz import tamano


class VariosArchivos(forms.FileInput):
    """Control that lets choose more than one file."""

    allow_multiple_selected = True


class ArchivosField(forms.FileField):
    """Files that, with the `usado` bytes already sent, add up to `TAMANO_ANEXOS` at most; gives a list."""

    def __init__(self, *, required: bool = False, **opciones: Any) -> None:
        super().__init__(widget=VariosArchivos(), required=required, **opciones)
        self.usar(0)

    def usar(self, usado: int) -> None:
        """Counts `usado` bytes as already sent: the rest is what the browser and the server let in."""
        self.cupo = max(0, settings.TAMANO_ANEXOS - usado)
        self.widget.attrs["data-tamano-maximo"] = self.cupo
        self.help_text = f"Puede elegir varios a la vez. Caben {tamano(self.cupo)}{' más' if usado else ' en total'}."

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """The files chosen. An empty one is kept: what the person chose is never dropped in silence."""
        archivos = list(data or [])
        if self.required and not archivos:
            raise forms.ValidationError(self.error_messages["required"])
        suma = sum(archivo.size or 0 for archivo in archivos)
        if suma > self.cupo:
            raise forms.ValidationError(
                f"No se agregó {'el archivo' if len(archivos) == 1 else 'ningún archivo'}: "
                f"suma{pluralize(len(archivos), ',n')} {tamano(suma)} y caben {tamano(self.cupo)}."
            )
        return archivos


def guardados(archivos: Sequence[UploadedFile[bytes]], *, postura: bool = False) -> list[ArchivoNombrado]:
    """The uploaded files, stored, under the name they came with; `postura` marks them as the technical stance."""
    return [
        ArchivoNombrado(archivo.name or "archivo", guardar_archivo(contenido=archivo.read()), postura=postura)
        for archivo in archivos
    ]


def entregar_pdf(contenido: IO[bytes], nombre: str) -> FileResponse:
    """A document of ours as a download, that no browser takes for anything else."""
    respuesta = FileResponse(
        contenido, as_attachment=True, filename=nombre_seguro(f"{nombre}.pdf"), content_type="application/pdf"
    )
    respuesta.headers["X-Content-Type-Options"] = "nosniff"
    return respuesta


def zip_de_copia(archivo: IO[bytes], radicado: str) -> FileResponse:
    """The copy of a case as a download, sent as it is read."""
    return FileResponse(
        archivo, as_attachment=True, filename=f"expediente-{radicado}.zip", content_type="application/zip"
    )
