"""What an invited person answers."""

from django import forms

from asiste.agenda.models import Invitado

OPCIONES = [
    (Invitado.Respuesta.ASISTE.value, "Asistiré"),
    (Invitado.Respuesta.TAL_VEZ.value, "Tal vez"),
    (Invitado.Respuesta.NO_ASISTE.value, "No asistiré"),
]


class RespuestaForm(forms.Form):
    """One of three, and a few words if the person wants."""

    respuesta = forms.ChoiceField(
        label="Su respuesta",
        choices=OPCIONES,
        widget=forms.RadioSelect,
        error_messages={"required": "Elija una respuesta.", "invalid_choice": "Elija una respuesta."},
    )
    comentario = forms.CharField(
        label="Comentario (opcional)",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Por ejemplo: llego unos minutos tarde, o va otra persona en mi lugar.",
    )
