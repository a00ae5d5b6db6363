"""What is done to a list: saved under a name, or the same thing done to many of its requests."""

from typing import Any

from django import forms

from asiste.cuentas.models import Rol, Usuario
from asiste.web.equipo.acceso import companeros
from asiste.web.equipo.forms.campos import PersonaField, ofrecer, parrafos, renglon


def clave_oculta() -> forms.UUIDField:
    """Key that keeps a batch from being done twice."""
    return forms.UUIDField(required=False, widget=forms.HiddenInput)


class NotaLoteForm(forms.Form):
    """The same internal note on each."""

    texto = parrafos("Nota", "Escriba la nota.", help_text="Solo la lee el equipo: la entidad no la ve.")
    clave = clave_oculta()


class ReasignacionLoteForm(forms.Form):
    """Who takes over all of them, and why."""

    asesor = PersonaField("Nuevo asesor", "Elija quién las recibe.")
    motivo = parrafos("Motivo", "Escriba por qué cambian de asesor.", renglones=3)
    clave = clave_oculta()

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        ofrecer(self, asesor=companeros(usuario).filter(usuario__rol=Rol.ASESOR))


class VistaForm(forms.Form):
    """Name of a view; `oficina`, with whom it may be shared, is empty for who cannot share."""

    nombre = renglon("Nombre", "Escriba un nombre para la vista.")
    compartir = forms.BooleanField(required=False)

    def __init__(self, *, oficina: str, **opciones: Any) -> None:
        super().__init__(**opciones)
        self.fields["nombre"].widget.attrs["maxlength"] = 80
        if oficina:
            self.fields["compartir"].label = f"Compartirla con {oficina} y sus dependencias"
        else:
            del self.fields["compartir"]
