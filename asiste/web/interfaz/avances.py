"""The form by which an entity says how a commitment goes, signed in or by the link of a mail."""

from django import forms

from asiste.web.interfaz.archivos import ArchivosField


class AvanceForm(forms.Form):
    """How it goes, with what shows it."""

    texto = forms.CharField(
        label="Cómo va",
        max_length=20_000,
        error_messages={"required": "Escriba cómo va.", "max_length": "Escriba 20.000 caracteres como máximo."},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    anexos = ArchivosField(label="Agregar archivos que lo muestren")
