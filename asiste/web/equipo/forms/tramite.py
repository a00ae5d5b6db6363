"""What is done on a request: evidence, attention, turn and reassignment."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from asiste.cuentas.models import Rol
from asiste.directorio.models import Dependencia, Funcionario
from asiste.portafolio.models import Tema
from asiste.solicitudes.models import Solicitud, TemaSolicitud, Toma
from asiste.web.equipo.forms.campos import (
    GrupoDeTemas,
    PersonaField,
    ofrecer,
    parrafos,
    por_oficina,
    renglon,
)
from asiste.web.interfaz.archivos import ArchivosField


class EvidenciaForm(forms.Form):
    """Files that show what was done."""

    texto = parrafos("Qué muestran", "Diga qué muestran los archivos.", renglones=3)
    anexos = ArchivosField(
        label="Archivos",
        required=True,
        error_messages={"required": "Elija al menos un archivo que muestre lo que se hizo."},
    )


class AtencionForm(forms.Form):
    """Closing words of the assistance."""

    resumen = parrafos(
        "Cómo se atendió",
        "Resuma cómo se atendió la solicitud.",
        renglones=5,
        help_text="Dos o tres frases. La entidad las verá en su solicitud.",
    )


class ConfirmacionForm(forms.Form):
    """Nothing to write: only to confirm."""


class TomaForm(forms.Form):
    """Why a request is taken out of its turn."""

    motivo = forms.ChoiceField(
        label="Motivo",
        choices=Toma.Motivo.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Elija el motivo."},
    )
    explicacion = parrafos(
        "Explicación",
        "Explique por qué no puede esperar su turno.",
        renglones=4,
        help_text="Queda a la vista del equipo y de la entidad.",
    )


class ReasignacionForm(forms.Form):
    """Who takes over, and why."""

    asesor = PersonaField("Nuevo asesor", "Elija quién la recibe.")
    motivo = parrafos("Motivo", "Escriba por qué cambia de asesor.", renglones=3)

    def __init__(self, *, solicitud: Solicitud, **opciones: Any) -> None:
        super().__init__(**opciones)
        asesores = activos(solicitud.direccion).filter(usuario__rol=Rol.ASESOR)
        ofrecer(self, asesor=asesores.exclude(solicitudes=solicitud))


class TemasForm(forms.Form):
    """Topics of a request; `grupos` gives them by office."""

    temas = forms.ModelMultipleChoiceField(
        Tema.objects.solicitables(),
        label="Temas",
        error_messages={"required": "Elija al menos un tema."},
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *, direccion: Dependencia, **opciones: Any) -> None:
        super().__init__(**opciones)
        self.direccion = direccion

    def grupos(self) -> list[GrupoDeTemas]:
        """The topics by office, those of the dirección unfolded."""
        return por_oficina(self["temas"], self.direccion)


class EncargoForm(forms.Form):
    """Who answers for a topic: a person of the team, or who leads the policy outside it."""

    responsable = PersonaField("Responde por este tema", "Elija quién responde por el tema.")
    lider = renglon(
        "O el líder de la política, fuera de la SDFI",
        required=False,
        help_text="Usted le pregunta y escribe aquí lo que responda.",
    )

    def __init__(self, *, encargo: TemaSolicitud, **opciones: Any) -> None:
        lider = encargo.lider or ("" if encargo.responsable_id else encargo.tema.lider)
        super().__init__(initial={"responsable": encargo.responsable_id, "lider": lider}, **opciones)
        ofrecer(self, responsable=activos(encargo.tema.dependencia.direccion))
        self.fields["responsable"].required = False

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        datos: dict[str, Any] = super().clean() or {}
        if not datos.get("responsable") and not datos.get("lider"):
            self.add_error("responsable", "Elija quién responde por el tema, o escriba el líder de la política.")
        elif datos.get("responsable") and datos.get("lider"):
            self.add_error("lider", "Deje solo uno: la persona del equipo o el líder de la política.")
        return datos


def activos(direccion: Dependencia) -> QuerySet[Funcionario]:
    """Active people of a dirección and its subdirecciones, by name."""
    personas = Funcionario.objects.filter(dependencia__in=Dependencia.objects.arbol(direccion), usuario__is_active=True)
    return personas.select_related("usuario", "dependencia").order_by("usuario__nombre", "id")
