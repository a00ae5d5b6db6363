"""Choosing an entity by what one types: its name, a former one or its initials."""

from typing import Any

from django import forms

from asiste.directorio.models import Entidad

LISTA = "entidades"  # id of the list of suggestions on the page
MUCHAS = 5


class EntidadField(forms.CharField):
    """A line with suggestions that gives the entity it names; nothing typed is None."""

    def __init__(self, rotulo: str, **opciones: Any) -> None:
        super().__init__(
            label=rotulo,
            required=False,
            max_length=200,
            widget=forms.TextInput(attrs={"list": LISTA, "autocomplete": "off"}),
            **opciones,
        )

    def clean(self, value: Any) -> Any:
        """The entity called exactly so, else the only one that the words find. Raises when it is none or many."""
        texto = " ".join(super().clean(value).split())
        if not texto:
            return None
        if exacta := Entidad.objects.activas().llamada(texto):
            return exacta
        halladas = list(Entidad.objects.activas().select_related("sector").buscar(texto)[: MUCHAS + 1])
        if len(halladas) == 1:
            return halladas[0]
        if not halladas:
            raise forms.ValidationError(f"Ninguna entidad coincide con «{texto}».", code="ninguna")
        nombres = "; ".join(entidad.nombre for entidad in halladas[:MUCHAS])
        raise forms.ValidationError(f"Coinciden varias, elija una: {nombres}{'…' * (len(halladas) > MUCHAS)}.")


def sugeridas() -> list[tuple[str, str]]:
    """What the list suggests: each name that finds an entity, and what tells it apart."""
    opciones = []
    for entidad in Entidad.objects.activas().prefetch_related("denominaciones"):
        opciones.append((entidad.nombre, entidad.sigla))
        opciones += [(otra.nombre, f"hoy {entidad.corto}") for otra in entidad.denominaciones.all()]
    return opciones
