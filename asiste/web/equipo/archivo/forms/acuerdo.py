"""Why a proposal is taken back, or a plan is left."""

from django import forms

from asiste.web.equipo.forms.campos import parrafos


class RetomaForm(forms.Form):
    """Its reason."""

    motivo = parrafos("Por qué se retira", "Escriba por qué la retira.", renglones=3, help_text="La entidad lo lee.")


class DescarteForm(forms.Form):
    """Its reason."""

    motivo = parrafos(
        "Por qué se descarta",
        "Escriba por qué se descarta.",
        renglones=3,
        help_text="Si se lo propuso, la entidad lo lee.",
    )
