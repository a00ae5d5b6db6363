"""Forms of the minutes: the visited entity and the photographs."""

from typing import Any, cast

from django import forms

from asiste.agenda.actas.contenido import DATOS_DE_LA_ENTIDAD
from asiste.web.equipo.forms.campos import renglon
from asiste.web.interfaz.archivos import ArchivosField

TIPOS_DE_VISITA = ["Inicial", "De cumplimiento al plan de mejoramiento archivístico"]


class DatosForm(forms.Form):
    """What the header of a report says of the visited entity. All optional: what is empty is not printed."""

    def __init__(self, **opciones: Any) -> None:
        super().__init__(**opciones)
        for clave, rotulo in DATOS_DE_LA_ENTIDAD.items():
            self.fields[clave] = renglon(rotulo, required=False)
        self.fields["tipo"] = forms.ChoiceField(
            label=DATOS_DE_LA_ENTIDAD["tipo"],
            required=False,
            choices=[("", "Sin decir"), *((tipo, tipo) for tipo in TIPOS_DE_VISITA)],
        )


class FotosForm(forms.Form):
    """Photographs and what they show."""

    fotos = ArchivosField(label="Fotos", required=True, error_messages={"required": "Elija al menos una foto."})
    descripcion = forms.CharField(
        label="Qué muestran",
        max_length=250,
        help_text="Se lee debajo de cada una, y se lo dice a quien no la ve.",
        error_messages={"required": "Escriba qué muestran.", "max_length": "Resúmalo: caben 250 caracteres."},
    )

    def __init__(self, *, usado: int, **opciones: Any) -> None:
        super().__init__(**opciones)
        campo = cast(ArchivosField, self.fields["fotos"])
        campo.usar(usado)
        campo.widget.attrs["accept"] = "image/jpeg,image/png"
        campo.help_text = (
            f"JPEG o PNG de hasta 8 MB cada una. {campo.help_text} Se quita de ellas dónde y con qué se tomaron."
        )
