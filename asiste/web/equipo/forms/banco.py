"""Choosing something of the bank by its number, its address or its title."""

from typing import Any

from django import forms
from django.db.models import Q

from asiste.conocimiento.models import Publicacion, PublicacionQuerySet

VISTAS = 4  # candidates that an error names


class DelBancoField(forms.CharField):
    """A publication of the bank: its number, its address or words of its title. Gives None when it is empty.

    With several that fit, says which ones. `ofrece` limits what may be chosen.
    """

    def __init__(self, rotulo: str, *, falta: str = "", **opciones: Any) -> None:
        ayuda = opciones.pop("help_text", "Su número, su dirección o palabras de su título.")
        super().__init__(label=rotulo, max_length=300, help_text=ayuda, error_messages={"required": falta}, **opciones)
        self.ofrece: PublicacionQuerySet = Publicacion.objects.visibles()

    def clean(self, value: Any) -> Any:
        """The publication. Raises ValidationError when none fits, or more than one."""
        escrito = str(super().clean(value))
        if not escrito:
            return None
        if exacta := self._exacta(escrito):
            return exacta
        parecidas = self.ofrece.filter(titulo__unaccent__icontains=escrito).defer("buscable", "html", "texto")
        candidatas = list(parecidas.order_by("-fecha", "-id")[: VISTAS + 1])
        if len(candidatas) == 1:
            return candidatas[0]
        if not candidatas:
            raise forms.ValidationError("No está en el banco: revise el número, o pegue la dirección de su página.")
        cuales = "; ".join(f"{una.numero or una.clave} ({una.titulo})" for una in candidatas[:VISTAS])
        raise forms.ValidationError(f"Hay más de una: escriba el número. {cuales}.")

    def _exacta(self, escrito: str) -> Publicacion | None:
        clave = escrito.rstrip("/").rsplit("/", 1)[-1].lower()
        iguales = Q(clave=clave) | Q(numero__iexact=escrito) | Q(titulo__iexact=escrito)
        return self.ofrece.filter(iguales).defer("buscable", "html", "texto").order_by("-fecha", "-id").first()
