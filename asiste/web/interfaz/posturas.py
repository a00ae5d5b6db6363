"""The technical stance that a request of level 2 brings: its field, and what is said when it lacks."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms

from asiste.portafolio.niveles import FALTA_LA_POSTURA
from asiste.solicitudes.models import BorradorAnexo
from asiste.web.interfaz.archivos import ArchivosField
from asiste.web.interfaz.borradores import peso_de

CAMPO = "documento_postura"


class ConPostura(forms.Form):
    """A form with files in `anexos` and, apart, the document of the stance. `contar` goes before it is validated."""

    documento_postura = ArchivosField(label="Su postura técnica")

    def contar_archivos(self, anexos: Iterable[BorradorAnexo]) -> None:
        """Counts the files of the draft against the limit, and sees whether the stance is among them."""
        ya = list(anexos)
        self.con_archivos = bool(ya)
        self.con_postura = any(anexo.postura for anexo in ya)
        for campo in ("anexos", CAMPO):
            cast(ArchivosField, self.fields[campo]).usar(peso_de(ya))

    def exigir_postura(self, datos: Mapping[str, Any]) -> None:
        """Leaves the error on its field when the document is neither sent now nor in the draft."""
        if not self.con_postura and not datos.get(CAMPO) and CAMPO not in self.errors:
            self.add_error(CAMPO, FALTA_LA_POSTURA)

    def exigir_cupo(self, datos: Mapping[str, Any]) -> None:
        """The limit is for the files of both fields together."""
        suma = sum(archivo.size or 0 for campo in ("anexos", CAMPO) for archivo in datos.get(campo) or ())
        if datos.get(CAMPO) and suma > cast(ArchivosField, self.fields[CAMPO]).cupo:
            self.add_error(CAMPO, "Junto con los demás archivos pasa del límite: adjúntelos por partes.")
