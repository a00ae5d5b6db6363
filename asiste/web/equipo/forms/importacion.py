"""What a workbook is: its office, its columns, its words."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2s
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from openpyxl.utils import get_column_letter

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.portafolio.models import Tema
from asiste.solicitudes.acciones.libros import Eleccion
from asiste.solicitudes.importacion.catalogos import personas_de_la_direccion
from asiste.solicitudes.importacion.columnas import MINIMOS, ROTULOS, Cabecera, Campo
from asiste.solicitudes.models import Equivalencia, Importacion
from asiste.web.equipo.acceso import dependencias_visibles
from asiste.web.equipo.forms.campos import DependenciaField, ofrecer, parrafos
from asiste.web.interfaz.templatetags.interfaz import tamano

Tipo = Equivalencia.Tipo
NINGUNO = "ninguno"
POR_PAGINA = 40  # words of each kind
ROTULOS_DE_TIPO = {Tipo.ENTIDAD: "Entidades", Tipo.TEMA: "Temas", Tipo.ASESOR: "Asesores"}
QUE_ES_NINGUNO = {
    Tipo.ENTIDAD: "No es una entidad del Distrito",
    Tipo.TEMA: "Ninguno de la lista: queda sin tema",
    Tipo.ASESOR: "Ya no está: queda sin asesor",
}


OPCIONES = [
    ("", "No se importa"),
    ("Hacen falta", [(str(campo), ROTULOS[campo]) for campo in MINIMOS]),
    ("Si los hay", [(str(campo), ROTULOS[campo]) for campo in Campo if campo not in MINIMOS]),
]


class LibroForm(forms.Form):
    """The file and whose it is."""

    dependencia = DependenciaField("Dependencia que lleva este libro", "Elija la dependencia.")
    archivo = forms.FileField(
        label="Libro",
        help_text="Excel (.xlsx) o CSV, hasta 20 MB y 20.000 filas. Las macros no se ejecutan.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
        error_messages={"required": "Elija el libro.", "empty": "El archivo está vacío."},
    )

    def __init__(self, *, usuario: Usuario, **opciones: Any) -> None:
        super().__init__(**opciones)
        self.fields["archivo"].widget.attrs["data-tamano-maximo"] = settings.TAMANO_ANEXOS
        ofrecer(self, dependencia=dependencias_visibles(usuario))

    def clean_archivo(self) -> UploadedFile[bytes]:
        """Not too big."""
        archivo: UploadedFile[bytes] = self.cleaned_data["archivo"]
        if (archivo.size or 0) > settings.TAMANO_ANEXOS:
            maximo = tamano(settings.TAMANO_ANEXOS)
            raise forms.ValidationError(f"Pesa {tamano(archivo.size or 0)} y el máximo es {maximo}.")
        return archivo

    def nombre(self) -> str:
        """Name of the file, without folders."""
        return PurePath(self.cleaned_data["archivo"].name or "libro").name


class TitulosForm(forms.Form):
    """Where the titles are."""

    hoja = forms.ChoiceField()
    fila = forms.IntegerField(label="Fila de los títulos", min_value=1, max_value=30, required=False)

    def __init__(self, *, hojas: list[str], **opciones: Any) -> None:
        super().__init__(**opciones, use_required_attribute=False)
        self.fields["hoja"] = forms.ChoiceField(label="Hoja", choices=[(hoja, hoja) for hoja in hojas])


class ColumnasForm(forms.Form):
    """What each column is."""

    cierra_atendidas = forms.BooleanField(
        label="Lo atendido entra ya cerrado",
        required=False,
        help_text="Si no lo marca, lo atendido queda pendiente de que el asesor lo cierre.",
    )

    def __init__(self, *, cabecera: Cabecera, elegidas: Mapping[int, str], **opciones: Any) -> None:
        super().__init__(**opciones)
        self.cabecera = cabecera
        for columna in cabecera.columnas:
            letra = get_column_letter(columna.indice + 1)
            rotulo = f"Columna {letra}: {columna.titulo}" if columna.titulo else f"Columna {letra}, sin título"
            self.fields[f"columna-{columna.indice}"] = forms.ChoiceField(
                label=rotulo, choices=OPCIONES, required=False, initial=elegidas.get(columna.indice, "")
            )

    def columnas(self) -> Iterator[dict[str, Any]]:
        """Each column with its control and its samples."""
        for columna in self.cabecera.columnas:
            yield {"columna": columna, "field": self[f"columna-{columna.indice}"]}

    def elegidas(self) -> dict[int, Campo]:
        """Position of each column that is something."""
        indices = [columna.indice for columna in self.cabecera.columnas]
        return {indice: Campo(campo) for indice in indices if (campo := self.cleaned_data.get(f"columna-{indice}", ""))}


class PalabrasForm(forms.Form):
    """What the words of a book are; the ones left as they are stay as they were understood."""

    def __init__(self, *, importacion: Importacion, **opciones: Any) -> None:
        super().__init__(**opciones)
        self.palabras: dict[str, dict[str, Any]] = {}
        dichas = _dichas(importacion)
        listas = _listas(importacion)
        cuantas = dict.fromkeys(map(str, Tipo), 0)
        for valor in importacion.valores:
            cuantas[valor["tipo"]] += 1
            if cuantas[valor["tipo"]] <= POR_PAGINA:
                self._agregar(valor, listas[valor["tipo"]], dichas.get((valor["tipo"], valor["clave"]), ""))
        self.quedan = sum(max(0, cuantas_son - POR_PAGINA) for cuantas_son in cuantas.values())

    def _agregar(self, valor: dict[str, Any], lista: list[tuple[str, str]], dicha: str) -> None:
        nombre = f"{valor['tipo']}-{blake2s(valor['clave'].encode(), digest_size=6).hexdigest()}"
        vacio = "Sin decidir" if valor["desconocido"] else f"Como se entendió: {valor['entendido'] or 'sin dato'}"
        self.palabras[nombre] = valor
        self.fields[nombre] = forms.ChoiceField(
            label=f"«{valor['texto']}»", choices=[("", vacio), *lista], required=False, initial=dicha
        )

    def grupos(self) -> list[dict[str, Any]]:
        """The words of each kind with their controls."""
        return [
            {"tipo": str(tipo), "rotulo": ROTULOS_DE_TIPO[tipo], "palabras": suyas}
            for tipo in Tipo
            if (suyas := [{"valor": v, "field": self[n]} for n, v in self.palabras.items() if v["tipo"] == tipo])
        ]

    def elecciones(self) -> Iterable[Eleccion]:
        """What was said of each word, of those something was said."""
        for nombre, valor in self.palabras.items():
            if dicho := self.cleaned_data[nombre]:
                yield Eleccion(valor["tipo"], valor["clave"], None if dicho == NINGUNO else int(dicho))


class DeshacerForm(forms.Form):
    """Why an import is undone."""

    motivo = parrafos("Motivo", "Escriba por qué se deshace.", renglones=3)


def _dichas(importacion: Importacion) -> dict[tuple[str, str], str]:
    suyas = Equivalencia.objects.filter(dependencia=importacion.dependencia.direccion)
    return {(una.tipo, una.texto): str(una.destino or NINGUNO) for una in suyas}


def _listas(importacion: Importacion) -> dict[str, list[tuple[str, str]]]:
    """What each kind of word may be."""
    todas = {
        Tipo.ENTIDAD: [(str(una.pk), una.nombre) for una in Entidad.objects.order_by("nombre", "id")],
        Tipo.TEMA: [(str(uno.pk), f"{uno.nombre} · {uno.dependencia.sigla}") for uno in Tema.objects.solicitables()],
        Tipo.ASESOR: [(str(uno.pk), str(uno)) for uno in personas_de_la_direccion(importacion.dependencia.direccion)],
    }
    return {str(tipo): [(NINGUNO, QUE_ES_NINGUNO[tipo]), *lista] for tipo, lista in todas.items()}
