"""What is used in a session."""

from typing import Any

from django import forms

from asiste.web.equipo.agenda.forms.campos import DireccionWebField
from asiste.web.equipo.forms.banco import DelBancoField
from asiste.web.equipo.forms.campos import renglon
from asiste.web.interfaz.archivos import ArchivosField


class MaterialForm(forms.Form):
    """Something of the bank, files, or a link, and who sees them."""

    QUE = ("publicacion", "archivos", "url")

    publicacion = DelBancoField(
        "Del banco de conocimiento",
        required=False,
        help_text="Una guía, un video o un concepto ya publicado: su número, su dirección o palabras de su título.",
    )
    archivos = ArchivosField(label="O archivos")
    url = DireccionWebField(label="O un enlace", required=False, help_text="A un curso o un video de otro sitio.")
    nombre = renglon("Cómo se llama el enlace", required=False, help_text="Los archivos conservan el suyo.")
    para_todos = forms.BooleanField(
        label="Lo ven los invitados",
        required=False,
        initial=True,
        help_text="Sin marcar, solo lo ve el equipo.",
    )

    def clean(self) -> dict[str, Any]:
        """Something to add."""
        datos: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(datos.get(campo) for campo in self.QUE):
            self.add_error("publicacion", "Elija algo del banco, suba un archivo o escriba un enlace.")
        return datos
