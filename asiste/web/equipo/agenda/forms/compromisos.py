"""What is taken on in a session, and what comes of it."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from asiste.agenda.acciones.compromisos import Acuerdo, en_dias_habiles
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad, Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import Elegir, PersonaField, dia, ofrecer, parrafos, renglon
from asiste.web.interfaz.archivos import ArchivosField


class VenceForm(forms.Form):
    """When it is due: a date, or so many business days from today; one of the two."""

    vence_el = dia("Vence el", required=False, help_text="Debe ser un día hábil.")
    dias = forms.IntegerField(
        label="O en cuántos días hábiles",
        required=False,
        min_value=1,
        max_value=365,
        widget=forms.NumberInput(attrs={"class": "control-corto"}),
        error_messages={
            "invalid": "Escriba un número.",
            "min_value": "Escriba 1 o más.",
            "max_value": "Escriba 365 o menos.",
        },
    )

    def clean(self) -> dict[str, Any]:
        """The date, whichever way it was written."""
        datos: dict[str, Any] = super().clean() or {}
        fecha, dias = datos.get("vence_el"), datos.pop("dias", None)
        if fecha and dias:
            self.add_error("dias", "Deje solo uno: la fecha o los días hábiles.")
        elif dias:
            datos["vence_el"] = self._sumar(dias)
        elif not fecha and not {"vence_el", "dias"} & set(self.errors):
            self.add_error("vence_el", "Escriba la fecha o en cuántos días hábiles vence.")
        return datos

    def _sumar(self, dias: int) -> date | None:
        try:
            return en_dias_habiles(timezone.localdate(), dias)
        except ReglaIncumplida as regla:
            self.add_error("dias", str(regla))
            return None


class AcuerdoForm(VenceForm):
    """A new commitment: what, who and when."""

    actividad = parrafos("Qué se va a hacer", "Escriba qué se va a hacer.", renglones=2)
    responsable = PersonaField("Responde alguien del equipo", "")
    entidad = Elegir(Entidad.objects.activas(), "Ninguna", label="O alguien de una entidad")
    responsable_nombre = renglon("Nombre de quien responde en la entidad", required=False)
    responsable_correo = forms.EmailField(
        label="Su correo",
        required=False,
        help_text="Con él le llegan los recordatorios y un enlace para contar cómo va.",
        error_messages={"invalid": "Escriba un correo válido, con arroba."},
    )
    field_order = ("actividad", "responsable", "entidad", "responsable_nombre", "responsable_correo")

    def __init__(self, **opciones: Any) -> None:
        super().__init__(**opciones)
        activos = Funcionario.objects.filter(usuario__is_active=True).select_related("usuario", "dependencia")
        ofrecer(self, responsable=activos.order_by("usuario__nombre", "id"))
        self.fields["responsable"].required = False

    def clean(self) -> dict[str, Any]:
        """One who answers: of the team, or of an entity, named."""
        datos = super().clean()
        if datos.get("responsable") and datos.get("responsable_nombre"):
            self.add_error("responsable_nombre", "Deje solo uno: alguien del equipo o alguien de la entidad.")
        elif not datos.get("responsable") and not datos.get("responsable_nombre"):
            self.add_error("responsable", "Elija a alguien del equipo o escriba quién responde en la entidad.")
        return datos

    def acuerdo(self) -> Acuerdo:
        """What was agreed."""
        return Acuerdo(**self.cleaned_data)


class FechaForm(VenceForm):
    """Another due date, and why."""

    motivo = parrafos("Por qué cambia", "Escriba por qué cambia la fecha.", renglones=3)


class AvanceForm(forms.Form):
    """Progress, with the files that show it."""

    texto = parrafos("Qué se avanzó", "Escriba qué se avanzó.", renglones=4)
    anexos = ArchivosField(label="Archivos que lo muestran")


class CumplimientoForm(forms.Form):
    """How it was fulfilled, with the files that show it."""

    texto = parrafos("Cómo se cumplió", "Escriba cómo se cumplió.", renglones=4)
    anexos = ArchivosField(label="Archivos que lo muestran")


class MotivoForm(forms.Form):
    """Why it is left without effect, or opened again."""

    motivo = parrafos("Motivo", "Escriba el motivo.", renglones=3)


class RegistroForm(forms.Form):
    """Conditions of the register, which travel in the address."""

    CUALES = (("", "Por cumplir"), ("vencidos", "Vencidos"), ("cumplido", "Cumplidos"), ("sin-efecto", "Sin efecto"))

    q = forms.CharField(
        label="Palabras",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Qué, quién o en qué sesión"}),
    )
    de = forms.ChoiceField(label="De quién", required=False, choices=[("", "Todos"), ("mios", "Míos")])
    dependencia = Elegir(label="Dependencia")
    entidad = Elegir(Entidad.objects.activas(), label="Entidad")
    estado = forms.ChoiceField(label="Estado", required=False, choices=[*CUALES, ("todos", "Todos")])

    def __init__(self, datos: Any, usuario: Usuario) -> None:
        super().__init__(datos, use_required_attribute=False)
        ofrecer(self, dependencia=dependencias_visibles(usuario))
        for campo in self.fields.values():
            campo.widget.attrs["class"] = "control-chico"

    def elegido(self) -> dict[str, Any]:
        """The conditions that were understood."""
        self.is_valid()
        return {campo: valor for campo, valor in self.cleaned_data.items() if valor}
