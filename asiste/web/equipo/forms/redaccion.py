"""What is written on a case, and the texts of an office to write it with."""

from typing import Any

from django import forms

from asiste.cuentas.models import Usuario
from asiste.solicitudes import plantillas
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import LARGO, DependenciaField, Parrafos, ofrecer, parrafos, renglon
from asiste.web.interfaz.archivos import ArchivosField

CIFRAS = 9


class VersionField(forms.Field):
    """Version of the draft one started from; what is not a number is 0, that of who starts from nothing."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> int:
        """The number, always."""
        texto = str(value or "")
        return int(texto) if texto.isdecimal() and len(texto) <= CIFRAS else 0


def version_de(form: forms.Form) -> int:
    """The version that a form brings, right or wrong the rest of it."""
    return VersionField(required=False).to_python(form["version"].value())


class RedaccionForm(forms.Form):
    """What is being typed, as it is."""

    texto = Parrafos(
        required=False,
        strip=False,
        max_length=LARGO,
        error_messages={"max_length": f"No se pudo guardar: caben {LARGO:_} caracteres.".replace("_", ".")},
    )
    version = VersionField(required=False)

    @property
    def fallas(self) -> str:
        """What is wrong with what was sent, in one line."""
        return " ".join(str(falla) for fallas in self.errors.values() for falla in fallas)


class NotaForm(RedaccionForm):
    """Internal note."""

    texto = parrafos("Nota", "Escriba la nota.", help_text="Solo la lee el equipo: la entidad no la ve.")


class RespuestaForm(RedaccionForm):
    """Answer to the entity."""

    texto = parrafos("Mensaje", "Escriba el mensaje para la entidad.", renglones=12)
    anexos = ArchivosField(label="Adjuntos")


class PlantillaForm(forms.Form):
    """A text of an office; `caso` is the one to preview it with."""

    dependencia = DependenciaField("Dependencia", "Elija la dependencia.")
    nombre = renglon("Nombre", "Escriba el nombre.", help_text="Con él se busca al escribir la respuesta.")
    texto = parrafos("Texto", "Escriba el texto.", renglones=12)
    caso = renglon("Radicado para la vista previa", required=False, help_text="Si lo deja vacío, la más reciente.")

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, dependencia=dependencias_visibles(usuario))
        self.fields["nombre"].widget.attrs["maxlength"] = 120

    def clean_texto(self) -> str:
        """Says here, and not above the form, which fields are wrong."""
        texto = str(self.cleaned_data["texto"])
        if malas := plantillas.faltas(texto):
            raise forms.ValidationError(malas)
        return texto
