"""Filters of the lists, which travel in the address."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad, Sector
from asiste.portafolio.models import Modalidad, Nivel, Tema
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.trazabilidad import Filtro
from asiste.web.equipo.acceso import companeros, dependencias_visibles
from asiste.web.equipo.forms.campos import Elegir, dia, ofrecer

CANALES, ESTADOS = Solicitud.Canal.choices, Solicitud.Estado.choices
PLAZOS = [("", "Cualquiera"), ("vencida", "Vencidas"), ("hoy", "Vencen hoy"), ("a-tiempo", "Atendidas a tiempo")]
ROTULOS = {valor: str(rotulo) for valor, rotulo in [*CANALES, *ESTADOS, *PLAZOS]}


class FiltroForm(forms.Form):
    """Conditions of the base; what cannot be understood is said and does not filter."""

    q = forms.CharField(
        label="Radicado, entidad o palabras",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Radicado, entidad o palabras del caso"}),
    )
    dependencia = Elegir(label="Dependencia")
    sector = Elegir(Sector.objects.order_by("orden", "id"), "Todos", label="Sector")
    entidad = Elegir(Entidad.objects.activas(), label="Entidad")
    tema = Elegir(Tema.objects.filter(activo=True).order_by("nombre", "id"), "Todos", label="Tema")
    modalidad = Elegir(Modalidad.objects.order_by("orden", "id"), label="Modalidad")
    nivel = Elegir(Nivel.objects.filter(radica=True).order_by("numero"), "Todos", label="Nivel del Archivo")
    asesor = Elegir(None, "Todos", label="Asesor")
    estado = forms.ChoiceField(label="Estado", required=False, choices=[("", "Todos"), *ESTADOS])
    canal = forms.ChoiceField(label="Canal", required=False, choices=[("", "Todos"), *CANALES])
    plazo = forms.ChoiceField(label="Plazo", required=False, choices=PLAZOS)
    recibida_desde = dia("Recibida desde", required=False)
    recibida_hasta = dia("Recibida hasta", required=False)
    atendida_desde = dia("Atendida desde", required=False)
    atendida_hasta = dia("Atendida hasta", required=False)

    def __init__(self, datos: Any, usuario: Usuario, campos: tuple[str, ...] = ()) -> None:
        super().__init__(datos, use_required_attribute=False)
        ofrecer(self, dependencia=dependencias_visibles(usuario), asesor=companeros(usuario))
        for sobra in set(self.fields) - set(campos or self.fields):
            del self.fields[sobra]
        for campo in self.fields.values():
            campo.widget.attrs["class"] = "control-chico"

    def filtro(self) -> Filtro:
        """The conditions that were understood."""
        self.is_valid()
        datos = {campo: getattr(valor, "pk", valor) for campo, valor in self.cleaned_data.items() if valor}
        return Filtro(texto=datos.pop("q", ""), **datos)

    def activos(self) -> list[tuple[str, str, str]]:
        """Label and chosen value of each condition in force, and the query of the address without it."""
        self.is_valid()
        return [
            (str(self.fields[campo].label), _en_palabras(campo, valor), self._sin(campo))
            for campo, valor in self.cleaned_data.items()
            if valor
        ]

    def consulta(self, fija: dict[str, str] | None = None) -> str:
        """The conditions that were understood, as in the address, after the fixed ones."""
        self.is_valid()
        return urlencode({**(fija or {}), **{campo: self.data[campo] for campo, v in self.cleaned_data.items() if v}})

    def perdidas(self) -> list[str]:
        """Labels of what was not understood: it does not exist any more, or this person cannot see it."""
        return [str(self.fields[campo].label) for campo in self.errors]

    def _sin(self, campo: str) -> str:
        quedan = {otro: valor for otro, valor in self.data.items() if otro not in {campo, "antes", "despues"}}
        return f"?{urlencode(quedan)}"


def _en_palabras(campo: str, valor: Any) -> str:
    if isinstance(valor, date):
        return f"{valor:%d/%m/%Y}"
    return str(valor) if campo == "q" else ROTULOS.get(valor, str(valor))
