"""Reviewing a concept: who does it, a remark, its answer, and the reason to send it back or give it up."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from asiste.conceptos.acciones.observaciones import PASAJE
from asiste.conceptos.models import Concepto
from asiste.conceptos.oficina import oficina_de
from asiste.cuentas.models import Rol
from asiste.directorio.models import Dependencia, Funcionario
from asiste.web.equipo.forms.campos import Parrafos, PersonaField, ofrecer, parrafos

REVISAN = [Rol.DIRECCION, Rol.SUBDIRECCION, Rol.ASESOR]


def quienes_revisan(concepto: Concepto) -> QuerySet[Funcionario]:
    """Active people of the dirección, without who drafts it, by name."""
    oficinas = Dependencia.objects.arbol(oficina_de(concepto).direccion)
    suyos = Funcionario.objects.filter(dependencia__in=oficinas, usuario__is_active=True, usuario__rol__in=REVISAN)
    otros = suyos.exclude(pk=concepto.proyecta_id)
    return otros.select_related("usuario", "dependencia").order_by("usuario__nombre", "id")


class EnvioForm(forms.Form):
    """Who reviews it."""

    revisa = PersonaField("Quién lo revisa", "Elija quién lo revisa.")

    def __init__(self, *, concepto: Concepto, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, revisa=quienes_revisan(concepto))


class ObservacionForm(forms.Form):
    """A remark and the passage it is about."""

    clave = forms.ChoiceField(
        label="Sección",
        choices=list(Concepto.SECCIONES.items()),
        error_messages={"required": "Elija la sección.", "invalid_choice": "Elija la sección de la lista."},
    )
    pasaje = Parrafos(
        label="Pasaje",
        required=False,
        max_length=PASAJE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Márquelo en el texto, o péguelo aquí. Vacío: toda la sección.",
        error_messages={"max_length": "El pasaje es muy largo: elija menos texto."},
    )
    texto = parrafos("Observación", "Escriba la observación.", renglones=3)


class RespuestaForm(forms.Form):
    """What was done with a remark."""

    respuesta = parrafos("Qué se hizo", "Escriba qué se hizo con la observación.", renglones=2)


class MotivoForm(forms.Form):
    """Why it comes back."""

    motivo = parrafos("Qué hay que corregir", "Escriba por qué lo devuelve.", renglones=4)


class SinEfectoForm(forms.Form):
    """Why it is given up."""

    motivo = parrafos("Por qué queda sin efecto", "Escriba por qué se deja sin efecto.", renglones=4)
