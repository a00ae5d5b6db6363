"""Which sessions the agenda shows. It travels in the address."""

from typing import Any

from django import forms
from django.http import QueryDict

from asiste.agenda.models import Sesion
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.cuentas.models import Rol, Usuario
from asiste.portafolio.models import Modalidad
from asiste.solicitudes.alcance import personas_de
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import Elegir, ofrecer

MIAS, TODAS = "mias", "todas"


class AgendaForm(forms.Form):
    """Conditions of the agenda; what cannot be understood is said and does not filter."""

    q = forms.CharField(
        label="Buscar",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Título, lugar, serie o radicado"}),
    )
    quien = forms.ChoiceField(
        label="De quién", required=False, choices=[(MIAS, "A mi cargo"), (TODAS, "Todas las que veo")]
    )
    dependencia = Elegir(label="Dependencia")
    modalidad = Elegir(Modalidad.objects.order_by("orden", "id"), label="Modalidad")
    estado = forms.ChoiceField(label="Estado", required=False, choices=[("", "Todos"), *Sesion.Estado.choices])

    def __init__(self, parametros: QueryDict, usuario: Usuario) -> None:
        datos = parametros.copy()
        datos.setdefault("quien", MIAS if usuario.rol == Rol.ASESOR else TODAS)
        super().__init__(datos, use_required_attribute=False)
        self.personas = personas_de(usuario)
        ofrecer(self, dependencia=dependencias_visibles(usuario))
        for campo in self.fields.values():
            campo.widget.attrs["class"] = "control-chico"

    def filtrar(self, sesiones: SesionQuerySet) -> SesionQuerySet:
        """The sessions that meet the conditions that were understood."""
        self.is_valid()
        datos: dict[str, Any] = self.cleaned_data
        iguales = {campo: valor for campo in ("dependencia", "modalidad", "estado") if (valor := datos.get(campo))}
        elegidas = sesiones.filter(**iguales)
        if datos.get("quien") == MIAS:
            elegidas = elegidas.a_cargo_de(self.personas)
        return elegidas.buscar(datos["q"]) if datos.get("q") else elegidas

    @property
    def texto(self) -> str:
        """The words looked for."""
        self.is_valid()
        return str(self.cleaned_data.get("q", ""))

    def perdidas(self) -> list[str]:
        """Labels of what was not understood: it does not exist any more, or this person cannot see it."""
        return [str(self.fields[campo].label) for campo in self.errors]
