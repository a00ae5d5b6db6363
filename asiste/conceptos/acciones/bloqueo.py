"""A signed concept that is not in the bank yet, locked."""

from asiste.conceptos.acciones.base import bloquear
from asiste.conceptos.models import Concepto
from asiste.solicitudes.acciones import ReglaIncumplida


def bloquear_sin_publicar(concepto: Concepto) -> Concepto:
    """The concept, locked. Raises `ReglaIncumplida` when it is not signed, or is in the bank already."""
    bloqueado = bloquear(concepto, Concepto.Estado.FIRMADO)
    if bloqueado.destino == Concepto.Destino.PUBLICO:
        raise ReglaIncumplida("Ya está publicado: lo que cambie se hace en el banco.")
    return bloqueado
