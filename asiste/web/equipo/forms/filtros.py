"""Filters of the lists, which travel in the address."""

from datetime import date
from typing import Any

from django import forms

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad, Sector
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.trazabilidad import Filtro
from asiste.web.equipo.acceso import companeros, dependencias_visibles
from asiste.web.equipo.forms.campos import Elegir, ofrecer

CANALES, ESTADOS = Solicitud.Canal.choices, Solicitud.Estado.choices
PLAZOS = [("", "Cualquiera"), ("vencida", "Vencidas"), ("hoy", "Vencen hoy"), ("a-tiempo", "Atendidas a tiempo")]
ROTULOS = {valor: str(rotulo) for valor, rotulo in [*CANALES, *ESTADOS, *PLAZOS]}


class FiltroForm(forms.Form):
    """Conditions of the base; what cannot be understood is said and does not filter."""

    q = forms.CharField(label="Radicado, entidad o palabras", required=False, max_length=200)
    dependencia = Elegir(label="Dependencia")
    sector = Elegir(Sector.objects.order_by("orden", "id"), "Todos", label="Sector")
    entidad = Elegir(Entidad.objects.activas(), label="Entidad")
    tema = Elegir(Tema.objects.filter(activo=True).order_by("nombre", "id"), "Todos", label="Tema")
    modalidad = Elegir(Modalidad.objects.order_by("orden", "id"), label="Modalidad")
    asesor = Elegir(None, "Todos", label="Asesor")
    estado = forms.ChoiceField(label="Estado", required=False, choices=[("", "Todos"), *ESTADOS])
    canal = forms.ChoiceField(label="Canal", required=False, choices=[("", "Todos"), *CANALES])
    plazo = forms.ChoiceField(label="Plazo", required=False, choices=PLAZOS)
    recibida_desde = forms.DateField(label="Recibida desde", required=False)
    recibida_hasta = forms.DateField(label="Recibida hasta", required=False)
    atendida_desde = forms.DateField(label="Atendida desde", required=False)
    atendida_hasta = forms.DateField(label="Atendida hasta", required=False)

    def __init__(self, datos: Any, usuario: Usuario, campos: tuple[str, ...] = ()) -> None:
        super().__init__(datos, use_required_attribute=False)
        ofrecer(self, dependencia=dependencias_visibles(usuario), asesor=companeros(usuario))
        for sobra in set(self.fields) - set(campos or self.fields):
            del self.fields[sobra]
        for campo in self.fields.values():
            clase = {"class": "control-chico"}
            es_fecha = isinstance(campo, forms.DateField)
            campo.widget.attrs.update({**clase, "type": "date"} if es_fecha else clase)

    def filtro(self) -> Filtro:
        """The conditions that were understood."""
        self.is_valid()
        datos = {campo: getattr(valor, "pk", valor) for campo, valor in self.cleaned_data.items() if valor}
        return Filtro(texto=datos.pop("q", ""), **datos)

    def activos(self) -> list[tuple[str, str, dict[str, None]]]:
        """Label and chosen value of each condition in force, and what takes it out of the address."""
        self.is_valid()
        return [
            (str(self.fields[campo].label), _en_palabras(campo, valor), {campo: None})
            for campo, valor in self.cleaned_data.items()
            if valor
        ]


def _en_palabras(campo: str, valor: Any) -> str:
    if isinstance(valor, date):
        return f"{valor:%d/%m/%Y}"
    return str(valor) if campo == "q" else ROTULOS.get(valor, str(valor))
