"""Fields that the forms of the agenda share."""

from typing import Any

from django import forms
from django.core.validators import URLValidator


class DireccionWebField(forms.URLField):
    """An address of the web, and no other thing that a link could open."""

    def __init__(self, **opciones: Any) -> None:
        errores = {"invalid": "Escriba la dirección completa, con https://."}
        super().__init__(max_length=500, assume_scheme="https", error_messages=errores, **opciones)
        otras = [cual for cual in self.validators if not isinstance(cual, URLValidator)]
        self.validators = [URLValidator(schemes=["http", "https"]), *otras]


class HoraField(forms.TimeField):
    """An hour of the day, in Bogotá; `falta` is what to say when it is empty."""

    def __init__(self, rotulo: str, falta: str) -> None:
        super().__init__(
            label=rotulo,
            widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            error_messages={"required": falta, "invalid": "Escriba la hora y los minutos."},
        )
