"""Requests, by their filing numbers."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms

from asiste.cuentas.models import Usuario
from asiste.solicitudes import alcance
from asiste.solicitudes.models import Solicitud


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
