"""Writing on a request that exists, and finding it in a list."""

from django import forms

from asiste.solicitudes.models import Solicitud
from asiste.web.interfaz.archivos import ArchivosField


class MensajeForm(forms.Form):
    """What a person of the entity adds to the request."""

    texto = forms.CharField(
        label="Su mensaje",
        max_length=20_000,
        error_messages={
            "required": "Escriba el mensaje.",
            "max_length": "El mensaje tiene más de 20.000 caracteres. Acórtelo o adjúntelo como archivo.",
        },
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    anexos = ArchivosField(label="Agregar archivos")


class FiltroForm(forms.Form):
    """Conditions of the list of requests; they travel in the address."""

    q = forms.CharField(
        label="Radicado o palabras",
        required=False,
        max_length=200,
        error_messages={"max_length": "Busque con menos de 200 caracteres."},
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    estado = forms.ChoiceField(
        label="Estado",
        required=False,
        choices=[("", "Todos"), *Solicitud.Estado.choices],
        error_messages={"invalid_choice": "Elija un estado de la lista."},
    )
