"""Fields that the forms of the agenda share."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import URLValidator

from asiste.cuentas.models import Usuario
from asiste.solicitudes import alcance
from asiste.solicitudes.models import Solicitud


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


class RadicadosField(forms.CharField):
    """Filing numbers, as people write them, that give the requests the person sees; `de` says who it is.

    Raises ValidationError for what is no number, for what does not exist or is not to be seen, and for what ended,
    unless it was there before.
    """

    def __init__(self, rotulo: str, **opciones: Any) -> None:
        super().__init__(label=rotulo, required=False, max_length=2000, **opciones)
        self.usuario: Usuario | None = None
        self.estaban: set[int] = set()

    def de(self, usuario: Usuario, estaban: Sequence[Solicitud] = ()) -> None:
        """Who writes them, and the requests that were there before."""
        self.usuario, self.estaban = usuario, {una.pk for una in estaban}

    def clean(self, value: Any) -> Any:
        """The requests, in the order of their arrival."""
        escritos = list(dict.fromkeys(re.split(r"[\s,;]+", super().clean(value).upper().strip(" ,;"))))
        escritos = [uno for uno in escritos if uno]
        if self.usuario is None or not escritos:
            return []
        visibles = alcance.solicitudes_del_equipo(self.usuario).defer("texto", "buscable")
        halladas = list(visibles.filter(radicado__in=escritos).order_by("recibida_en", "id"))
        hallados = {una.radicado for una in halladas}
        if faltan := [uno for uno in escritos if uno not in hallados]:
            raise forms.ValidationError(f"No existe, o usted no puede verla: {', '.join(faltan)}.")
        if acabaron := [una.radicado for una in halladas if una.terminada and una.pk not in self.estaban]:
            raise forms.ValidationError(f"Ya terminó: {', '.join(acabaron)}.")
        return halladas
