"""The service level of a case, and which of its files is the technical stance."""

from typing import Any

from django import forms

from asiste.portafolio.niveles import CON_POSTURA, FALTA_LA_POSTURA
from asiste.solicitudes.models import Anexo, Solicitud
from asiste.web.equipo.forms.campos import NivelField, ofrecer
from asiste.web.interfaz.archivos import ArchivosField


class NivelForm(forms.Form):
    """What the entity brings. The files offered are those of the case."""

    nivel = NivelField(widget=forms.RadioSelect, empty_label=None)
    posturas = forms.ModelMultipleChoiceField(
        Anexo.objects.none(),
        label="Cuál de los archivos del caso es la postura técnica",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    anexos = ArchivosField(label="O adjúntela aquí")

    def __init__(self, *, solicitud: Solicitud, **opciones: Any) -> None:
        archivos = solicitud.anexos.filter(en_linea=False).select_related("archivo").order_by("id")
        marcadas = [anexo.pk for anexo in archivos if anexo.postura]
        super().__init__(initial={"nivel": solicitud.nivel_id, "posturas": marcadas}, **opciones)
        ofrecer(self, posturas=archivos)
        if not archivos:
            del self.fields["posturas"]
            self.fields["anexos"].label = "Postura técnica de la entidad"

    def clean(self) -> dict[str, Any]:
        """Level 2 brings its stance."""
        datos: dict[str, Any] = super().clean() or {}
        nivel = datos.get("nivel")
        hay = datos.get("posturas") or datos.get("anexos") or self.errors.keys() & {"posturas", "anexos"}
        if nivel and nivel.numero == CON_POSTURA and not hay:
            self.add_error("anexos", FALTA_LA_POSTURA)
        return datos

    def posturas_elegidas(self) -> list[int]:
        """Ids of the files of the case that are the stance; once valid."""
        return [anexo.pk for anexo in self.cleaned_data.get("posturas", ())]
