"""The format of an office: its code and the text each section starts with."""

from typing import Any

from django import forms

from asiste.conceptos.html import sin_formato
from asiste.conceptos.models import Concepto, FormatoConcepto
from asiste.conceptos.texto_llano import desde_texto
from asiste.web.equipo.forms.campos import LARGO, Parrafos


class FormatoForm(forms.Form):
    """A field for each section, besides the code and the version."""

    codigo = forms.CharField(label="Código", max_length=40, error_messages={"required": "Escriba el código."})
    version = forms.CharField(label="Versión", max_length=20, error_messages={"required": "Escriba la versión."})

    def __init__(self, *, formato: FormatoConcepto | None, **opciones: Any) -> None:
        textos = formato.textos if formato else {}
        inicial = {"codigo": formato.codigo, "version": formato.version} if formato else {}
        super().__init__(initial=inicial, **opciones)
        for clave, rotulo in Concepto.SECCIONES.items():
            self.fields[clave] = Parrafos(
                label=rotulo,
                required=False,
                max_length=LARGO,
                initial=sin_formato(textos.get(clave, "")),
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def textos(self) -> dict[str, str]:
        """Clean HTML of each section."""
        return {clave: desde_texto(self.cleaned_data[clave]) for clave in Concepto.SECCIONES}
