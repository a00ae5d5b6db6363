"""The code of the screen, typed."""

from django import forms
from django.utils import timezone

from asiste.agenda.ingreso import sesion_del_codigo
from asiste.agenda.models import Sesion


class CodigoForm(forms.Form):
    """The code of the screen; once valid, `sesion` is the one that shows it."""

    sesion: Sesion

    codigo = forms.CharField(
        label="Código",
        max_length=30,
        help_text="Las seis letras y números que muestra la pantalla de la sala.",
        error_messages={"required": "Escriba el código de la pantalla.", "max_length": "El código tiene seis signos."},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "codigo-corto",
            }
        ),
    )

    def clean_codigo(self) -> str:
        """The code. Finds its session."""
        escrito: str = self.cleaned_data["codigo"]
        encontrada = sesion_del_codigo(escrito, timezone.now())
        if encontrada is None:
            raise forms.ValidationError("Ese código ya no está en pantalla: cambia cada 30 segundos. Escriba el nuevo.")
        self.sesion = encontrada
        return escrito
