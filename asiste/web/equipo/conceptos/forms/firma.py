"""Signing, and noting how a concept was delivered."""

from django import forms

from asiste.web.equipo.forms.campos import parrafos


class FirmaForm(forms.Form):
    """The copy that was shown, its hash, and the proof of who signs."""

    ejemplar = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": "Abra el concepto de nuevo."})
    huella = forms.CharField(
        widget=forms.HiddenInput, max_length=64, error_messages={"required": "Abra el concepto de nuevo."}
    )
    prueba = forms.CharField(
        label="Su contraseña, o el código de su aplicación",
        required=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text="Se pide en cada firma.",
    )


class EntregaForm(forms.Form):
    """How it was delivered."""

    como = parrafos(
        "Cómo y a quién se le entregó",
        "Escriba cómo y a quién se le entregó.",
        renglones=3,
        help_text="Por ejemplo: en físico, a Carlos Peña, con el radicado de salida 1234.",
    )
