"""What is used in a session."""

from typing import Any

from django import forms

from asiste.web.equipo.agenda.forms.campos import DireccionWebField
from asiste.web.equipo.forms.campos import renglon
from asiste.web.interfaz.archivos import ArchivosField


class MaterialForm(forms.Form):
    """Files, or a link, and who sees them."""

    archivos = ArchivosField(label="Archivos")
    url = DireccionWebField(
        label="O un enlace", required=False, help_text="A un curso, un video o una guía ya publicada."
    )
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
        if not self.errors and not datos.get("archivos") and not datos.get("url"):
            self.add_error("archivos", "Elija un archivo o escriba un enlace.")
        return datos
