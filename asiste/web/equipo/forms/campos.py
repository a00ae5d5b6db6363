"""Fields that the forms of the team share."""

from typing import Any, cast

from django import forms
from django.db.models import Model, QuerySet
from django.forms import BoundField

from asiste.directorio.models import Dependencia, Funcionario
from asiste.portafolio.models import Nivel, Tema
from asiste.portafolio.niveles import EN_PALABRAS

LARGO = 50_000  # characters

GrupoDeTemas = tuple[Dependencia, list[tuple[Tema, bool]], bool]


class Elegir(forms.ModelChoiceField[Any]):
    """A list where choosing nothing is to take all; what it offers may be given later, with `ofrecer`."""

    def __init__(self, queryset: QuerySet[Model] | None = None, todos: str = "Todas", **opciones: Any) -> None:
        super().__init__(queryset, required=False, empty_label=todos, **opciones)


class PersonaField(forms.ModelChoiceField[Funcionario]):
    """A person of the team, shown with the initials of the office; `falta` is what to say when it is empty."""

    def __init__(self, rotulo: str, falta: str) -> None:
        super().__init__(None, label=rotulo, empty_label="Elija…", error_messages={"required": falta})

    def label_from_instance(self, obj: Funcionario) -> str:
        """«Laura Ortiz · STDI»."""
        return f"{obj} · {obj.dependencia.sigla}"


class DependenciaField(forms.ModelChoiceField[Dependencia]):
    """An office; `falta` is what to say when it is empty."""

    def __init__(self, rotulo: str, falta: str) -> None:
        super().__init__(None, label=rotulo, empty_label="Elija…", error_messages={"required": falta})

    def label_from_instance(self, obj: Dependencia) -> str:
        """«DDDI · Dirección Distrital de Desarrollo Institucional»."""
        return f"{obj.sigla} · {obj.nombre}"


class NivelField(forms.ModelChoiceField[Nivel]):
    """A service level that is filed, in the words in which the entity is asked. Disposición: 7.1.3-ans-niveles."""

    def __init__(self, **opciones: Any) -> None:
        super().__init__(
            Nivel.objects.filter(radica=True).order_by("numero"),
            label="¿Con qué llega la entidad?",
            error_messages={"required": "Diga con qué llega la entidad: de eso depende el nivel."},
            **opciones,
        )

    def label_from_instance(self, obj: Nivel) -> str:
        """«Nivel 3: tenemos el problema y aún no una postura»."""
        dicho = EN_PALABRAS.get(obj.numero, obj.nombre)
        return f"Nivel {obj.numero}: {dicho[0].lower()}{dicho[1:]}"


def ofrecer(form: forms.Form, **listas: QuerySet[Any]) -> None:
    """Says what each list of the form offers."""
    for campo, queryset in listas.items():
        cast(forms.ModelChoiceField[Any], form.fields[campo]).queryset = queryset


class Parrafos(forms.CharField):
    """A long text, with the lines as we keep them: so it is as long for us as the browser said."""

    def to_python(self, value: Any) -> str:
        """The text, without the carriage returns that browsers add."""
        return super().to_python(str(value or "").replace("\r\n", "\n")) or ""


def parrafos(rotulo: str, falta: str, *, renglones: int = 6, **opciones: Any) -> Parrafos:
    """A long text to write in; `falta` is what to say when it is empty."""
    return Parrafos(
        label=rotulo,
        max_length=LARGO,
        widget=forms.Textarea(attrs={"rows": renglones}),
        error_messages={"required": falta},
        **opciones,
    )


def renglon(rotulo: str, falta: str = "", *, largo: int = 200, **opciones: Any) -> forms.CharField:
    """A line of text, as long as the database keeps; `falta` is what to say when it is empty."""
    return forms.CharField(label=rotulo, max_length=largo, error_messages={"required": falta}, **opciones)


def dia(rotulo: str, falta: str = "", **opciones: Any) -> forms.DateField:
    """A date; `falta` is what to say when it is empty."""
    return forms.DateField(
        label=rotulo,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": falta, "invalid": "Escriba la fecha con día, mes y año."},
        **opciones,
    )


def por_oficina(campo: BoundField, direccion: Dependencia | None = None) -> list[GrupoDeTemas]:
    """Each office with its topics, whether each one is marked, and whether to show them unfolded."""
    marcados = {str(getattr(valor, "pk", valor)) for valor in campo.value() or []}
    grupos: dict[Dependencia, list[tuple[Tema, bool]]] = {}
    for tema in Tema.objects.solicitables():
        grupos.setdefault(tema.dependencia, []).append((tema, str(tema.pk) in marcados))
    return [
        (oficina, temas, oficina.direccion == direccion or any(marcado for _, marcado in temas))
        for oficina, temas in grupos.items()
    ]
