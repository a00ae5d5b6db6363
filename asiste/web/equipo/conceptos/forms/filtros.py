"""Conditions of the list of concepts, which travel in the address."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q

from asiste.calendario.dias import Calendario
from asiste.conceptos.competencia import por_firmar, por_revisar
from asiste.conceptos.marcas import con_marca_vencida
from asiste.conceptos.models import Concepto, ConceptoQuerySet
from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import personas_de
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import Elegir, ofrecer

DE_QUIEN = [("", "Todos"), ("mios", "Míos"), ("revisar", "Por revisar, míos"), ("firmar", "Por firmar, míos")]


class ConceptosForm(forms.Form):
    """Without conditions, those in course."""

    q = forms.CharField(
        label="Palabras",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Asunto, número, radicado o entidad"}),
    )
    de = forms.ChoiceField(label="De quién", required=False, choices=DE_QUIEN)
    dependencia = Elegir(label="Dependencia")
    estado = forms.ChoiceField(
        label="Estado", required=False, choices=[("", "En curso"), *Concepto.Estado.choices, ("todos", "Todos")]
    )
    marca = forms.ChoiceField(
        label="Marca interna", required=False, choices=[("", "Cualquiera"), ("vencida", "Vencida")]
    )

    def __init__(self, datos: Any, usuario: Usuario) -> None:
        super().__init__(datos, use_required_attribute=False)
        ofrecer(self, dependencia=dependencias_visibles(usuario))
        self.usuario = usuario
        for campo in self.fields.values():
            campo.widget.attrs["class"] = "control-chico"

    def elegido(self) -> dict[str, Any]:
        """The conditions that were understood."""
        self.is_valid()
        return {campo: valor for campo, valor in self.cleaned_data.items() if valor}

    @property
    def en_curso(self) -> bool:
        """True when only those being worked on are listed: what is due first goes first."""
        return self.elegido().get("estado", "") in {"", *Concepto.VIVOS}

    def filtrar(self, conceptos: ConceptoQuerySet, calendario: Calendario, hoy: date) -> ConceptoQuerySet:
        """Those that meet the conditions."""
        datos = self.elegido()
        estado = datos.get("estado", "")
        conceptos = conceptos.vivos() if not estado else conceptos
        if estado in Concepto.Estado.values:
            conceptos = conceptos.filter(estado=estado)
        conceptos = conceptos.filter(self._de_quien(datos.get("de", "")))
        if dependencia := datos.get("dependencia"):
            conceptos = conceptos.filter(dependencia=dependencia)
        if datos.get("marca"):
            conceptos = conceptos.filter(con_marca_vencida(calendario, hoy))
        return conceptos.filter(_palabras(datos.get("q", "")))

    def _de_quien(self, elegido: str) -> Q:
        if elegido == "revisar":
            return Q(pk__in=por_revisar(self.usuario).values("pk"))
        if elegido == "firmar":
            return Q(pk__in=por_firmar(self.usuario).values("pk"))
        personas = personas_de(self.usuario)
        suyos = Q(proyecta__in=personas) | Q(revisa__in=personas) | Q(firma__in=personas)
        return suyos if elegido else Q()


def _palabras(texto: str) -> Q:
    condicion = Q()
    for palabra in texto.split():
        condicion &= (
            Q(asunto__unaccent__icontains=palabra)
            | Q(numero__icontains=palabra)
            | Q(solicitud__radicado__icontains=palabra)
            | Q(solicitud__entidad_nombre__unaccent__icontains=palabra)
        )
    return condicion
