"""A section as it travels: rich text from the editor, or plain text from who has none."""

from typing import Any

from django import forms
from django.utils.safestring import SafeString

from asiste.conceptos.html import LARGO, sin_formato
from asiste.conceptos.texto_llano import desde_texto
from asiste.web.equipo.forms.campos import Parrafos
from asiste.web.equipo.forms.secciones import SeccionForm

NO_CABE = f"No se pudo guardar: caben {LARGO:_} caracteres.".replace("_", ".")
OPCIONES: dict[str, Any] = {"required": False, "strip": False, "error_messages": {"max_length": NO_CABE}}


class SeccionRicaForm(SeccionForm):
    """`html` is what the editor writes; `texto`, the same without format, what is typed where there is no editor."""

    texto = Parrafos(max_length=LARGO, **OPCIONES)
    html = forms.CharField(max_length=4 * LARGO, **OPCIONES)

    def elegido(self) -> str:
        """The HTML that was meant; plain text that says what is kept already does not take its format away."""
        if self.add_prefix("html") in self.data:
            return str(self.cleaned_data["html"])
        texto = str(self.cleaned_data["texto"])
        return self.guardado if texto.strip() == sin_formato(self.guardado).strip() else desde_texto(texto)

    @property
    def con_formato(self) -> str:
        """What the editor starts from: what it sent, if it has to be put right, or what is kept."""
        return str(self["html"].data or self.guardado)

    @property
    def leido(self) -> SafeString:
        """What is kept, to be read: cleaned when it was saved."""
        return SafeString(self.guardado)

    @staticmethod
    def llano(guardado: str) -> str:
        """What is kept, without its marks."""
        return sin_formato(guardado)
