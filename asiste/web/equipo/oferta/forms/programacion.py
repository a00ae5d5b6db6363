"""Sessions of an activity, and which one is for those it has not reached."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms

from asiste.agenda.models import Sesion
from asiste.oferta.acciones.programacion import Horas
from asiste.web.equipo.forms.campos import dia
from asiste.web.equipo.oferta.forms.encuentro import EncuentroForm
from asiste.web.interfaz.templatetags.interfaz import momento

MAS_FECHAS = 5


class ProgramarForm(EncuentroForm):
    """One or several sessions of an activity, at the same hours."""

    abierta = forms.BooleanField(
        label="Publicarla en el portal", required=False, help_text="Cualquiera puede inscribirse."
    )

    def __init__(self, **opciones: Any) -> None:
        super().__init__(**opciones)
        for numero in range(2, MAS_FECHAS + 2):
            self.fields[f"fecha_{numero}"] = dia(f"Fecha {numero}", required=False)

    def otras_fechas(self) -> list[forms.BoundField]:
        """The dates beyond the first."""
        return [self[campo] for campo in self.fields if campo.startswith("fecha_")]

    def todas_las_horas(self) -> list[Horas]:
        """From when to when, each day once and in order; once valid."""
        campos = [campo for campo in self.fields if campo.startswith("fecha") and self.cleaned_data[campo]]
        return sorted({self.horas(campo) for campo in campos})


class EleccionForm(forms.Form):
    """One of the sessions that are offered."""

    NINGUNA: ClassVar[list[tuple[str, str]]] = []
    sesion = forms.ChoiceField(
        label="Sesión", widget=forms.RadioSelect, error_messages={"required": "Elija la sesión."}
    )

    def __init__(self, *, sesiones: Iterable[Sesion], **opciones: Any) -> None:
        super().__init__(**opciones)
        self.sesiones = {str(una.pk): una for una in sesiones}
        campo = self.fields["sesion"]
        if isinstance(campo, forms.ChoiceField):
            campo.choices = [*self.NINGUNA, *((clave, self.rotulo(una)) for clave, una in self.sesiones.items())]
        if len(self.sesiones) == 1:
            campo.initial = next(iter(self.sesiones))

    def rotulo(self, sesion: Sesion) -> str:
        """How each is offered."""
        return f"{momento(sesion.inicia)} · {sesion.donde}"

    def elegida(self) -> Sesion:
        """The session; once valid."""
        return self.sesiones[self.cleaned_data["sesion"]]


class InvitacionForm(EleccionForm):
    """Which coming session is for those who are missing."""

    tambien_invitadas = forms.BooleanField(
        label="También las que se invitaron y no asistieron", required=False, initial=True
    )


class VinculoForm(EleccionForm):
    """Which session that stands already counts for an activity."""

    NINGUNA: ClassVar[list[tuple[str, str]]] = [("", "Elija una sesión")]
    sesion = forms.ChoiceField(label="Sesión", error_messages={"required": "Elija la sesión."})

    def rotulo(self, sesion: Sesion) -> str:
        """By its title too: they are of many things."""
        return f"{momento(sesion.inicia)} · {sesion}"
