"""Numbers of concepts that were given before this platform."""

from collections.abc import Mapping

from asiste.conceptos.models import ConsecutivoConcepto
from asiste.directorio.models import Dependencia


def reservar_numeros(*, usados: Mapping[tuple[Dependencia, int], int]) -> None:
    """Counts them as given, by dirección and year: the next signature goes on from there."""
    ConsecutivoConcepto.objects.bulk_create(
        ConsecutivoConcepto(direccion=direccion, anio=anio, ultimo=ultimo)
        for (direccion, anio), ultimo in usados.items()
    )
