"""Correcting what is read of a published concept."""

from django import forms

from asiste.web.equipo.forms.campos import parrafos, renglon
from asiste.web.equipo.forms.sin_datos import sin_datos


class CorreccionForm(forms.Form):
    """What was corrected, and how it is shown from now on."""

    cambio = renglon(
        "Qué se corrigió",
        "Escriba qué se corrigió.",
        help_text="Queda a la vista de todos en la historia: no repita lo que se quita.",
    )
    titulo = renglon("Título", "Escriba el título.", largo=250)
    resumen = parrafos("Resumen", "Escriba el resumen.", renglones=4)

    def clean_cambio(self) -> str:
        """Without personal data."""
        return sin_datos(self.cleaned_data["cambio"])

    def clean_titulo(self) -> str:
        """Without personal data."""
        return sin_datos(self.cleaned_data["titulo"])

    def clean_resumen(self) -> str:
        """Without personal data."""
        return sin_datos(self.cleaned_data["resumen"])
