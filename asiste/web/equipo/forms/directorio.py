"""Who attends whom, absences and contacts."""

from datetime import date
from typing import Any

from django import forms

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad, Sector
from asiste.portafolio.models import Tema
from asiste.web.equipo.acceso import companeros, dependencias_visibles
from asiste.web.equipo.forms.campos import DependenciaField, Elegir, PersonaField, dia, ofrecer, renglon


class AsignacionForm(forms.Form):
    """Which adviser answers for a sector, an entity or a topic of an office."""

    dependencia = DependenciaField("Dependencia", "Elija la dependencia.")
    sector = Elegir(Sector.objects.order_by("orden", "id"), "Ninguno", label="Un sector")
    entidad = Elegir(Entidad.objects.activas(), "Ninguna", label="O una entidad, como excepción a su sector")
    tema = Elegir(Tema.objects.solicitables(), "Ninguno", label="O un tema o componente")
    asesor = PersonaField("Asesor", "Elija el asesor.")
    desde = dia("Desde", "Escriba desde cuándo.")
    motivo = renglon("Motivo", required=False, help_text="Por ejemplo: reparto de la vigencia.")

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, dependencia=dependencias_visibles(usuario), asesor=companeros(usuario))


class AusenciaForm(forms.Form):
    """Days an adviser is away and who stands in."""

    asesor = PersonaField("Quién se ausenta", "Elija quién se ausenta.")
    sustituto = PersonaField("Quién lo reemplaza", "Elija quién lo reemplaza.")
    desde = dia("Primer día", "Escriba el primer día.")
    hasta = dia("Último día", "Escriba el último día.")
    motivo = renglon("Motivo", "Escriba el motivo.", help_text="Por ejemplo: vacaciones, licencia, comisión.")

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, asesor=companeros(usuario), sustituto=companeros(usuario))

    def clean(self) -> dict[str, Any]:
        """Says beside the field what would break a rule of the absence."""
        datos: dict[str, Any] = super().clean() or {}
        desde: date | None = datos.get("desde")
        hasta: date | None = datos.get("hasta")
        if desde and hasta and hasta < desde:
            self.add_error("hasta", "El último día no puede ser anterior al primero.")
        if datos.get("asesor") and datos.get("asesor") == datos.get("sustituto"):
            self.add_error("sustituto", "Elija a otra persona.")
        return datos


class EnlaceForm(forms.Form):
    """Name, position and address of a contact: what the lineamiento asks and nothing else."""

    entidad = forms.ModelChoiceField(
        Entidad.objects.activas(),
        label="Entidad",
        empty_label="Elija…",
        error_messages={"required": "Elija la entidad."},
    )
    nombre = renglon("Nombre completo", "Escriba el nombre completo.")
    cargo = renglon("Cargo", "Escriba el cargo.")
    correo = forms.EmailField(
        label="Correo electrónico",
        error_messages={
            "required": "Escriba el correo electrónico.",
            "invalid": "Escriba un correo válido, con arroba.",
        },
        help_text="Con este correo entra a ver las solicitudes de su entidad.",
    )
