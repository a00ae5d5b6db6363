"""Whom something is for: the fields that a session and an activity share."""

from typing import Any

from django import forms

from asiste.agenda.acciones import DatosPublico
from asiste.agenda.models import Publico
from asiste.directorio.models import Entidad, Sector
from asiste.portafolio.models import Tema


class PublicoForm(forms.Form):
    """Conditions of a target, which are added up; `equipo/partes/publico.html` shows them."""

    publico_todas = forms.BooleanField(label="Todas las entidades", required=False)
    publico_sectores = forms.ModelMultipleChoiceField(
        Sector.objects.order_by("orden", "id"),
        label="Sectores",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    publico_naturalezas = forms.MultipleChoiceField(
        label="Clases de entidad",
        required=False,
        choices=Entidad.Naturaleza.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    publico_entidades = forms.ModelMultipleChoiceField(
        Entidad.objects.activas(),
        label="Entidades",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    publico_temas = forms.ModelMultipleChoiceField(
        Tema.objects.solicitables(),
        label="Temas por los que se llega a sus enlaces",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    PARTES = ("publico_sectores", "publico_naturalezas", "publico_entidades")
    CONDICIONES = ("publico_todas", *PARTES)

    def partes(self) -> list[tuple[forms.BoundField, bool]]:
        """The lists that may be marked, and whether to show each one unfolded."""
        return [(self[campo], bool(self[campo].value())) for campo in self.PARTES]

    def datos_publico(self) -> DatosPublico:
        """What the person chose; once valid."""
        datos = self.cleaned_data
        return DatosPublico(
            todas=datos["publico_todas"],
            sectores=datos["publico_sectores"],
            naturalezas=datos["publico_naturalezas"],
            entidades=datos["publico_entidades"],
            temas=datos.get("publico_temas", ()),
        )

    def exigir_publico(self, datos: dict[str, Any]) -> None:
        """Says beside the field that nobody was chosen."""
        if not any(datos.get(campo) for campo in self.CONDICIONES):
            self.add_error("publico_todas", "Diga a quién va dirigida: todas, un sector, una clase o una entidad.")


def inicial_de(publico: Publico | None) -> dict[str, Any]:
    """First values of the fields, for a target that exists."""
    if publico is None:
        return {}
    return {
        "publico_todas": publico.todas,
        "publico_sectores": list(publico.sectores.values_list("pk", flat=True)),
        "publico_naturalezas": publico.naturalezas,
        "publico_entidades": list(publico.entidades.values_list("pk", flat=True)),
        "publico_temas": list(publico.temas.values_list("pk", flat=True)),
    }
