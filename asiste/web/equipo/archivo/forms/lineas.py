"""A line of action, and its way round the cycle."""

from typing import Any

from django import forms

from asiste.archivo.acciones import DatosLinea
from asiste.archivo.alcance import ARCHIVO, oficinas_del_archivo
from asiste.archivo.models import Fase, LineaAccion
from asiste.portafolio.models import Modalidad, Tema
from asiste.web.equipo.forms.campos import ofrecer, parrafos

COMPONENTES = (Tema.Tipo.COMPONENTE, Tema.Tipo.SUBCOMPONENTE)
ASPECTOS = (Tema.Tipo.ASPECTO, Tema.Tipo.REVISION)
LISTA = "ejes"  # id of the list of suggestions on the page


class TemaField(forms.ModelChoiceField[Tema]):
    """A component, or one of its subcomponents."""

    def label_from_instance(self, obj: Tema) -> str:
        """«Documental: Valoración documental»."""
        return f"{obj.padre.nombre}: {obj.nombre}" if obj.padre else f"Componente {obj.nombre}"


class LineaForm(forms.Form):
    """Topic, line, axis and services. Disposición: 7.1.1-lineas-accion."""

    tema = TemaField(
        None,
        label="Componente o subcomponente",
        empty_label="Elija…",
        error_messages={"required": "Elija el componente o el subcomponente."},
    )
    nombre = forms.CharField(
        label="Línea de acción",
        max_length=250,
        help_text="Qué se va a lograr. Por ejemplo: actualizar la tabla de retención y aplicarla en tres oficinas.",
        error_messages={"required": "Escriba la línea de acción."},
    )
    eje = forms.CharField(
        label="Eje temático",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": LISTA, "autocomplete": "off"}),
        help_text="Elija uno de los que sugerimos o escriba otro.",
    )
    servicios = forms.ModelMultipleChoiceField(
        Modalidad.objects.none(),
        label="Servicios",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Elija al menos un servicio."},
    )

    def __init__(self, *, linea: LineaAccion | None = None, **opciones: Any) -> None:
        inicial = {campo: getattr(linea, campo) for campo in ("tema", "nombre", "eje")} if linea else {}
        if linea:
            inicial["servicios"] = [uno.pk for uno in linea.servicios.all()]
        super().__init__(initial=inicial, **opciones)
        ofrecer(
            self,
            tema=temas_del_archivo().filter(tipo__in=COMPONENTES),
            servicios=Modalidad.objects.filter(dependencias__clave=ARCHIVO).order_by("orden", "id"),
        )

    def datos(self) -> DatosLinea:
        """What the person wrote; once valid."""
        return DatosLinea(**self.cleaned_data)


def temas_del_archivo() -> Any:
    """The topics of the archive in use, in the order of the catalogue."""
    return Tema.objects.solicitables().filter(dependencia__in=oficinas_del_archivo())


def ejes_sugeridos() -> list[str]:
    """General aspects and technical reviews of the lineamiento, as axes to choose. Disposición: 7.1.1-revisiones."""
    return list(temas_del_archivo().filter(tipo__in=ASPECTOS).values_list("nombre", flat=True))


class RetiroForm(forms.Form):
    """Why an agreed line should leave the plan; one that is not agreed needs no reason."""

    motivo = parrafos("Por qué se retira", "Escriba por qué se retira.", renglones=3, help_text="La entidad lo lee.")

    def __init__(self, *, linea: LineaAccion, **opciones: Any) -> None:
        super().__init__(**opciones)
        if not linea.en_curso:
            del self.fields["motivo"]


class AvanceForm(forms.Form):
    """The phase the person saw, and what was concluded."""

    desde = forms.TypedChoiceField(choices=Fase.choices, coerce=Fase, widget=forms.HiddenInput)
    conclusion = parrafos("Conclusión de la fase", "Escriba qué se concluyó.", renglones=4)

    def __init__(self, *, linea: LineaAccion, **opciones: Any) -> None:
        super().__init__(initial={"desde": linea.fase}, **opciones)


class RegresoForm(forms.Form):
    """The phase the person saw, to which one it goes back and why."""

    desde = forms.TypedChoiceField(choices=Fase.choices, coerce=Fase, widget=forms.HiddenInput)
    a = forms.TypedChoiceField(
        label="A qué fase regresa",
        choices=Fase.choices,
        coerce=Fase,
        widget=forms.RadioSelect,
        error_messages={"required": "Elija la fase."},
    )
    motivo = parrafos("Por qué regresa", "Escriba por qué regresa.", renglones=3)

    def __init__(self, *, linea: LineaAccion, **opciones: Any) -> None:
        super().__init__(initial={"desde": linea.fase}, **opciones)
        campo = self.fields["a"]
        if isinstance(campo, forms.TypedChoiceField):
            campo.choices = [(fase.value, fase.label) for fase in linea.en_fase.anteriores]
