"""What a workbook is, and what its columns are."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from openpyxl.utils import get_column_letter

from asiste.cuentas.models import Usuario
from asiste.solicitudes.importacion.columnas import MINIMOS, ROTULOS, Cabecera, Campo
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import DependenciaField, ofrecer, parrafos
from asiste.web.interfaz.templatetags.interfaz import tamano

OPCIONES = [
    ("", "No se importa"),
    ("Hacen falta", [(str(campo), ROTULOS[campo]) for campo in MINIMOS]),
    ("Si los hay", [(str(campo), ROTULOS[campo]) for campo in Campo if campo not in MINIMOS]),
]


class LibroForm(forms.Form):
    """The file and whose it is."""

    dependencia = DependenciaField("Dependencia que lleva este libro", "Elija la dependencia.")
    archivo = forms.FileField(
        label="Libro",
        help_text="Excel (.xlsx) o CSV, hasta 20 MB y 20.000 filas. Las macros no se ejecutan.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
        error_messages={"required": "Elija el libro.", "empty": "El archivo está vacío."},
    )

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        self.fields["archivo"].widget.attrs["data-tamano-maximo"] = settings.TAMANO_ANEXOS
        ofrecer(self, dependencia=dependencias_visibles(usuario))

    def clean_archivo(self) -> UploadedFile[bytes]:
        """Not too big."""
        archivo: UploadedFile[bytes] = self.cleaned_data["archivo"]
        if (archivo.size or 0) > settings.TAMANO_ANEXOS:
            maximo = tamano(settings.TAMANO_ANEXOS)
            raise forms.ValidationError(f"Pesa {tamano(archivo.size or 0)} y el máximo es {maximo}.")
        return archivo

    def nombre(self) -> str:
        """Name of the file, without folders."""
        return PurePath(self.cleaned_data["archivo"].name or "libro").name


class TitulosForm(forms.Form):
    """Where the titles are."""

    hoja = forms.ChoiceField()
    fila = forms.IntegerField(label="Fila de los títulos", min_value=1, max_value=30, required=False)

    def __init__(self, *, hojas: list[str], **opciones: Any) -> None:
        super().__init__(**opciones, use_required_attribute=False)
        self.fields["hoja"] = forms.ChoiceField(label="Hoja", choices=[(hoja, hoja) for hoja in hojas])


class ColumnasForm(forms.Form):
    """What each column is."""

    cierra_atendidas = forms.BooleanField(
        label="Lo atendido entra ya cerrado",
        required=False,
        help_text="Si no lo marca, lo atendido queda pendiente de que el asesor lo cierre.",
    )

    def __init__(self, *, cabecera: Cabecera, elegidas: Mapping[int, str], **opciones: Any) -> None:
        super().__init__(**opciones)
        self.cabecera = cabecera
        for columna in cabecera.columnas:
            letra = get_column_letter(columna.indice + 1)
            rotulo = f"Columna {letra}: {columna.titulo}" if columna.titulo else f"Columna {letra}, sin título"
            self.fields[f"columna-{columna.indice}"] = forms.ChoiceField(
                label=rotulo, choices=OPCIONES, required=False, initial=elegidas.get(columna.indice, "")
            )

    def columnas(self) -> Iterator[dict[str, Any]]:
        """Each column with its control and its samples."""
        for columna in self.cabecera.columnas:
            yield {"columna": columna, "field": self[f"columna-{columna.indice}"]}

    def elegidas(self) -> dict[int, Campo]:
        """Position of each column that is something."""
        indices = [columna.indice for columna in self.cabecera.columnas]
        return {indice: Campo(campo) for indice in indices if (campo := self.cleaned_data.get(f"columna-{indice}", ""))}


class DeshacerForm(forms.Form):
    """Why an import is undone."""

    motivo = parrafos("Motivo", "Escriba por qué se deshace.", renglones=3)
