"""Why a proposal is taken back."""

from django import forms

from asiste.web.equipo.forms.campos import parrafos


class RetomaForm(forms.Form):
    """Its reason."""

    motivo = parrafos("Por qué se retira", "Escriba por qué la retira.", renglones=3, help_text="La entidad lo lee.")
