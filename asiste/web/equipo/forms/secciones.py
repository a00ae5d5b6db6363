"""A section that several write, as it travels."""

from typing import Any, ClassVar

from django import forms

from asiste.web.equipo.forms.campos import LARGO
from asiste.web.equipo.forms.redaccion import RedaccionForm

UNIDA = "unida"  # prefix of the text made of two versions


class SeccionForm(RedaccionForm):
    """What is being typed of it, with what is kept already."""

    RENGLONES: ClassVar = {"objetivo": 3, "desarrollo": 10, UNIDA: 12}
    DE_SIEMPRE: ClassVar = 5

    def __init__(self, *args: Any, guardado: str = "", rotulo: str = "", **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        self.guardado = guardado
        texto = self.fields["texto"]
        texto.label, texto.initial = rotulo, self.llano(guardado)
        renglones = self.RENGLONES.get(self.prefix or "", self.DE_SIEMPRE)
        texto.widget = forms.Textarea(attrs={"rows": renglones, "maxlength": LARGO})
        if self.prefix == UNIDA:
            texto.help_text = "Trae todas las líneas de las dos: deje las que sirvan."

    def elegido(self) -> str:
        """What was meant."""
        return str(self.cleaned_data["texto"])

    @staticmethod
    def llano(guardado: str) -> str:
        """What is kept, as plain text to be compared."""
        return guardado
