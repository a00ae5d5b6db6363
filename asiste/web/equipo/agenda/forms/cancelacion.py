"""Why a session is called off."""

from django import forms

from asiste.web.equipo.forms.campos import parrafos


class CancelacionForm(forms.Form):
    """Why a session is called off."""

    motivo = parrafos(
        "Por qué se cancela",
        "Escriba por qué se cancela.",
        renglones=3,
        help_text="Lo leerán los invitados y la entidad de cada solicitud que atiende.",
    )
