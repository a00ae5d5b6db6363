"""A signed concept, locked: in the bank already, or not yet."""

from asiste.conceptos.acciones.base import bloquear
from asiste.conceptos.models import Concepto
from asiste.conocimiento.models import Publicacion
from asiste.solicitudes.acciones import ReglaIncumplida


def bloquear_firmado(concepto: Concepto) -> Concepto:
    """The concept, locked, be it in the bank or not. Raises `ReglaIncumplida` when it is not signed."""
    return bloquear(concepto, Concepto.Estado.FIRMADO)


def bloquear_sin_publicar(concepto: Concepto) -> Concepto:
    """The concept, locked. Raises `ReglaIncumplida` when it is not signed, or is in the bank already."""
    bloqueado = bloquear_firmado(concepto)
    if bloqueado.destino == Concepto.Destino.PUBLICO:
        raise ReglaIncumplida("Ya está publicado: lo que cambie se hace en el banco.")
    return bloqueado


def bloquear_publicado(concepto: Concepto) -> tuple[Concepto, Publicacion]:
    """The concept, locked, and what of it is in the bank. Raises `ReglaIncumplida` when nothing is."""
    bloqueado = bloquear_firmado(concepto)
    if bloqueado.publicacion is None:
        raise ReglaIncumplida("No está publicado: no hay qué corregir.")
    return bloqueado, bloqueado.publicacion
