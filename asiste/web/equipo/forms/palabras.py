"""What the words of a workbook are."""

from collections.abc import Iterable
from hashlib import blake2s
from typing import Any

from django import forms

from asiste.directorio.models import Entidad
from asiste.portafolio.models import Tema
from asiste.solicitudes.acciones.libros import Eleccion
from asiste.solicitudes.importacion.catalogos import personas_de_la_direccion
from asiste.solicitudes.models import Equivalencia, Importacion

Tipo = Equivalencia.Tipo
NINGUNO = "ninguno"
POR_PAGINA = 40  # words of each kind
ROTULOS_DE_TIPO = {Tipo.ENTIDAD: "Entidades", Tipo.TEMA: "Temas", Tipo.ASESOR: "Asesores"}
QUE_ES_NINGUNO = {
    Tipo.ENTIDAD: "No es una entidad del Distrito",
    Tipo.TEMA: "Ninguno de la lista: queda sin tema",
    Tipo.ASESOR: "Ya no está: queda sin asesor",
}


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
