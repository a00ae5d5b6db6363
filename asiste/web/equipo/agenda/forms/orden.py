"""What happens in a session: the points of its day, its material, and why it is called off."""

from typing import Any

from django import forms

from asiste.agenda.models import PuntoOrden
from asiste.web.equipo.agenda.forms.campos import DireccionWebField
from asiste.web.equipo.forms.campos import parrafos, renglon
from asiste.web.interfaz.archivos import ArchivosField

OCHO_HORAS = 480  # minutes


class PuntoForm(forms.Form):
    """A point of the order of the day."""

    titulo = renglon("Punto", "Escriba de qué trata.")
    responsable = renglon("Quién lo presenta", required=False)
    minutos = forms.IntegerField(
        label="Minutos",
        min_value=1,
        max_value=OCHO_HORAS,
        initial=10,
        error_messages={"required": "Escriba cuántos minutos."},
    )

    def __init__(self, punto: PuntoOrden | None = None, **opciones: Any) -> None:
        campos = ("titulo", "responsable", "minutos")
        super().__init__(
            initial={campo: getattr(punto, campo) for campo in campos} if punto else None,
            use_required_attribute=False,
            **opciones,
        )


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


class CancelacionForm(forms.Form):
    """Why a session is called off."""

    motivo = parrafos(
        "Por qué se cancela",
        "Escriba por qué se cancela.",
        renglones=3,
        help_text="Lo leerán los invitados y la entidad de cada solicitud que atiende.",
    )
