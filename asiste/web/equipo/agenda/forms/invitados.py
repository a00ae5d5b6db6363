"""Choosing whom to invite, adding people by hand and writing down what they answer."""

from typing import Any

from django import forms

from asiste.agenda.acciones import Persona
from asiste.agenda.convocados import Prevision
from asiste.agenda.models import Invitado
from asiste.directorio.models import Enlace, Entidad
from asiste.web.equipo.forms.campos import Elegir, renglon


class ConvocatoriaForm(forms.Form):
    """Which contacts of the target are invited; those already invited cannot be marked."""

    enlaces = forms.ModelMultipleChoiceField(
        Enlace.objects.none(),
        label="A quién se invita",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "La lista cambió mientras la veía: revísela de nuevo."},
    )

    def __init__(self, *, prevision: Prevision, **opciones: Any) -> None:
        super().__init__(**opciones)
        posibles = [uno.enlace.pk for uno in prevision.candidatos if uno.se_puede]
        ofrecidos = Enlace.objects.filter(pk__in=posibles).select_related("entidad").order_by("entidad__nombre", "id")
        campo = self.fields["enlaces"]
        if isinstance(campo, forms.ModelMultipleChoiceField):
            campo.queryset = ofrecidos
        self.marcados = (
            {str(valor) for valor in self["enlaces"].value() or []}
            if self.is_bound
            else {str(uno.enlace.pk) for uno in prevision.candidatos if uno.por_invitar}
        )


class InvitadoForm(forms.Form):
    """Somebody who is not in the list of contacts: what is needed to write to him or her."""

    nombre = renglon("Nombre completo", "Escriba el nombre completo.")
    correo = forms.EmailField(
        label="Correo electrónico",
        error_messages={
            "required": "Escriba el correo electrónico.",
            "invalid": "Escriba un correo válido, con arroba.",
        },
    )
    cargo = renglon("Cargo (opcional)", required=False)
    entidad = Elegir(
        Entidad.objects.activas(),
        "La de su correo, si es de una sola entidad",
        label="Entidad",
    )

    def persona(self) -> Persona:
        """Who it is; once valid."""
        datos = self.cleaned_data
        return Persona(nombre=datos["nombre"], correo=datos["correo"], cargo=datos["cargo"], entidad=datos["entidad"])


class RespuestaForm(forms.Form):
    """What somebody answered by phone or in person."""

    respuesta = forms.ChoiceField(
        label="Qué respondió",
        choices=[opcion for opcion in Invitado.Respuesta.choices if opcion[0] != Invitado.Respuesta.SIN_RESPUESTA],
        widget=forms.RadioSelect,
        error_messages={"required": "Elija qué respondió."},
    )
    comentario = forms.CharField(
        label="Cómo lo dijo",
        max_length=500,
        required=False,
        help_text="Por ejemplo: lo confirmó por teléfono el martes.",
    )
