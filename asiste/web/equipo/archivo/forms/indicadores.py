"""What is asked on the pages of indicators."""

from collections.abc import Mapping
from typing import Any

from django import forms

from asiste.archivo.acciones.indicadores import DatosIndicador
from asiste.archivo.models import IndicadorDocumental, ValorIndicador
from asiste.portafolio.models import Tema
from asiste.web.equipo.forms.campos import Elegir, parrafos, renglon
from asiste.web.equipo.oferta.forms.cobertura import CoberturaForm
from asiste.web.interfaz.cifras import CifraField
from asiste.web.interfaz.formulario_cifras import CifrasForm

SENTIDOS = [("mas", "Mientras más, mejor"), ("menos", "Mientras menos, mejor")]


class CuadroForm(CoberturaForm):
    """Year and sector of the table."""

    def __init__(self, datos: Any, anio: int) -> None:
        super().__init__(datos, anio)
        del self.fields["ver"]


class IndicadorForm(forms.Form):
    """An indicator of the catalogue."""

    nombre = renglon("Nombre", "Escriba el nombre del indicador.")
    descripcion = parrafos("Cómo se mide", "Escriba cómo se mide.", renglones=3)
    componente = Elegir(
        Tema.objects.filter(tipo=Tema.Tipo.COMPONENTE).order_by("orden", "id"), "Ninguno", label="Componente"
    )
    unidad = forms.ChoiceField(label="Unidad", choices=IndicadorDocumental.Unidad.choices)
    sentido = forms.ChoiceField(label="Cómo se lee", choices=SENTIDOS)
    meta = CifraField(label="Meta", help_text="Déjela vacía si no la hay.")
    orden = forms.IntegerField(label="Orden", min_value=0, max_value=999, initial=0)
    activo = forms.BooleanField(
        label="Se mide", required=False, initial=True, help_text="Si lo quita, sus valores se conservan."
    )
    por_verificar = forms.BooleanField(
        label="Por verificar", required=False, help_text="Quítelo cuando el Archivo confirme cómo se mide y su meta."
    )

    @staticmethod
    def inicial(indicador: IndicadorDocumental) -> dict[str, Any]:
        """The form of one that exists."""
        iguales = ("nombre", "descripcion", "componente", "unidad", "orden", "activo", "por_verificar")
        datos = {campo: getattr(indicador, campo) for campo in iguales}
        sentido = "mas" if indicador.mayor_es_mejor else "menos"
        meta = indicador.decir(indicador.meta).removesuffix("\xa0%")
        return datos | {"sentido": sentido, "meta": meta}

    def datos(self) -> DatosIndicador:
        """What was said, once valid."""
        datos = dict(self.cleaned_data)
        return DatosIndicador(mayor_es_mejor=datos.pop("sentido") == "mas", **datos)


class ValoresForm(CifrasForm):
    """A figure for each indicator, and where they come from. One that is emptied takes the value away."""

    fuente = renglon("De dónde salen las cifras", required=False, help_text="El informe, la visita o quien las dio.")

    def __init__(
        self, *, antes: Mapping[int, ValorIndicador], ahora: Mapping[int, ValorIndicador], **opciones: Any
    ) -> None:
        super().__init__(valores={indicador: fila.valor for indicador, fila in ahora.items()}, **opciones)
        for campo, uno in self.indicadores.items():
            anterior, actual = antes.get(uno.pk), ahora.get(uno.pk)
            dichos = [
                f"{uno.get_unidad_display()}. {uno.descripcion}",
                f"El año anterior: {uno.decir(anterior.valor)}." if anterior else "",
                f"Fuente: {actual.fuente}." if actual and actual.fuente else "",
            ]
            self.fields[campo].help_text = " ".join(filter(None, dichos))


class InterpretacionForm(forms.Form):
    """What the team and the entity read in the indicators of a year."""

    texto = parrafos(
        "Qué dicen los indicadores",
        "Escriba lo que leyeron en los indicadores.",
        renglones=8,
        help_text="Qué explica los resultados, qué preocupa y qué se acordó hacer. La entidad lo lee en su página.",
    )
    con = renglon("Con quién de la entidad", required=False, help_text="Nombres y cargos.")


class LibroIndicadoresForm(forms.Form):
    """A workbook and the year of its values."""

    vigencia = forms.IntegerField(
        label="Vigencia de los valores",
        min_value=2000,
        max_value=2100,
        error_messages={"required": "Escriba el año.", "invalid": "Escriba el año con cuatro cifras."},
    )
    archivo = forms.FileField(
        label="Libro",
        help_text="Excel (.xlsx) o CSV: una entidad por fila y un indicador por columna.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
        error_messages={"required": "Elija el libro.", "empty": "El archivo está vacío."},
    )

    def clean_archivo(self) -> Any:
        """Not too big."""
        archivo = self.cleaned_data["archivo"]
        if archivo.size > MAXIMO:
            raise forms.ValidationError("Pesa más de 5 MB. Deje solo la hoja de los indicadores.")
        return archivo


MAXIMO = 5 * 1024 * 1024  # bytes
