"""Topics to mark."""

from django import forms

from asiste.portafolio.models import Tema


def temas_del_banco() -> forms.ModelMultipleChoiceField[Tema]:
    """The topics by which a publication is found; one at least."""
    return forms.ModelMultipleChoiceField(
        Tema.objects.solicitables(),
        label="Temas",
        error_messages={"required": "Elija al menos un tema: por ellos se encuentra."},
        widget=forms.CheckboxSelectMultiple,
    )
