"""What is decided of a publication: whether it holds, and what it does to others."""

from typing import Any, cast

from django import forms

from asiste.conocimiento.models import Publicacion, Relacion
from asiste.web.equipo.forms.banco import DelBancoField
from asiste.web.equipo.forms.campos import renglon

Estado = Publicacion.Estado
VERBOS = {
    Estado.VIGENTE: "Rige: se puede confiar en lo que dice",
    Estado.NO_VIGENTE: "No rige: se lee, con el aviso de que ya no rige",
    Estado.RETIRADA: "Retirada: sale del banco y de las búsquedas; su página dice por qué",
}


class VigenciaForm(forms.Form):
    """Whether it may be relied on, and why not."""

    estado = forms.ChoiceField(
        label="Cómo queda", widget=forms.RadioSelect, error_messages={"required": "Elija cómo queda."}
    )
    motivo = forms.CharField(
        label="Por qué",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Lo lee cualquiera en la página de la publicación.",
    )

    def __init__(self, *, publicacion: Publicacion, **opciones: Any) -> None:
        super().__init__(**opciones)
        otros = [(estado.value, verbo) for estado, verbo in VERBOS.items() if estado != publicacion.estado]
        cast(forms.ChoiceField, self.fields["estado"]).choices = otros

    def clean(self) -> dict[str, Any]:
        """A reason, unless it is put back."""
        datos: dict[str, Any] = super().clean() or {}
        motivo = datos.get("motivo", "")
        if datos.get("estado") in {Estado.NO_VIGENTE, Estado.RETIRADA} and not motivo:
            self.add_error("motivo", "Escriba por qué.")
        return datos


class RelacionForm(forms.Form):
    """What it does to an earlier one."""

    tipo = forms.ChoiceField(label="Qué le hace", choices=Relacion.Tipo.choices)
    destino = DelBancoField("A cuál", falta="Diga a cuál.")


class SinonimoForm(forms.Form):
    """A word that people write, and what the documents say."""

    palabra = renglon("Lo que la gente escribe", "Escriba la palabra.", largo=80, help_text="Por ejemplo, «botar».")
    equivale = renglon(
        "Lo que dicen los documentos", "Escriba a qué equivale.", largo=120, help_text="Por ejemplo, «eliminar»."
    )
