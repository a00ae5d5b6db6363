"""Who heads an office for a while."""

from datetime import date
from typing import Any

from django import forms

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Funcionario
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import DependenciaField, PersonaField, dia, ofrecer, renglon


class EncargoOficinaForm(forms.Form):
    """Office, person, days and act. Anybody of the team may be in charge: acts bring people from other offices."""

    dependencia = DependenciaField("Dependencia", "Elija la dependencia.")
    funcionario = PersonaField("Quién la dirige", "Elija quién la dirige.")
    desde = dia("Primer día", "Escriba el primer día.")
    hasta = dia("Último día", required=False, help_text="Vacío: hasta nueva orden.")
    acto = renglon("Acto que lo encarga", "Escriba el acto.", help_text="Por ejemplo: Resolución 123 de 2026.")

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        oficinas = dependencias_visibles(usuario).exclude(tipo=Dependencia.Tipo.SUBSECRETARIA)
        personas = Funcionario.objects.filter(usuario__is_active=True).select_related("usuario", "dependencia")
        ofrecer(self, dependencia=oficinas, funcionario=personas.order_by("usuario__nombre", "id"))

    def clean(self) -> dict[str, Any]:
        """Says beside the field that the days are reversed."""
        datos: dict[str, Any] = super().clean() or {}
        desde: date | None = datos.get("desde")
        hasta: date | None = datos.get("hasta")
        if desde and hasta and hasta < desde:
            self.add_error("hasta", "El último día no puede ser anterior al primero.")
        return datos


class FinEncargoForm(forms.Form):
    """The last day of a charge."""

    hasta = dia("Último día", "Escriba el último día.", help_text="Ese día todavía firma.")
