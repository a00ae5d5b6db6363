"""A figure as people write it here, for the forms."""

from decimal import Decimal
from typing import Any

from django import forms

from asiste.archivo.indicadores.numeros import leer_valor


class CifraField(forms.CharField):
    """A figure with comma or point, with or without «%»; empty is None."""

    def __init__(self, **opciones: Any) -> None:
        super().__init__(
            required=False,
            max_length=20,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            **opciones,
        )

    def clean(self, value: Any) -> Any:
        """The figure. Raises when it is none."""
        dicho = super().clean(value)
        return self._leer(dicho) if dicho else None

    def _leer(self, dicho: str) -> Decimal:
        try:
            return leer_valor(dicho)
        except ValueError as error:
            raise forms.ValidationError(f"«{dicho}» no es una cifra.") from error
