"""What an entity answers to a plan, and what it brings to a line."""

from typing import cast

from django import forms

from asiste.web.interfaz.archivos import ArchivosField

LARGO = 5_000  # characters
MUCHO = "Resúmalo: caben 5.000 caracteres."


class RespuestaForm(forms.Form):
    """Accept the version that was read, or ask for changes with a text."""

    decision = forms.ChoiceField(
        choices=[("aceptar", "Aceptar"), ("cambios", "Pedir cambios")],
        widget=forms.HiddenInput,
        error_messages={"required": "Elija si lo acepta o pide cambios.", "invalid_choice": "Elija si lo acepta."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    texto = forms.CharField(
        label="Qué se debe cambiar",
        required=False,
        max_length=LARGO,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Lo lee el Archivo, que ajusta el plan y se lo envía otra vez.",
        error_messages={"max_length": MUCHO},
    )

    def clean(self) -> dict[str, str]:
        """Says in its field that the text lacks."""
        datos = cast(dict[str, str], super().clean() or {})
        if datos.get("decision") == "cambios" and not datos.get("texto") and "texto" not in self.errors:
            self.add_error("texto", "Escriba qué se debe cambiar.")
        return datos


class AporteForm(forms.Form):
    """How it goes, with what shows it."""

    texto = forms.CharField(
        label="Qué se hizo o qué muestra",
        max_length=LARGO,
        error_messages={"required": "Escriba qué se hizo o qué muestran los archivos.", "max_length": MUCHO},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    archivos = ArchivosField(label="Agregar archivos que lo muestren")
