"""What a concept is about, and its files."""

from typing import Any

from django import forms

from asiste.web.equipo.forms.campos import parrafos
from asiste.web.interfaz.archivos import ArchivosField


class DatosForm(forms.Form):
    """Subject, inquiry and terms, as they came with the request or as they are understood."""

    asunto = forms.CharField(label="Asunto", max_length=250, error_messages={"required": "Escriba el asunto."})
    consulta = parrafos(
        "Lo que se consulta", "Escriba lo que se consulta.", renglones=10, help_text="Se copió de la solicitud."
    )
    terminos = parrafos(
        "Términos en que se pide la respuesta",
        "",
        renglones=3,
        required=False,
        help_text="Por ejemplo: con ejemplos, en cuadro comparativo, antes de un comité.",
    )
    partida = forms.CharField(required=False, widget=forms.HiddenInput)


class AnexosForm(forms.Form):
    """Files for a concept that already has `usado` bytes of them."""

    archivos = ArchivosField(label="Archivos", required=True, error_messages={"required": "Elija al menos un archivo."})

    def __init__(self, *args: Any, usado: int = 0, **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        campo = self.fields["archivos"]
        if isinstance(campo, ArchivosField):
            campo.usar(usado)
