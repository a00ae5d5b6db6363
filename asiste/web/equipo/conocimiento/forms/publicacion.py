"""Lines, guides and instruments: a new one, another version of it, and how it is found."""

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Usuario
from asiste.documentos.acciones import guardar_archivo
from asiste.documentos.limpieza import ACEPTADOS, NoSeLimpia, limpiar
from asiste.documentos.models import Archivo
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.agenda.forms.campos import DireccionWebField
from asiste.web.equipo.agenda.forms.grupos import Grupo, temas_por_oficina
from asiste.web.equipo.conocimiento.permisos import clases_que_publica
from asiste.web.equipo.forms.campos import DependenciaField, dia, ofrecer, parrafos, renglon
from asiste.web.equipo.forms.temas import temas_del_banco
from asiste.web.interfaz.archivos import ArchivosField
from asiste.web.interfaz.templatetags.interfaz import tamano

SIN_NADA = "Suba un archivo o escriba un enlace."


class ContenidoForm(forms.Form):
    """What is read: a file, cleaned of what it tells of who made it, or a link."""

    archivo = ArchivosField(label="Archivo")
    enlace = DireccionWebField(label="O un enlace", required=False, help_text="A un video, un curso o una página.")

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


class PublicacionForm(ContenidoForm):
    """A line, a guide or an instrument."""

    clase = forms.ChoiceField(label="Qué es", error_messages={"required": "Elija qué es."})
    formato = forms.ChoiceField(
        label="Si es un instrumento, de qué clase",
        required=False,
        choices=[("", "Elija…"), *Publicacion.Formato.choices],
    )
    titulo = renglon("Título", "Escriba el título.")
    numero = renglon("Número o código", required=False, help_text="Si lo tiene.")
    dependencia = DependenciaField("Dependencia que lo publica", "Elija la dependencia.")
    de_quien = renglon("Lo hizo otra entidad", required=False, help_text="Su nombre. Déjelo vacío si es propio.")
    fecha = dia("Expedido el", "Escriba la fecha.")
    resumen = parrafos("Resumen", "Escriba en dos o tres frases para qué sirve.", renglones=3)
    temas = temas_del_banco()
    field_order = (
        *("clase", "formato", "titulo", "numero", "resumen", "archivo", "enlace"),
        *("dependencia", "de_quien", "fecha", "temas"),
    )

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        clases = clases_que_publica(usuario)
        cast(forms.ChoiceField, self.fields["clase"]).choices = [(una.value, una.label) for una in clases]
        ofrecer(self, dependencia=dependencias_visibles(usuario))

    def temas_por_oficina(self) -> list[Grupo]:
        """The topics, folded by office."""
        return temas_por_oficina(self["temas"])

    def clean(self) -> dict[str, Any]:
        """Something to read, and a kind of instrument only for an instrument."""
        datos: dict[str, Any] = super().clean() or {}
        instrumento = datos.get("clase") == Publicacion.Clase.INSTRUMENTO
        if instrumento and not datos.get("formato"):
            self.add_error("formato", "Elija de qué clase es el instrumento.")
        if not instrumento:
            datos["formato"] = ""
        if not self.errors.get("archivo") and not datos.get("archivo") and not datos.get("enlace"):
            self.add_error("archivo", SIN_NADA)
        return datos


class VersionForm(ContenidoForm):
    """Another version, and what changed."""

    titulo = renglon("Título", "Escriba el título.")
    cambio = renglon("Qué cambió", "Escriba qué cambió.", help_text="Queda a la vista de todos en la historia.")
    field_order = ("cambio", "titulo", "archivo", "enlace")

    def clean(self) -> dict[str, Any]:
        """Something new to read."""
        datos: dict[str, Any] = super().clean() or {}
        if not self.errors.get("archivo") and not datos.get("archivo") and not datos.get("enlace"):
            self.add_error("archivo", SIN_NADA)
        return datos


class FichaForm(forms.Form):
    """How a publication is found: its summary and its topics."""

    resumen = parrafos("Resumen", "Escriba en dos o tres frases para qué sirve.", renglones=4)
    temas = temas_del_banco()

    def temas_por_oficina(self) -> list[Grupo]:
        """The topics, folded by office."""
        return temas_por_oficina(self["temas"])
