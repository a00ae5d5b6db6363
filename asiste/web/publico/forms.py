"""Forms that need no sign-in."""

from django import forms

from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import RADICADO


class ConsultaForm(forms.Form):
    """Asks for a filing number; once valid, `solicitud` is the request that has it."""

    solicitud: Solicitud

    radicado = forms.CharField(
        label="Número de radicado",
        max_length=30,
        help_text="Por ejemplo AT-2026-418. Verá el estado, su lugar en la fila y la cuenta del plazo.",
        error_messages={
            "required": "Escriba el número de radicado.",
            "max_length": "El número es más largo que un radicado. Cópielo como aparece en su constancia.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_radicado(self) -> str:
        """The number in its own spelling. Finds the request, of which only the public part may be shown."""
        escrito: str = self.cleaned_data["radicado"]
        if not RADICADO.match(escrito):
            raise forms.ValidationError("Escriba el número completo, con su año; por ejemplo, AT-2026-418.")
        encontrada = Solicitud.objects.buscar(escrito).select_related("direccion").first()
        if encontrada is None:
            raise forms.ValidationError(
                f"No hay una solicitud con el número {escrito.upper()}. Revise el año y el número."
            )
        self.solicitud = encontrada
        radicado: str = encontrada.radicado
        return radicado
