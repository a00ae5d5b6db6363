"""What the page of an import shows of each row."""

from collections.abc import Sequence
from dataclasses import dataclass

from asiste.solicitudes.models import Importacion, RenglonImportado, Solicitud

Resultado = RenglonImportado.Resultado
TONOS = {Resultado.ERROR: "peligro", Resultado.AVISO: "alerta", Resultado.ENTRA: "exito"}


@dataclass(frozen=True, slots=True)
class FilaDelLibro:
    """A row with its tone and, once in, the number of its request."""

    renglon: RenglonImportado
    tono: str
    radicado: str


def filas_de(libro: Importacion, renglones: Sequence[RenglonImportado]) -> list[FilaDelLibro]:
    """The rows as shown. One query more when the book is in."""
    radicados: dict[int | None, str] = {}
    if libro.aplicada_en:
        suyas = Solicitud.objects.filter(importacion=libro, importacion_fila__in=[uno.fila for uno in renglones])
        radicados = dict(suyas.order_by("id").values_list("importacion_fila", "radicado"))
    return [
        FilaDelLibro(uno, TONOS.get(Resultado(uno.resultado), "neutro"), radicados.get(uno.fila, ""))
        for uno in renglones
    ]
