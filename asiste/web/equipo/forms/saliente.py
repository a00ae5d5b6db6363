"""What is decided on the mails of the platform: those that did not leave, and those each person gets."""

from django import forms

from asiste.notificaciones.models import PreferenciaAvisos
from asiste.web.equipo.forms.campos import parrafos

Mensajes = PreferenciaAvisos.Mensajes


class PerdidaForm(forms.Form):
    """Why nobody insists on a mail."""

    motivo = parrafos(
        "Motivo",
        "Escriba por qué se da por perdido.",
        renglones=3,
        help_text="Por ejemplo: la persona ya no trabaja en la entidad y se le escribió a quien la reemplaza.",
    )


class AvisosForm(forms.Form):
    """Which of the mails that may be left out the person wants."""

    antes_de_vencer = forms.BooleanField(
        label="Antes de vencer",
        help_text="Cuando faltan tres días hábiles y cuando falta uno.",
        required=False,
    )
    resumen = forms.BooleanField(
        label="Resumen del día",
        help_text="Un correo al abrir la jornada, solo si hay algo que contar.",
        required=False,
    )
    mensajes = forms.ChoiceField(
        label="Cuando una entidad escribe en un caso suyo",
        choices=Mensajes.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Elija cómo quiere enterarse."},
    )

    def clean(self) -> None:
        """What goes only in the digest needs the digest."""
        if self.cleaned_data.get("mensajes") == Mensajes.RESUMEN and not self.cleaned_data.get("resumen"):
            self.add_error("mensajes", "Para recibirlos en el resumen, deje activo el resumen del día.")
