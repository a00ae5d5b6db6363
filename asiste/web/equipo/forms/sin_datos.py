"""What anyone will read does not say personal data."""

from django import forms

from asiste.conocimiento.datos_personales import buscar


def sin_datos(texto: str) -> str:
    """The text. Raises ValidationError when it says what looks like a personal datum."""
    if hallados := buscar(texto):
        raise forms.ValidationError(f"Trae lo que parece un dato personal: {hallados[0].texto}.")
    return texto
