"""An activity of a plan."""

from typing import Any

from django import forms

from asiste.directorio.models import Dependencia
from asiste.oferta.acciones import DatosActividad
from asiste.oferta.models import Actividad, Estrategia, Plan
from asiste.portafolio.models import Modalidad, Tema
from asiste.web.equipo.forms.campos import PersonaField, ofrecer, parrafos, renglon
from asiste.web.equipo.forms.publico import PublicoForm, inicial_de
from asiste.web.equipo.forms.tramite import activos
from asiste.web.equipo.oferta.forms.filtros import NUMERADOS

PROPIOS = (
    *("titulo", "descripcion", "estrategia", "modalidad", "responsable", "meses", "meta_sesiones", "meta_entidades"),
)


def _elegida(rotulo: str, falta: str) -> forms.ModelChoiceField[Any]:
    return forms.ModelChoiceField(None, label=rotulo, empty_label="Elija…", error_messages={"required": falta})


def _meta(rotulo: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=rotulo,
        min_value=1,
        max_value=999,
        error_messages={"required": "Escriba la meta.", "invalid": "Escriba un número."},
    )


class ActividadForm(PublicoForm):
    """What is done, for whom, when, who answers for it and what it must reach."""

    titulo = renglon("Título", "Escriba el título.")
    descripcion = parrafos("Qué se busca", "", renglones=3, required=False)
    temas = forms.ModelMultipleChoiceField(
        Tema.objects.none(),
        label="Temas",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Elija al menos un tema."},
        help_text="Se convoca a los enlaces de estos temas y, donde no los hay, a los generales.",
    )
    estrategia = _elegida("Estrategia en curso", "Elija la estrategia.")
    modalidad = _elegida("Modalidad", "Elija la modalidad.")
    responsable = PersonaField("Responsable", "Elija quién responde.")
    meses = forms.TypedMultipleChoiceField(
        label="Meses previstos",
        coerce=int,
        choices=NUMERADOS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Elija al menos un mes."},
    )
    meta_sesiones = _meta("Meta de sesiones")
    meta_entidades = _meta("Meta de entidades")
    motivo = parrafos("Por qué cambia el plan", "El plan ya se aprobó: escriba por qué cambia.", renglones=2)

    def __init__(self, *, plan: Plan, actividad: Actividad | None, **opciones: Any) -> None:
        super().__init__(initial=_inicial(actividad), **opciones)
        oficinas = Dependencia.objects.arbol(plan.direccion).values("pk")
        actual = {"pk": actividad.estrategia_id} if actividad else {"activa": True}
        suyas = Estrategia.objects.filter(dependencia=plan.direccion)
        ofrecer(
            self,
            temas=Tema.objects.solicitables().filter(dependencia__in=oficinas),
            estrategia=(suyas.filter(activa=True) | suyas.filter(**actual)).order_by("nombre", "id"),
            modalidad=Modalidad.objects.filter(dependencias=plan.direccion).order_by("orden", "id"),
            responsable=activos(plan.direccion),
        )
        del self.fields["publico_temas"]  # the contacts are those of its topics
        if plan.en_borrador:
            del self.fields["motivo"]

    def clean(self) -> dict[str, Any]:
        """Somebody has to be its target."""
        datos: dict[str, Any] = super().clean() or {}
        self.exigir_publico(datos)
        return datos

    def datos(self) -> DatosActividad:
        """What the person wrote; once valid."""
        suyos = {campo: self.cleaned_data[campo] for campo in (*PROPIOS, "temas")}
        return DatosActividad(**suyos, publico=self.datos_publico())


def _inicial(actividad: Actividad | None) -> dict[str, Any]:
    if actividad is None:
        return {"meta_sesiones": 1}
    propios = {campo: getattr(actividad, campo) for campo in PROPIOS}
    temas = list(actividad.temas.values_list("pk", flat=True))
    return {**propios, "temas": temas, **inicial_de(actividad.publico)}


class RetiroForm(forms.Form):
    """Why an activity leaves an approved plan; a draft does not ask."""

    motivo = parrafos("Por qué se retira", "Escriba por qué se retira.", renglones=3)

    def __init__(self, *, plan: Plan, **opciones: Any) -> None:
        super().__init__(**opciones)
        if plan.en_borrador:
            del self.fields["motivo"]
