"""Where and when people meet: sessions of an activity, or one for several requests."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from asiste.agenda.models import Sesion
from asiste.directorio.models import Dependencia, Funcionario
from asiste.oferta.acciones import Encuentro
from asiste.oferta.acciones.programacion import Horas
from asiste.oferta.consultas.afinidad import EN_GRUPO
from asiste.portafolio.models import Medio, Modalidad, Tema
from asiste.solicitudes.models import Toma
from asiste.web.equipo.forms.campos import PersonaField, dia, ofrecer, parrafos, renglon
from asiste.web.equipo.forms.tramite import activos
from asiste.web.interfaz.templatetags.interfaz import momento

MAS_FECHAS = 5
DONDE = {
    Medio.PRESENCIAL.value: ("lugar", "Escriba el lugar."),
    Medio.VIRTUAL.value: ("enlace_virtual", "Escriba el enlace de la reunión."),
    Medio.TELEFONICA.value: ("telefono", "Escriba el teléfono."),
}


def hora(rotulo: str, falta: str) -> forms.TimeField:
    """An hour of the day, in Bogotá."""
    return forms.TimeField(
        label=rotulo,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": falta, "invalid": "Escriba la hora, como 09:30."},
    )


class EncuentroForm(forms.Form):
    """Day, hours, place and who leads."""

    fecha = dia("Fecha", "Escriba la fecha.")
    desde = hora("Empieza", "Escriba a qué hora empieza.")
    hasta = hora("Termina", "Escriba a qué hora termina.")
    dirige = PersonaField("Quién dirige", "Elija quién dirige.")
    medio = forms.ChoiceField(label="Medio", choices=Medio.choices, widget=forms.RadioSelect, initial=Medio.PRESENCIAL)
    lugar = renglon("Lugar", required=False)
    enlace_virtual = forms.URLField(label="Enlace de la reunión", required=False, max_length=500, assume_scheme="https")
    telefono = forms.CharField(label="Teléfono", required=False, max_length=60)
    cupo = forms.IntegerField(label="Cupo de personas", required=False, min_value=1, max_value=5000)

    def __init__(self, *, direccion: Dependencia, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, dirige=activos(direccion))

    def clean(self) -> dict[str, Any]:
        """Says beside the field what is missing, or is not in order."""
        datos: dict[str, Any] = super().clean() or {}
        campo, falta = DONDE.get(datos.get("medio", ""), ("", ""))
        if campo and campo not in self.errors and not datos.get(campo):
            self.add_error(campo, falta)
        if datos.get("desde") and datos.get("hasta") and datos["hasta"] <= datos["desde"]:
            self.add_error("hasta", "Termina antes de empezar.")
        return datos

    def encuentro(self) -> Encuentro:
        """Where and who; once valid."""
        datos = self.cleaned_data
        return Encuentro(
            dirige=datos["dirige"],
            medio=datos["medio"],
            cupo=datos["cupo"],
            abierta=datos.get("abierta", False),
            **{campo: datos[campo] for campo, _ in DONDE.values()},
        )

    def horas(self, campo: str = "fecha") -> Horas:
        """From when to when, on the day of that field."""
        datos, zona = self.cleaned_data, timezone.get_current_timezone()
        return (
            datetime.combine(datos[campo], datos["desde"], zona),
            datetime.combine(datos[campo], datos["hasta"], zona),
        )


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


class GrupoForm(EncuentroForm):
    """One session for several requests on a topic."""

    titulo = renglon("Título", "Escriba el título.")
    modalidad = forms.ModelChoiceField[Any](
        None, label="Modalidad", empty_label="Elija…", error_messages={"required": "Elija la modalidad."}
    )
    motivo = forms.ChoiceField(
        label="Motivo", required=False, choices=[("", "Ninguna está fuera de turno"), *Toma.Motivo.choices]
    )
    explicacion = parrafos(
        "Explicación",
        "",
        renglones=2,
        required=False,
        help_text="Queda a la vista del equipo y de cada entidad.",
    )

    def __init__(self, *, tema: Tema, persona: Funcionario | None, **opciones: Any) -> None:
        direccion = tema.dependencia.direccion
        inicial = {"titulo": tema.nombre, "dirige": persona}
        super().__init__(direccion=direccion, initial=inicial, **opciones)
        admiten = Modalidad.objects.filter(dependencias=direccion, clave__in=EN_GRUPO)
        ofrecer(self, modalidad=admiten.order_by("orden", "id"))


class InvitacionForm(forms.Form):
    """Which coming session is for those who are missing."""

    sesion = forms.ChoiceField(
        label="Sesión", widget=forms.RadioSelect, error_messages={"required": "Elija la sesión."}
    )
    tambien_invitadas = forms.BooleanField(
        label="También las que se invitaron y no asistieron", required=False, initial=True
    )

    def __init__(self, *, sesiones: Iterable[Sesion], **opciones: Any) -> None:
        super().__init__(**opciones)
        self.sesiones = {str(una.pk): una for una in sesiones}
        campo = self.fields["sesion"]
        if isinstance(campo, forms.ChoiceField):
            campo.choices = [(clave, f"{momento(una.inicia)} · {una.donde}") for clave, una in self.sesiones.items()]
        if len(self.sesiones) == 1:
            campo.initial = next(iter(self.sesiones))

    def elegida(self) -> Sesion:
        """The session; once valid."""
        return self.sesiones[self.cleaned_data["sesion"]]
