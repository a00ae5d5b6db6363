"""What is read of a line, a guide or an instrument, looked at before anyone reads it."""

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from asiste.conocimiento.datos_personales import buscar
from asiste.documentos.acciones import guardar_archivo
from asiste.documentos.limpieza import ACEPTADOS, NoSeLimpia, limpiar
from asiste.documentos.models import Archivo
from asiste.documentos.palabras import palabras_de
from asiste.web.equipo.agenda.forms.campos import DireccionWebField
from asiste.web.interfaz.archivos import ArchivosField
from asiste.web.interfaz.templatetags.interfaz import tamano

SIN_NADA = "Suba un archivo o escriba un enlace."
SE_LEEN = ("titulo", "resumen", "cambio", "texto")
ALGUNOS = 3  # findings that an error names


class ContenidoForm(forms.Form):
    """A file, cleaned of what it tells of who made it, or a link; what looks like a personal datum is confirmed.

    Its data bring the `texto` of the file. The tick is shown only when there is something to look at.
    """

    archivo = ArchivosField(label="Archivo")
    enlace = DireccionWebField(label="O un enlace", required=False, help_text="A un video, un curso o una página.")
    revisado = forms.BooleanField(label="Lo revisé: no son datos personales", required=False, widget=forms.HiddenInput)

    def __init__(self, **opciones: Any) -> None:
        super().__init__(**opciones)
        campo = cast(ArchivosField, self.fields["archivo"])
        campo.widget.attrs |= {"accept": ACEPTADOS, "multiple": False}
        campo.help_text = (
            "PDF, Word, Excel, PowerPoint, OpenDocument o imagen. Le quitamos los metadatos: quién lo hizo, dónde y "
            f"con qué. Caben {tamano(campo.cupo)}."
        )

    def clean_archivo(self) -> Archivo | None:
        """The file, cleaned and kept. Raises ValidationError when it cannot be published as it is."""
        subidos: list[UploadedFile[bytes]] = self.cleaned_data["archivo"]
        if not subidos:
            return None
        if len(subidos) > 1:
            raise forms.ValidationError("Suba un solo archivo.")
        try:
            guardado = guardar_archivo(contenido=limpiar(subidos[0].read()))
        except NoSeLimpia as porque:
            raise forms.ValidationError(f"«{subidos[0].name}» {porque}") from porque
        if guardado.retenido:
            raise forms.ValidationError(f"«{subidos[0].name}» {guardado.retenido}: no se publica.")
        return guardado

    def clean(self) -> dict[str, Any]:
        """Something to read, without personal data that nobody has looked at."""
        datos: dict[str, Any] = super().clean() or {}
        if not {"archivo", "enlace"} & self.errors.keys() and not datos.get("archivo") and not datos.get("enlace"):
            self.add_error("archivo", SIN_NADA)
        datos["texto"] = _palabras(datos.get("archivo"))
        if hallados := sorted({uno.texto for campo in SE_LEEN for uno in buscar(datos.get(campo) or "")}):
            self.fields["revisado"].widget = forms.CheckboxInput()
            if not datos.get("revisado"):
                self.add_error("revisado", _aviso(hallados, con_archivo=bool(datos.get("archivo"))))
        datos.pop("revisado", None)
        return datos


def _palabras(archivo: Archivo | None) -> str:
    if archivo is None:
        return ""
    with archivo.abrir() as abierto:
        return palabras_de(abierto)


def _aviso(hallados: list[str], *, con_archivo: bool) -> str:
    cuales = ", ".join(hallados[:ALGUNOS]) + ("…" if len(hallados) > ALGUNOS else "")
    otra_vez = " Elija de nuevo el archivo." if con_archivo else ""
    return f"Trae lo que parecen datos personales: {cuales}. Quítelos, o diga que los revisó.{otra_vez}"
