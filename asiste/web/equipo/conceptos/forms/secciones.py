"""A section as it travels: rich text from the editor, or plain text from who has none."""

from typing import Any

from django import forms

from asiste.conceptos.html import LARGO, sin_formato
from asiste.conceptos.texto_llano import desde_texto
from asiste.web.equipo.forms.campos import Parrafos
from asiste.web.equipo.forms.redaccion import VersionField

NO_CABE = f"No se pudo guardar: caben {LARGO:_} caracteres.".replace("_", ".")


class SeccionForm(forms.Form):
    """`html` is what the editor writes; `texto`, the same without format, what is typed where there is no editor."""

    texto = Parrafos(
        required=False,
        strip=False,
        max_length=LARGO,
        error_messages={"max_length": NO_CABE},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    html = forms.CharField(required=False, strip=False, max_length=4 * LARGO, error_messages={"max_length": NO_CABE})
    version = VersionField(required=False)

    def __init__(self, *args: Any, html: str = "", rotulo: str = "", **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        self.guardado = html
        self.fields["texto"].label = rotulo
        self.fields["texto"].initial = sin_formato(html)

    def elegido(self) -> str:
        """The HTML that was meant; plain text that says what is kept already does not take its format away."""
        if self.add_prefix("html") in self.data:
            return str(self.cleaned_data["html"])
        texto = str(self.cleaned_data["texto"])
        return self.guardado if texto.strip() == sin_formato(self.guardado).strip() else desde_texto(texto)

    @property
    def fallas(self) -> str:
        """What is wrong with what was sent, in one line."""
        return " ".join(str(falla) for fallas in self.errors.values() for falla in fallas)
