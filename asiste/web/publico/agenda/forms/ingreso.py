"""What who comes to a session is asked."""

from collections.abc import Callable
from typing import Any

from django import forms

from asiste.agenda.reconocimiento import Asistente, entidad_del_dominio
from asiste.directorio.models import Entidad


class ListaLarga(forms.Select):
    """A list of a hundred options, drawn in a tenth of the time: a whole room opens this form at once."""

    template_name = "publico/agenda/lista_larga.html"


class AsistenciaForm(forms.Form):
    """Who I am: the address is enough for who is known; for the others, name and entity. The rest is optional.

    `reconocer` gives who has an address, or None.
    """

    correo = forms.EmailField(
        label="Su correo institucional",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={
            "required": "Escriba su correo.",
            "invalid": "Escriba el correo completo; por ejemplo, ana@entidad.gov.co.",
        },
    )
    nombre = forms.CharField(
        label="Nombre completo", required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    entidad = forms.ModelChoiceField(
        Entidad.objects.activas(),
        label="Entidad",
        required=False,
        empty_label="Elija… o escriba otra abajo",
        widget=ListaLarga,
    )
    entidad_nombre = forms.CharField(
        label="Otra entidad u organización",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    cargo = forms.CharField(
        label="Cargo (opcional)",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    telefono = forms.CharField(
        label="Teléfono (opcional)",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    acepta = forms.BooleanField(
        label="Autorizo el tratamiento de mis datos para esta sesión",
        error_messages={"required": "Sin su autorización no podemos registrarle. Si prefiere, avise a quien dirige."},
    )

    def __init__(self, *args: Any, reconocer: Callable[[str], Asistente | None], **opciones: Any) -> None:
        super().__init__(*args, **opciones)
        self.reconocer = reconocer
        self.conocida: Asistente | None = None

    @property
    def datos_a_la_vista(self) -> bool:
        """True when the person has to write who he or she is."""
        return any(campo in self.errors for campo in ("nombre", "entidad", "entidad_nombre"))

    def clean(self) -> dict[str, Any]:
        """Who is known needs no more; of the others, name and entity are asked."""
        datos: dict[str, Any] = super().clean() or {}
        correo = datos.get("correo")
        if not correo:
            return datos
        self.conocida = None if datos.get("nombre") else self.reconocer(correo)
        if not datos.get("nombre") and self.conocida is None:
            self.add_error("nombre", "No encontramos ese correo en la lista: escriba su nombre.")
        if not (self._de_donde(datos) or entidad_del_dominio(correo)):
            self.add_error("entidad", "Elija su entidad, o escríbala abajo.")
        return datos

    def _de_donde(self, datos: dict[str, Any]) -> bool:
        escrita = datos.get("entidad") or datos.get("entidad_nombre")
        return bool(escrita or (self.conocida and self.conocida.de_donde))

    def persona(self) -> Asistente:
        """Who registers: what is known, with what was typed over it."""
        datos, conocida = self.cleaned_data, self.conocida
        de_antes = conocida if conocida and not (datos["entidad"] or datos["entidad_nombre"]) else None
        return Asistente(
            nombre=conocida.nombre if conocida else datos["nombre"],
            correo=datos["correo"].lower(),
            cargo=datos["cargo"] or (conocida.cargo if conocida else ""),
            telefono=datos["telefono"],
            entidad=de_antes.entidad if de_antes else datos["entidad"],
            entidad_nombre=de_antes.entidad_nombre if de_antes else datos["entidad_nombre"],
            invitado=conocida.invitado if conocida else None,
        )
