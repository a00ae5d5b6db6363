"""Beginning a plan, who carries it, and its end."""

from collections.abc import Iterable
from typing import Any

from django import forms

from asiste.agenda.permisos import PROGRAMAN
from asiste.archivo.alcance import direccion_del_archivo
from asiste.archivo.models import LineaAccion, PlanFocalizado
from asiste.web.equipo.forms.campos import PersonaField, ofrecer, parrafos
from asiste.web.equipo.forms.entidades import EntidadField
from asiste.web.equipo.forms.tramite import activos

PROPOSITO = "Qué se busca este año con la entidad, en dos o tres frases. La entidad lo lee."


class DatosPlanForm(forms.Form):
    """Who carries it and, until it is proposed, what for."""

    asesor = PersonaField("Asesor", "Elija quién lleva el plan.")
    proposito = parrafos("Propósito", "", renglones=4, required=False, help_text=PROPOSITO)

    def __init__(self, *, plan: PlanFocalizado | None = None, **opciones: Any) -> None:
        if plan:
            opciones["initial"] = {"asesor": plan.asesor_id, "proposito": plan.proposito}
        super().__init__(**opciones)
        ofrecer(self, asesor=activos(direccion_del_archivo()).filter(usuario__rol__in=PROGRAMAN))
        if plan and plan.estado != PlanFocalizado.Estado.BORRADOR:
            del self.fields["proposito"]


class PlanForm(DatosPlanForm):
    """Whose plan it is, and of which year."""

    entidad = EntidadField("Entidad", help_text="Nombre o sigla.")
    vigencia = forms.IntegerField(
        label="Vigencia",
        min_value=2020,
        max_value=2100,
        error_messages={"required": "Escriba el año.", "invalid": "Escriba el año con cuatro cifras."},
    )
    retomar = forms.BooleanField(
        label="Proponer de nuevo las líneas que no terminaron",
        required=False,
        help_text="Las del ciclo anterior, si lo hubo. Después puede cambiarlas o quitarlas.",
    )
    field_order = ("entidad", "vigencia", "asesor", "proposito", "retomar")

    def clean(self) -> dict[str, Any]:
        """The entity has to be there."""
        datos: dict[str, Any] = super().clean() or {}
        if "entidad" not in self.errors and not datos.get("entidad"):
            self.add_error("entidad", "Escriba la entidad.")
        return datos


class CierreForm(forms.Form):
    """What was learnt, and why each unfinished line stayed there."""

    lecciones = parrafos(
        "Lecciones aprendidas",
        "Escriba qué se aprendió: el próximo ciclo empieza por ahí.",
        renglones=6,
        help_text="Qué sirvió, qué no y qué haría distinto. La entidad las lee, y quedan arriba en el próximo plan.",
    )

    def __init__(self, *, faltan: Iterable[LineaAccion], **opciones: Any) -> None:
        super().__init__(**opciones)
        for linea in faltan:
            self.fields[f"porque-{linea.pk}"] = parrafos(
                f"Por qué no terminó «{linea}»", "Diga por qué no terminó.", renglones=2
            )

    def porques(self) -> dict[int, str]:
        """The reason of each line, by its id; once valid."""
        marca = "porque-"
        return {int(uno.removeprefix(marca)): dicho for uno, dicho in self.cleaned_data.items() if marca in uno}
