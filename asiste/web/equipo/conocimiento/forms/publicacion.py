"""Lines, guides and instruments: a new one, another version of it, and how it is found."""

from typing import Any, cast

from django import forms

from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Usuario
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.agenda.forms.grupos import Grupo, temas_por_oficina
from asiste.web.equipo.conocimiento.forms.contenido import ContenidoForm
from asiste.web.equipo.conocimiento.permisos import clases_que_publica
from asiste.web.equipo.forms.campos import DependenciaField, dia, ofrecer, parrafos, renglon
from asiste.web.equipo.forms.sin_datos import sin_datos
from asiste.web.equipo.forms.temas import temas_del_banco


class PublicacionForm(ContenidoForm):
    """A line, a guide or an instrument."""

    clase = forms.ChoiceField(label="Qué es", error_messages={"required": "Elija qué es."})
    formato = forms.ChoiceField(
        label="Si es un instrumento, de qué clase",
        required=False,
        choices=[("", "Elija…"), *Publicacion.Formato.choices],
    )
    titulo = renglon("Título", "Escriba el título.")
    numero = renglon("Número o código", largo=40, required=False, help_text="Si lo tiene.")
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
        """A kind of instrument only for an instrument."""
        datos = super().clean()
        instrumento = datos.get("clase") == Publicacion.Clase.INSTRUMENTO
        if instrumento and not datos.get("formato"):
            self.add_error("formato", "Elija de qué clase es el instrumento.")
        if not instrumento:
            datos["formato"] = ""
        return datos


class VersionForm(ContenidoForm):
    """Another version, and what changed."""

    titulo = renglon("Título", "Escriba el título.")
    cambio = renglon("Qué cambió", "Escriba qué cambió.", help_text="Queda a la vista de todos en la historia.")
    field_order = ("cambio", "titulo", "archivo", "enlace", "revisado")


class FichaForm(forms.Form):
    """How a publication is found: its summary and its topics."""

    resumen = parrafos("Resumen", "Escriba en dos o tres frases para qué sirve.", renglones=4)
    temas = temas_del_banco()

    def clean_resumen(self) -> str:
        """Without personal data."""
        return sin_datos(self.cleaned_data["resumen"])

    def temas_por_oficina(self) -> list[Grupo]:
        """The topics, folded by office."""
        return temas_por_oficina(self["temas"])
